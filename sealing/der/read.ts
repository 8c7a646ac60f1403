import { tags } from "./write.ts";

/**
 * Reading DER (ITU-T X.690), strictly: definite and minimal lengths, minimal integers, low tag
 * numbers. `ber` allows in addition what streaming writers such as `openssl cms -stream` put
 * out: indefinite lengths and octet strings in pieces. Nothing is copied but such pieces.
 */
export type Rules = "der" | "ber";

/** The bytes are not a proper encoding. For this room's own use; callers see a SealingError. */
export class EncodingError extends Error {
  override readonly name: string = "EncodingError";

  constructor(what: string, offset: number) {
    super(`${what} at byte ${offset}`);
  }
}

export interface Element {
  /** The identifier octet, with the constructed bit (0x20). */
  readonly tag: number;
  readonly contents: Uint8Array;
  /** The whole encoding, identifier and length included. */
  readonly raw: Uint8Array;
  readonly indefinite: boolean;
}

const constructedBit = 0x20;
const deepest = 16;

/** Reads the elements of one level in order. */
export class Reader {
  readonly #bytes: Uint8Array;
  readonly #rules: Rules;
  readonly #depth: number;
  #at = 0;

  constructor(bytes: Uint8Array, rules: Rules = "der", depth = 0) {
    if (depth > deepest) throw new EncodingError(`nested deeper than ${deepest}`, 0);
    this.#bytes = bytes;
    this.#rules = rules;
    this.#depth = depth;
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** Fails unless everything was read. */
  end(): void {
    if (!this.done) throw new EncodingError("unexpected element", this.#at);
  }

  /** Whether the next element has this identifier octet. */
  nextIs(tag: number): boolean {
    return this.#bytes[this.#at] === tag;
  }

  /** The next element, whatever its type, or of type `tag` when given. */
  next(tag?: number): Element {
    if (tag !== undefined && !this.nextIs(tag)) {
      throw new EncodingError(`expected type 0x${tag.toString(16)}`, this.#at);
    }
    const read = readElement(this.#bytes, this.#at, this.#rules, this.#depth);
    this.#at += read.raw.length;
    return read;
  }

  /** The next element if it is of type `tag`. */
  optional(tag: number): Element | undefined {
    return this.nextIs(tag) ? this.next(tag) : undefined;
  }

  /** The inside of the next element, which must be of the constructed type `tag`. */
  inside(tag: number = tags.sequence): Reader {
    return this.into(this.next(tag));
  }

  /** The inside of an element read from this reader. */
  into(outer: Element): Reader {
    return new Reader(outer.contents, this.#rules, this.#depth + 1);
  }

  oid(): string {
    return decodeOid(this.next(tags.oid).contents);
  }

  /** Contents of an INTEGER that is not negative, without a leading zero octet. */
  unsigned(tag: number = tags.integer): Uint8Array {
    const { contents } = this.next(tag);
    const [first, second] = contents;
    if (first === undefined || first >= 0x80)
      throw new EncodingError("not an unsigned integer", this.#at);
    if (first === 0 && second !== undefined && second < 0x80) {
      throw new EncodingError("integer is not minimal", this.#at);
    }
    return first === 0 && second !== undefined ? contents.subarray(1) : contents;
  }

  /** A non-negative INTEGER below 2^48. */
  number(tag: number = tags.integer): number {
    const bytes = this.unsigned(tag);
    if (bytes.length > 6) throw new EncodingError("integer is too large", this.#at);
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
  }

  boolean(): boolean {
    const { contents } = this.next(tags.boolean);
    if (contents.length !== 1 || (contents[0] !== 0 && contents[0] !== 0xff)) {
      throw new EncodingError("not a boolean", this.#at);
    }
    return contents[0] === 0xff;
  }

  /** The octets of a BIT STRING that has a whole number of octets. */
  bitOctets(): Uint8Array {
    const { contents } = this.next(tags.bitString);
    if (contents[0] !== 0) throw new EncodingError("bit string with unused bits", this.#at);
    return contents.subarray(1);
  }

  /** The octets of an OCTET STRING; `tag` when it is tagged implicitly. */
  octets(tag: number = tags.octetString): Uint8Array {
    if (this.#rules === "ber" && this.nextIs(tag | constructedBit)) {
      const pieces: Uint8Array[] = [];
      this.#collect(this.next(), pieces);
      return Buffer.concat(pieces);
    }
    return this.next(tag).contents;
  }

  #collect(outer: Element, pieces: Uint8Array[]): void {
    const inner = this.into(outer);
    while (!inner.done) {
      if (inner.nextIs(tags.octetString | constructedBit)) inner.#collect(inner.next(), pieces);
      else pieces.push(inner.next(tags.octetString).contents);
    }
  }

  /** A UTCTime or GeneralizedTime in UTC, to the second (RFC 5280, 4.1.2.5). */
  time(): Date {
    const { tag, contents } = this.next();
    const text = Buffer.from(contents).toString("latin1");
    const full =
      tag === tags.utcTime ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
    const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
    if (!parts || (tag !== tags.utcTime && tag !== tags.generalizedTime)) {
      throw new EncodingError("not a time", this.#at);
    }
    const [, year, month, day, hour, minute, second] = parts;
    const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
    const at = new Date(iso);
    // A day such as 31 February would roll over silently.
    if (Number.isNaN(at.getTime()) || at.toISOString() !== iso) {
      throw new EncodingError("no such time", this.#at);
    }
    return at;
  }
}

function readElement(bytes: Uint8Array, start: number, rules: Rules, depth: number): Element {
  const tag = octet(bytes, start);
  if ((tag & 0x1f) === 0x1f) throw new EncodingError("high tag number", start);
  const first = octet(bytes, start + 1);

  if (first === 0x80 && rules === "ber" && tag & constructedBit) {
    const end = endOfContents(bytes, start + 2, depth + 1);
    return {
      tag,
      contents: bytes.subarray(start + 2, end),
      raw: bytes.subarray(start, end + 2),
      indefinite: true,
    };
  }

  const { length, size } = readLength(bytes, start + 1, first);
  const from = start + 1 + size;
  if (length > bytes.length - from) throw new EncodingError("length beyond the end", start);
  return {
    tag,
    contents: bytes.subarray(from, from + length),
    raw: bytes.subarray(start, from + length),
    indefinite: false,
  };
}

export function readLength(
  bytes: Uint8Array,
  at: number,
  first: number,
): { length: number; size: number } {
  if (first < 0x80) return { length: first, size: 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 6) throw new EncodingError("length form not allowed", at);
  let length = 0;
  for (let i = 1; i <= count; i++) length = length * 256 + octet(bytes, at + i);
  if (length < 0x80 || length < 256 ** (count - 1)) {
    throw new EncodingError("length is not minimal", at);
  }
  return { length, size: 1 + count };
}

/** Where the end-of-contents octets of an indefinite length stand. */
function endOfContents(bytes: Uint8Array, start: number, depth: number): number {
  if (depth > deepest) throw new EncodingError(`nested deeper than ${deepest}`, start);
  let at = start;
  while (octet(bytes, at) !== 0) at += readElement(bytes, at, "ber", depth).raw.length;
  if (octet(bytes, at + 1) !== 0) throw new EncodingError("bad end of contents", at);
  return at;
}

function octet(bytes: Uint8Array, at: number): number {
  const value = bytes[at];
  if (value === undefined) throw new EncodingError("unexpected end", at);
  return value;
}

function decodeOid(contents: Uint8Array): string {
  const arcs: number[] = [];
  let value = 0;
  let inArc = false;
  for (const byte of contents) {
    if (!inArc && byte === 0x80) throw new EncodingError("object identifier is not minimal", 0);
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER)
      throw new EncodingError("object identifier is too large", 0);
    inArc = byte >= 0x80;
    if (!inArc) {
      arcs.push(value);
      value = 0;
    }
  }
  const [head, ...rest] = arcs;
  if (inArc || head === undefined) throw new EncodingError("not an object identifier", 0);
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join(".");
}
