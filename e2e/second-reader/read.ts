import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { type LayoutField, layout } from "./layout.ts";
import { type NameParts, partsOfName } from "./name.ts";
import { complaintOf } from "./value.ts";

/** What was read of a file, and what is not as the tables have it. */
export interface SecondReading {
  readonly name: NameParts | undefined;
  readonly rows: readonly (readonly string[])[];
  /** In English, each with its row and field, both from 1, where it is of one. */
  readonly complaints: readonly string[];
}

/** Reads a file of the standard strictly. Never throws on bad input. */
export function readAgain(fileName: string, bytes: Uint8Array): SecondReading {
  const name = partsOfName(fileName);
  if (name === undefined) return nothing(undefined, "the name is not of the standard");
  if (name.kind === undefined) return isJpeg(bytes) ? picture(name) : nothing(name, "no JPEG");
  try {
    const rows = cellsOf(textOf(bytes));
    const fields = layout.files[name.kind]?.fields ?? [];
    const complaints = rows.flatMap((row, at) => ofRow(row, fields, name, at + 1));
    return {
      name,
      rows: rows.map((row) => row.map(({ value }) => value)),
      complaints: [...ofAllRows(rows), ...complaints],
    };
  } catch (error) {
    return nothing(name, error instanceof Error ? error.message : "not readable");
  }
}

function nothing(name: NameParts | undefined, complaint: string): SecondReading {
  return { name, rows: [], complaints: [complaint] };
}

function picture(name: NameParts): SecondReading {
  return { name, rows: [], complaints: [] };
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** @throws Error where a byte is not of MS932, or of its user-defined part */
function textOf(bytes: Uint8Array): string {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead >= 0xf0 && lead <= 0xf9) throw new Error(`user-defined character at byte ${at}`);
    if ((lead >= 0x81 && lead <= 0x9f) || lead >= 0xe0) at++;
  }
  const text = iconv.decode(Buffer.from(bytes), "cp932");
  if (text.includes("\ufffd")) throw new Error("bytes that MS932 does not have");
  return text;
}

interface Cell {
  readonly value: string;
  readonly quoted: boolean;
}

/** @throws Error where the rows are not those of strict CSV, or do not end with CRLF */
function cellsOf(text: string): readonly (readonly Cell[])[] {
  if (text !== "" && !text.endsWith("\r\n")) throw new Error("the last row has no end");
  const rows: unknown = parse(text, {
    record_delimiter: "\r\n",
    relax_column_count: true,
    cast: (value, { quoting }): Cell => ({ value, quoted: quoting }),
  });
  // Its types know rows of texts only; `cast` has made cells of them.
  return rows as Cell[][];
}

function ofAllRows(rows: readonly (readonly Cell[])[]): readonly string[] {
  const versions = new Set(rows.map(([first]) => first?.value));
  if (rows.length === 0) return ["there is no row"];
  return versions.size === 1 ? [] : ["rows are of several versions"];
}

function ofRow(
  row: readonly Cell[],
  fields: readonly LayoutField[],
  name: NameParts,
  number: number,
): readonly string[] {
  if (row.length !== fields.length) {
    return [`row ${number} has ${row.length} fields, not ${fields.length}`];
  }
  const complaints = fields.flatMap((field, at) =>
    ofCell(row[at] ?? { value: "", quoted: false }, field).map(
      (complaint) => `row ${number}, field ${field[0]} ${field[1]} ${complaint}`,
    ),
  );
  return [...complaints, ...ofWholeRow(row, fields, name, number)];
}

function ofCell({ value, quoted }: Cell, field: LayoutField): readonly string[] {
  const complaint = complaintOf(field, value);
  const isText = field[4] === "text";
  return [
    ...(complaint === undefined ? [] : [complaint]),
    ...(isText && value !== "" && !quoted ? ["is free text without quotes"] : []),
    ...(!isText && quoted ? ["is in quotes"] : []),
  ];
}

/** What the notes of the tables say of version, month, day and rented equipment. */
function ofWholeRow(
  row: readonly Cell[],
  fields: readonly LayoutField[],
  { kind, month }: NameParts,
  number: number,
): readonly string[] {
  const value = (no: number) => row[no - 1]?.value ?? "";
  const monthField = fields.find(([, fieldName]) => fieldName.endsWith("対象年月"))?.[0];
  const isSlip = kind === "UPPLAN" || kind === "UPJSK";
  const isRental = /^(17|67)/.test(value(15));
  const wrong = {
    "another version": !layout.csvVersions.includes(value(1)),
    "a month that the name has not": monthField !== undefined && value(monthField) !== month,
    "a day outside its month": isSlip && !value(10).startsWith(value(5)),
    "rented equipment without its code": isSlip && isRental && value(16) + value(17) === "",
    "a total that is no total":
      kind === "UPSIKYU" && (value(9) === "999999") !== (value(7) === "9999999999"),
  };
  return Object.entries(wrong).flatMap(([what, is]) => (is ? [`row ${number} has ${what}`] : []));
}
