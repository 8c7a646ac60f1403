import { readCsv } from "../csv/read.ts";
import { StandardError } from "../errors.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import { type FileName, imagePrefix } from "../naming/file-name.ts";
import { kindInName } from "../naming/kind-in-name.ts";
import { parseFileName } from "../naming/parse-file-name.ts";
import { checkCharacters } from "./characters.ts";
import type { CheckedFile, ReadFile } from "./checked-file.ts";
import { reportCsvProblems, reportQuoting } from "./csv-form.ts";
import { Findings } from "./findings.ts";
import { hasHeader } from "./header.ts";
import { checkMonths } from "./months.ts";
import { checkRows } from "./rows.ts";
import { readText } from "./text.ts";
import { checkVersions } from "./versions.ts";

/**
 * Checks a file of the standard: its name, encoding, CSV form, every field of every row, and the rules between them.
 * Never throws on bad input: whatever is wrong stands in `findings`, and as much is read as can be.
 * @param name of the file, without a folder
 */
export function checkFile(name: string, bytes: Uint8Array): CheckedFile {
  const { rows: _, ...checked } = readFile(name, bytes);
  return checked;
}

/** Checks a file as `checkFile` does, and keeps its rows. */
export function readFile(name: string, bytes: Uint8Array): ReadFile {
  const findings = new Findings(name);
  const fileName = readName(name, findings);
  const kind = fileName?.type === "csv" ? fileName.kind : guessKind(name);
  const read =
    kind === undefined
      ? checkImage(name, bytes, findings)
      : checkCsv(kind, fileName, bytes, findings);
  return {
    name,
    size: bytes.length,
    fileName,
    kind,
    ...read,
    records: read.rows.length,
    findings: findings.list(),
    facts: undefined,
  };
}

type Read = Pick<ReadFile, "version" | "rows">;

const nothingRead: Read = { version: undefined, rows: [] };

function checkCsv(
  kind: FileKind,
  fileName: FileName | undefined,
  bytes: Uint8Array,
  findings: Findings,
): Read {
  if (bytes.length === 0) {
    findings.report("empty-file", undefined);
    return nothingRead;
  }
  const read = readText(bytes, findings);
  if (read === undefined) return nothingRead;

  const fields = rowsOf(kind);
  const header = hasHeader(read.text, fields);
  const firstRow = header ? 1 : 0;
  const { rows, quoting, problems } = readCsv(read.text, firstRow + 1);
  if (header) {
    findings.report("header-row", undefined, { row: 1 });
  }
  reportCsvProblems(problems, fields, findings);
  reportQuoting(quoting, fields, findings);
  checkCharacters(read, rows, fields, findings);
  checkRows(rows, firstRow, fields, findings);
  checkVersions(rows, firstRow, fields, findings);
  checkMonths(fileName, rows, firstRow, fields, findings);
  return { version: rows[firstRow]?.[0], rows: rows.slice(firstRow) };
}

function checkImage(name: string, bytes: Uint8Array, findings: Findings): Read {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  if (name.startsWith(imagePrefix) && !isJpeg) {
    findings.report("image-format", undefined);
  }
  return nothingRead;
}

function readName(name: string, findings: Findings): FileName | undefined {
  try {
    return parseFileName(name);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    findings.report("file-name", { reason: error.message });
    return undefined;
  }
}

function guessKind(name: string): FileKind | undefined {
  return name.startsWith(imagePrefix) ? undefined : kindInName(name.toUpperCase());
}
