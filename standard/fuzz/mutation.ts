import fc from "fast-check";

/** One change of bytes. Places are parts of a million of their length. */
type Change =
  | { readonly type: "flip"; readonly at: number; readonly bits: number }
  | { readonly type: "insert"; readonly at: number; readonly bytes: Uint8Array }
  | { readonly type: "delete"; readonly at: number; readonly size: number }
  | { readonly type: "duplicate"; readonly at: number; readonly size: number; readonly to: number }
  | { readonly type: "splice"; readonly at: number; readonly from: number; readonly size: number };

const at = fc.nat(999_999);
const size = fc.oneof(fc.nat(8), fc.nat(400));

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

/** What breaks readers: signs of CSV, ends of text, halves of characters, marks of other encodings. */
const nasty = [
  ",",
  '"',
  '""',
  "\r",
  "\n",
  "\r\n",
  "\r\n202407,",
  '"202407",',
  "\0",
  "\x1a",
  "\t",
  " ",
]
  .concat(["\x81", "\xf0\x40", "\xed\x40", "\xfd", "\xb1", "\x82\x50", "\xef\xbb\xbf", "\xff\xfe"])
  .concat(["\xe3\x81\x82", "\xf0\xa0\xae\xb7", ",,,,", "9".repeat(40), ",".repeat(1200)]);

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ type: fc.constant("flip"), at, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({
    type: fc.constant("insert"),
    at,
    bytes: fc.oneof(fc.constantFrom(...nasty).map(latin1), fc.uint8Array({ maxLength: 6 })),
  }),
  fc.record({ type: fc.constant("delete"), at, size }),
  fc.record({ type: fc.constant("duplicate"), at, size, to: at }),
  fc.record({ type: fc.constant("splice"), at, from: at, size }),
);

/** Bytes that are those of a real file but for some changes. `others` are spliced in. */
export function mutated(
  seeds: fc.Arbitrary<Uint8Array>,
  others: fc.Arbitrary<Uint8Array>,
): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(seeds, others, fc.array(anyChange, { maxLength: 12 }))
    .map(([seed, other, changes]) =>
      changes.reduce((bytes, one) => applied(bytes, other, one), seed),
    );
}

function applied(bytes: Uint8Array, other: Uint8Array, change: Change): Uint8Array {
  const place = scaled(change.at, bytes);
  if (change.type === "flip") {
    return bytes.map((byte, index) => (index === place ? byte ^ change.bits : byte));
  }
  if (change.type === "insert") return replaced(bytes, place, 0, change.bytes);
  if (change.type === "delete") return replaced(bytes, place, change.size, new Uint8Array(0));
  const from = change.type === "splice" ? scaled(change.from, other) : place;
  const source = change.type === "splice" ? other : bytes;
  const part = source.subarray(from, from + change.size);
  return change.type === "splice"
    ? replaced(bytes, place, change.size, part)
    : replaced(bytes, scaled(change.to, bytes), 0, part);
}

function replaced(bytes: Uint8Array, place: number, count: number, by: Uint8Array): Uint8Array {
  return joined(bytes.subarray(0, place), by, bytes.subarray(place + count));
}

function scaled(millionth: number, { length }: Uint8Array): number {
  return Math.floor((millionth * length) / 1_000_000);
}

/** Puts bytes one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const part of parts) {
    bytes.set(part, length);
    length += part.length;
  }
  return bytes;
}
