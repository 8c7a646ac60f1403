import { readCsv } from "../csv/read.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import type { FileName } from "../naming/file-name.ts";
import { readFileName } from "../naming/read-file-name.ts";
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
  const { fileName, kind, faults } = readFileName(name);
  for (const fault of faults) findings.add(fault);
  const read =
    kind === undefined
      ? nothingRead
      : kind === "image"
        ? checkImage(bytes, findings)
        : checkCsv(kind, fileName, bytes, findings);
  return {
    name,
    size: bytes.length,
    fileName,
    kind: kind === "image" ? undefined : kind,
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

function checkImage(bytes: Uint8Array, findings: Findings): Read {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  if (!isJpeg) findings.report("image-format", undefined);
  return nothingRead;
}
