import { readFile } from "../../check/check-file.ts";
import { rowsOf } from "../../layout/layouts.ts";
import { decodeMs932 } from "../../ms932/decode.ts";
import { encodeMs932 } from "../../ms932/encode.ts";
import * as base from "../../rules/samples/base-sets.ts";
import type { SampleFiles } from "../../rules/samples/sample-files.ts";

/** A file as it lies in a folder. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/** What happens to a file on its way. */
export type Damage = (file: NamedBytes) => NamedBytes;

/** Every kind of file, conforming. */
export const conforming: readonly NamedBytes[] = [
  base.carePlan(),
  base.planOfUse(),
  base.results(),
  base.basics(),
  base.preventivePlan(),
  ...(["DLT1KYO", "DLTPLAN", "DLTJSK", "DLTKIHON", "DLTYOBO"] as const).map((kind) =>
    base.deletion(kind),
  ),
].flatMap(filesOf);

/** What is done to conforming files on their way, all of which can be undone for certain. */
export const damages: readonly (readonly [name: string, damage: Damage])[] = [
  ["saved as UTF-8", asText((text) => new TextEncoder().encode(text))],
  ["saved as UTF-8 with its mark", asText((text) => new TextEncoder().encode(`\ufeff${text}`))],
  ["saved as UTF-16", asText(utf16)],
  ["with the line ends of Unix", inText((text) => text.replaceAll("\r\n", "\n"))],
  ["with the line ends of old Macs", inText((text) => text.replaceAll("\r\n", "\r"))],
  ["without its last line end", inText((text) => text.slice(0, -2))],
  ["with a DOS sign for its end", inText((text) => `${text}\u001a`)],
  ["with empty rows at its end", inText((text) => `${text}\r\n\r\n`)],
  ["with rows of commas at its end", inText((text) => `${text},,,,\r\n,,,,\r\n`)],
  ["with a header row", withHeader],
  ["with commas at the end of rows", inText((text) => text.replaceAll("\r\n", ",,\r\n"))],
  [
    "with everything in quotes",
    inRows((row) => row.map((value) => (value === "" ? "" : quoted(value))).join(",")),
  ],
  ["with no quotes at all", inRows((row) => row.join(","))],
  ["in full-width digits", inBareValues(fullWidth)],
  ["with spaces around values", inBareValues((value) => ` ${value}　`)],
  ["with a spreadsheet's apostrophes", inBareValues((value) => `'${value}`)],
  ["with a small name", renamed((name) => name.toLowerCase())],
  ["as a copy", renamed((name) => name.replace(".", " (1)."))],
  [
    "out of a spreadsheet: dates with strokes, commas at the end, UTF-8 with its mark",
    (file) => asText((text) => new TextEncoder().encode(`\ufeff${text}`))(spreadsheetDates(file)),
  ],
];

/** The files of a sample, with their bytes. */
export function filesOf(files: SampleFiles): readonly NamedBytes[] {
  return files.given().map(({ name, read }) => {
    const [bytes = new Uint8Array()] = [...(read() as Iterable<Uint8Array>)];
    return { name, bytes };
  });
}

/** Changes the text of a CSV file, bytes and all. */
export function asText(change: (text: string) => Uint8Array): Damage {
  return ({ name, bytes }) =>
    name.toLowerCase().endsWith(".csv")
      ? { name, bytes: change(decodeMs932(bytes)) }
      : { name, bytes };
}

/** Changes the text of a CSV file, which stays in MS932. */
export function inText(change: (text: string) => string): Damage {
  return asText((text) => encodeMs932(change(text)));
}

function renamed(change: (name: string) => string): Damage {
  return ({ name, bytes }) => ({ name: change(name), bytes });
}

/** Writes the rows of a file anew, from their values as they stand there. */
export function inRows(write: (row: readonly string[]) => string): Damage {
  return (file) => {
    const { kind, rows } = readFile(file.name, file.bytes);
    if (kind === undefined) return file;
    const text = rows.map((row) => `${write(row)}\r\n`).join("");
    return { name: file.name, bytes: encodeMs932(text) };
  };
}

/** Changes every value that is no free text; texts are written as they should be. */
export function inBareValues(change: (value: string, field: number) => string): Damage {
  return (file) => {
    const { kind } = readFile(file.name, file.bytes);
    if (kind === undefined) return file;
    const fields = rowsOf(kind);
    return inRows((row) =>
      row
        .map((value, at) => {
          const format = fields[at]?.[5];
          if (format === "text") return value === "" ? "" : quoted(value);
          return value === "" || format === "unused" ? value : change(value, at + 1);
        })
        .join(","),
    )(file);
  };
}

function spreadsheetDates(file: NamedBytes): NamedBytes {
  return inBareValues((value) =>
    /^20\d{6}$/.test(value)
      ? `${value.slice(0, 4)}/${Number(value.slice(4, 6))}/${Number(value.slice(6))}`
      : value,
  )(file);
}

/** Numbers lose the zeros in front and the decimals behind, and all values their quotes. */
export function throughSpreadsheet(file: NamedBytes): NamedBytes {
  const asNumbers = inBareValues((value) =>
    /^\d{1,15}$|^\d+\.\d+$/.test(value) ? String(Number(value)) : value,
  )(file);
  return inRows((row) =>
    row.map((value) => (/[",\r\n]/.test(value) ? quoted(value) : value)).join(","),
  )(asNumbers);
}

function withHeader(file: NamedBytes): NamedBytes {
  const { kind } = readFile(file.name, file.bytes);
  if (kind === undefined) return file;
  const header = rowsOf(kind)
    .map(([, , name]) => name)
    .join(",");
  return inText((text) => `${header}\r\n${text}`)(file);
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** ASCII in full width. */
export function fullWidth(value: string): string {
  return value.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

/** UTF-16 in little-endian order with its mark. */
export function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
}
