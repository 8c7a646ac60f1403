import {
  codeLists,
  currentVersion,
  encodeMs932,
  type Field,
  type FileKind,
  type Format,
  fieldsOf,
  findUnmappable,
  layouts,
  type ReadFile,
  readFile,
  writeRows,
} from "@tsunagi/standard";

/** A free text that a row holds, to be found again on the pages. No other text has one of its characters. */
export type LongText = {
  readonly key: string;
  /** Of the file, from 0. */
  readonly row: number;
  readonly text: string;
};

/** A file of rows with long texts, and what they are. */
export type LongFile = { readonly file: ReadFile; readonly texts: readonly LongText[] };

/** What a row holds other than the longest that each field takes, by the key of the field. */
export type GivenValues = { readonly [key: string]: string };

/** The rarer ideographs of MS932 (JIS level 2 and extensions), some 3,600: no form has them in its own words. */
const ideographs = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) =>
  String.fromCharCode(0x4e00 + at),
).filter(
  (character) => findUnmappable(character) === -1 && (encodeMs932(character)[0] ?? 0) >= 0x99,
);

/** How many characters each text has to itself, and repeats. */
const ownCharacters = 24;

/** Makes files whose free texts have `length` characters, with a line break in each; all other fields are filled too. */
export class LongRows {
  readonly #length: number;
  #used = 0;

  constructor(length: number) {
    this.#length = length;
  }

  /** A file with a row for each of `given`. */
  file(kind: FileKind, given: readonly GivenValues[]): LongFile {
    const texts: LongText[] = [];
    const rows = given.map((values, row) =>
      fieldsOf(kind).map((field) => {
        const value = values[field.key];
        if (value !== undefined) return value;
        if (field.format !== "text") return filled(field);
        const text = this.#text(field.length);
        texts.push({ key: field.key, row, text });
        return text;
      }),
    );
    return { file: readFile(nameOf(kind, given), writeRows(kind, rows)), texts };
  }

  #text(limit: number | null): string {
    const own = ideographs.slice(this.#used, this.#used + ownCharacters).join("");
    if (own.length < ownCharacters) throw new Error("there are no characters left");
    this.#used += ownCharacters;
    if (limit !== null) return own.slice(0, limit);
    const text = own.repeat(Math.ceil(this.#length / ownCharacters)).slice(0, this.#length);
    const half = Math.floor(text.length / 2);
    return `${text.slice(0, half)}\r\n${text.slice(half)}`;
  }
}

function nameOf(kind: FileKind, given: readonly GivenValues[]): string {
  const month = layouts[kind].monthInName ? `_${given[0]?.["month"] ?? samples.YYYYMM}` : "";
  return `${kind}${month}_1370000011_43_1370000029_11_20261120100000.CSV`;
}

function filled({ codes, format, length, key }: Field): string {
  if (codes !== undefined) return codeLists[codes].at(-1)?.[0] ?? "";
  if (format === "integer" || format === "99.99") return "9".repeat(Math.min(length ?? 1, 5));
  return key === "updatingOffice" ? "" : samples[format];
}

const samples: { readonly [F in Format]: string } = {
  text: "",
  unused: "",
  integer: "9",
  "99.99": "9",
  version: currentVersion,
  code: "1",
  insurer: "139999",
  insured: "0000000001",
  office: "1370000029",
  "service type": "11",
  "service code": "111111",
  YYYYMMDD: "20261110",
  YYYYMM: "202612",
  HHMM: "0930",
  "HHMM or 9999": "0930",
  "NNN-NNNN": "000-0000",
  "31 digits": "1".repeat(31),
};
