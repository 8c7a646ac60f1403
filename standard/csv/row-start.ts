/** How many bytes, a line's end among them, tell whether a row begins: `\r\n"202407",`. */
export const rowStartLength = 11;

/**
 * Where the next row of a file of the standard certainly begins, for reading on after a row that cannot be read: after
 * a line's end, where a CSV version (`20` and four digits, bare or in quotes) stands before a comma. -1 when there is
 * none, as far as the bytes go.
 */
export function findRowStart(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    const endsLine = byte === lf || (byte === cr && bytes[at + 1] !== lf);
    if (endsLine && at + 1 < to && isVersion(bytes, at + 1, to)) return at + 1;
  }
  return -1;
}

const cr = 0x0d;
const lf = 0x0a;
const quote = 0x22;
const comma = 0x2c;

function isVersion(bytes: Uint8Array, from: number, to: number): boolean {
  const quoted = bytes[from] === quote;
  const start = quoted ? from + 1 : from;
  const end = start + 6;
  if (bytes[start] !== 0x32 || bytes[start + 1] !== 0x30) return false;
  for (let at = start + 2; at < end; at++) {
    const byte = bytes[at] as number;
    if (at >= to || byte < 0x30 || byte > 0x39) return false;
  }
  if (!quoted) return end < to && bytes[end] === comma;
  return end + 1 < to && bytes[end] === quote && bytes[end + 1] === comma;
}
