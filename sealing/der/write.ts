/**
 * Writing DER (ITU-T X.690). An encoding under way is a list of byte chunks, so that a large
 * content is copied once, by `join`, and not once per level.
 */
export type Chunks = readonly Uint8Array[];

/** Identifier octets of the types in use (X.680, X.690). */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
} as const;

/** One element: identifier octet, definite length, contents. */
export function element(tag: number, ...contents: Chunks[]): Chunks {
  const body = contents.length === 1 && contents[0] ? contents[0] : contents.flat();
  return [header(tag, byteLength(body)), ...body];
}

/** The chunks as one run of bytes. */
export function join(chunks: Chunks): Uint8Array {
  return Buffer.concat(chunks);
}

export function byteLength(chunks: Chunks): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

/** Identifier and definite length. */
export function header(tag: number, length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(tag, length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(tag, 0x80 | octets.length, ...octets);
}

export const sequence = (...contents: Chunks[]): Chunks => element(tags.sequence, ...contents);

/** SET OF: the elements sorted by their encodings, as DER asks (X.690, 11.6). */
export function setOf(...elements: Chunks[]): Chunks {
  return element(
    tags.set,
    elements.map(join).sort((a, b) => Buffer.compare(a, b)),
  );
}

/** EXPLICIT [number], and IMPLICIT [number] of a constructed type. */
export const context = (number: number, ...contents: Chunks[]): Chunks =>
  element(0xa0 | number, ...contents);

/** IMPLICIT [number] of a primitive type. */
export const contextPrimitive = (number: number, bytes: Uint8Array): Chunks =>
  element(0x80 | number, [bytes]);

export const octetString = (bytes: Uint8Array): Chunks => element(tags.octetString, [bytes]);

export const bitString = (bytes: Uint8Array, unusedBits = 0): Chunks =>
  element(tags.bitString, [Uint8Array.of(unusedBits), bytes]);

export const boolean = (value: boolean): Chunks =>
  element(tags.boolean, [Uint8Array.of(value ? 0xff : 0x00)]);

/** A non-negative INTEGER, from a number or from big-endian bytes of any length. */
export function integer(value: number | Uint8Array, tag: number = tags.integer): Chunks {
  const bytes = typeof value === "number" ? bigEndian(value) : value;
  const start = bytes.findIndex((byte) => byte !== 0);
  const magnitude = start === -1 ? Uint8Array.of(0) : bytes.subarray(start);
  const signOctet = (magnitude[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : [];
  return element(tag, [...signOctet, magnitude]);
}

function bigEndian(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("not a non-negative integer");
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

const encodedOids = new Map<string, Chunks>();

/** OBJECT IDENTIFIER from dotted decimals. */
export function oid(dotted: string): Chunks {
  const known = encodedOids.get(dotted);
  if (known) return known;
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = [first * 40 + second, ...rest].flatMap(base128);
  const encoded = element(tags.oid, [Uint8Array.from(octets)]);
  encodedOids.set(dotted, encoded);
  return encoded;
}

function base128(value: number): number[] {
  const octets = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift(0x80 | (rest % 128));
  }
  return octets;
}

export const utf8String = (text: string): Chunks =>
  element(tags.utf8String, [Buffer.from(text, "utf8")]);

/** Text of letters, digits and `' ( ) + , - . / : = ?` only. */
export const printableString = (text: string): Chunks =>
  element(tags.printableString, [Buffer.from(text, "latin1")]);

/** A time to the second: UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). */
export function time(at: Date): Chunks {
  return at.getUTCFullYear() >= 1950 && at.getUTCFullYear() < 2050
    ? element(tags.utcTime, [Buffer.from(`${digitsOf(at).slice(2)}Z`, "latin1")])
    : generalizedTime(at);
}

/** A time to the second, with the whole year. */
export const generalizedTime = (at: Date): Chunks =>
  element(tags.generalizedTime, [Buffer.from(`${digitsOf(at)}Z`, "latin1")]);

const digitsOf = (at: Date): string => at.toISOString().replace(/\.\d+Z$|[-:T]/g, "");
