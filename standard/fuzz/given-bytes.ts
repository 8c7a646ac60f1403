import fc from "fast-check";
import { fileKinds, layouts, rowsOf } from "../layout/layouts.ts";
import { decodeMs932 } from "../ms932/decode.ts";
import { encodeMs932 } from "../ms932/encode.ts";
import * as base from "../rules/samples/base-sets.ts";
import type { SampleFiles } from "../rules/samples/sample-files.ts";
import { joined, mutated } from "./mutation.ts";

/** A file to try, whatever its name and bytes, and the pieces in which the bytes come. */
export type GivenBytes = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Sizes of the pieces, over and over. */
  readonly pieces: readonly number[];
};

type Named = { readonly name: string; readonly bytes: Uint8Array };

/** CSV files that conform, of every kind. */
const conforming: readonly Named[] = [
  base.carePlan(),
  base.planOfUse(),
  base.results(),
  base.basics(),
  base.preventivePlan(),
  ...(["DLT1KYO", "DLTPLAN", "DLTJSK", "DLTKIHON", "DLTYOBO"] as const).map(base.deletion),
]
  .flatMap(filesOf)
  .filter(({ name }) => name.endsWith(".CSV"));

/** How long the part of a name is that files of a set share. */
const sharedLength = "1370000011_43_1370000029_11_20261120100000.CSV".length;

/** The conforming files of the set that a file is of by its name. */
export function companionsOf(name: string): readonly Named[] {
  const shared = name.slice(-sharedLength);
  return conforming.filter((file) => file.name !== name && file.name.endsWith(shared));
}

/** Any file: rows put together from what rows hold, and real files with changes. */
export function givenBytes(): fc.Arbitrary<GivenBytes> {
  const piece = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5000 }));
  return fc
    .tuple(
      fc.oneof(
        { weight: 1, arbitrary: fc.record({ name: anyName(), bytes: anyRows() }) },
        { weight: 4, arbitrary: changedFile() },
      ),
      fc.array(piece, { minLength: 1, maxLength: 5 }),
    )
    .map(([file, pieces]) => ({ ...file, pieces }));
}

/** A real file, written as the field writes files, long or short, with bytes changed. */
function changedFile(): fc.Arbitrary<Named> {
  const bytes = conforming.map((file) => file.bytes);
  return fc
    .tuple(
      fc.constantFrom(...conforming),
      fc.constantFrom(...writings),
      fc.constantFrom(1, 1, 3, 400),
    )
    .chain(([file, write, times]) => {
      const text = decodeMs932(file.bytes).repeat(times);
      const names = fc.oneof(
        { weight: 9, arbitrary: fc.constant(file.name) },
        changedName(file.name),
      );
      const changed = mutated(fc.constant(write(text)), fc.constantFrom(...bytes));
      return fc.record({ name: names, bytes: changed });
    });
}

const utf8 = new TextEncoder();

const writings: readonly ((text: string) => Uint8Array)[] = [
  encodeMs932,
  encodeMs932,
  encodeMs932,
  (text) => encodeMs932(text.replaceAll("\r\n", "\n")),
  (text) => encodeMs932(text.replaceAll("\r\n", ",,\r\n")),
  (text) => encodeMs932(`CSVバージョン,保険者番号\r\n${text}`),
  (text) => encodeMs932(text.replaceAll('"', "")),
  (text) => utf8.encode(text),
  (text) => utf8.encode(`\ufeff${text.replaceAll("～", "〜").replaceAll("髙", "𠮷")}`),
  (text) => utf16(`\ufeff${text}`, 0),
  (text) => utf16(text, 1),
];

function utf16(text: string, shift: 0 | 1): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[at * 2 + shift] = unit & 0xff;
    bytes[at * 2 + 1 - shift] = unit >> 8;
  }
  return bytes;
}

const likelyValues = ["202407", "202504", "139999", "0000000001", "20261203", "202612", "0930", ""]
  .concat(["１", "ｱ", '"髙見"', '"a""b"', '"あ\r\nい"', '"', 'x"', "\0", " "])
  .concat(["13a0000011", "H12345678"]);

/** Rows of any width out of values as they occur, right and wrong. */
function anyRows(): fc.Arbitrary<Uint8Array> {
  const value = fc.oneof(
    fc.constantFrom(...likelyValues),
    fc.string({ maxLength: 5 }).filter((text) => /^[\0-~]*$/.test(text)),
  );
  const row = fc.array(value, { maxLength: 80 }).map((values) => values.join(","));
  const lineEnd = fc.constantFrom("\r\n", "\r\n", "\n", "\r", "");
  return fc
    .array(fc.tuple(row, lineEnd), { maxLength: 6 })
    .map((rows) => encodeMs932(rows.flat().join("")));
}

function anyName(): fc.Arbitrary<string> {
  const right = fileKinds.map((kind) => {
    const month = layouts[kind].monthInName ? "_202612" : "";
    return `${kind}${month}_1370000011_43_1370000029_11_20261120100000.CSV`;
  });
  return fc.oneof(
    fc.constantFrom(...right),
    fc.constantFrom(...right).chain(changedName),
    fc.string(),
    fc.constant("UPKIHON_IMAGE_1370000011_43_1370000029_11_20261120100000_0001.jpg"),
    fc.constantFrom("../UPPLAN_202612.CSV", "C:\\UPPLAN", "UPPLAN_".repeat(2000), "_", ".CSV"),
  );
}

function changedName(name: string): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(
      "_",
      "__",
      "/",
      "\\",
      " (1)",
      "　",
      "０",
      ".csv",
      "000000",
      "-",
      "𠮷",
      "か\u3099",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  return fc
    .array(fc.tuple(fc.nat(name.length), fc.nat(4), piece), { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce(
        (text, [at, size, inserted]) => text.slice(0, at) + inserted + text.slice(at + size),
        name,
      ),
    );
}

function filesOf(files: SampleFiles): readonly Named[] {
  return files.given().flatMap(({ name, read }) => {
    const pieces = read();
    return Symbol.iterator in pieces ? [{ name, bytes: joined(...pieces) }] : [];
  });
}

/** How many fields a row of the widest kind has. */
export const widestKind: number = Math.max(...fileKinds.map((kind) => rowsOf(kind).length));
