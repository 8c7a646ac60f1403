/** How a file's characters are written. MS932 is the standard's. */
export type Encoding = "MS932" | "UTF-8" | "UTF-16LE" | "UTF-16BE";

/** How many bytes tell UTF-16, or a byte-order mark. */
export const headLength = 4;

/** How many bytes from the first that is not ASCII tell UTF-8 from MS932. */
export const telltaleLength = 65_536;

/**
 * The encoding that the first bytes of a file show for certain: a byte-order mark, or two ASCII characters in UTF-16.
 * @param head the first four bytes, or all of a shorter file
 */
export function encodingOfHead(head: Uint8Array): Exclude<Encoding, "MS932"> | undefined {
  const [a = -1, b = -1, c = -1, d = -1] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "UTF-8";
  if (a === 0xff && b === 0xfe) return "UTF-16LE";
  if (a === 0xfe && b === 0xff) return "UTF-16BE";
  if (isPrintable(a) && b === 0 && isPrintable(c) && d === 0) return "UTF-16LE";
  if (a === 0 && isPrintable(b) && c === 0 && isPrintable(d)) return "UTF-16BE";
  return undefined;
}

/** Where the first byte is that is not ASCII; -1 when there is none. */
export function findNonAscii(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if ((bytes[at] as number) >= 0x80) return at;
  }
  return -1;
}

/**
 * Whether bytes are UTF-8: they hold characters of three bytes, as Japanese text does, and next to no wrong ones.
 * (Pairs of half-width kana in MS932 look like two-byte UTF-8, so those prove nothing.) What is cut off at the end does
 * not count.
 */
export function isUtf8(bytes: Uint8Array): boolean {
  let right = 0;
  let wrong = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at++] as number;
    if (lead < 0x80) continue;
    const following = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let found = 0;
    while (found < following && ((bytes[at] ?? 0) & 0xc0) === 0x80) {
      at++;
      found++;
    }
    if (found < following && at === bytes.length) break;
    if (following === 0 || lead >= 0xf5 || found < following) wrong++;
    else if (following >= 2) right++;
    if (wrong === enough && right < wrong) return false;
  }
  return right > wrong * 20;
}

/** So many wrong characters, before as many right ones, settle it. */
const enough = 16;

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}
