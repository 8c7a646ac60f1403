import type { FieldRow } from "../layout/field.ts";
import { describeUnmappable, findUnmappable } from "../ms932/encode.ts";
import type { Findings } from "./findings.ts";
import type { ReadText } from "./text.ts";

/** Reports characters that cannot stand in a file: bytes that are not MS932, 外字, characters outside MS932, controls. */
export function checkCharacters(
  { text, encoding, defects }: ReadText,
  rows: readonly (readonly string[])[],
  fields: readonly FieldRow[],
  findings: Findings,
): void {
  if (defects.length > 0) {
    let next = 0;
    forEachCell(rows, (value, row, column) => {
      for (let at = value.indexOf("\ufffd"); at >= 0; at = value.indexOf("\ufffd", at + 1)) {
        report(next++, row, fields[column]);
      }
    });
    while (next < defects.length) report(next++);
  }
  if (encoding === "UTF-8") reportUnmappable(rows, fields, findings);
  if (control.test(text)) reportControls(rows, fields, findings);

  function report(number: number, row?: number, field?: FieldRow): void {
    const defect = defects[number];
    if (defect === undefined) return;
    const rule = defect.reason === "user-defined" ? "user-defined-character" : "unreadable-bytes";
    findings.report(rule, { bytes: defect.bytes }, { ...(row !== undefined && { row }), field });
  }
}

function reportUnmappable(
  rows: readonly (readonly string[])[],
  fields: readonly FieldRow[],
  findings: Findings,
): void {
  forEachCell(rows, (value, row, column) => {
    const at = findUnmappable(value);
    if (at < 0) return;
    const character = String.fromCodePoint(value.codePointAt(at) ?? 0);
    const reason = describeUnmappable(character);
    findings.report("unmappable-character", { reason }, { row, field: fields[column] });
  });
}

/** A control character other than tab, CR and LF, which free text may hold. */
const control = /[^\P{Cc}\t\r\n]/u;

/** The first control character that may not stand in a value, in hexadecimal; undefined when there is none. */
export function findControl(value: string): string | undefined {
  const found = control.exec(value)?.[0];
  return found?.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}

function reportControls(
  rows: readonly (readonly string[])[],
  fields: readonly FieldRow[],
  findings: Findings,
): void {
  forEachCell(rows, (value, row, column) => {
    const byte = findControl(value);
    if (byte === undefined) return;
    findings.report("control-character", { byte }, { row, field: fields[column] });
  });
}

function forEachCell(
  rows: readonly (readonly string[])[],
  visit: (value: string, row: number, column: number) => void,
): void {
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      visit(value, index + 1, column);
    });
  });
}
