import { StandardError } from "../errors.ts";
import { type FileKind, fileKinds, layouts } from "../layout/layouts.ts";
import { buildFileName } from "../naming/build-file-name.ts";
import { writeRows } from "../records/write-rows.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import { rowsOfCarePlans } from "./care-plan.ts";
import { rowsOfDeletions } from "./deletion.ts";
import type { SetDocument } from "./document.ts";
import type { Envelope } from "./envelope.ts";
import { type FileRow, type RowsByKind, valuesOfRow } from "./file-row.ts";
import { rowsOfPlans } from "./plan-of-use.ts";
import { rowsOfPreventivePlans } from "./preventive-plan.ts";
import { rowsOfResults } from "./results.ts";
import { rowsOfUserBasics } from "./user-basics.ts";

/** A file as it is to be written. */
export type WrittenFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Writes the CSV files of a document, in the order of the standard's kinds: those it has rows of, each row where it
 * stood. Of a conforming set that was read come the same names and bytes. Pictures are not written: a document knows
 * only their names.
 * @throws StandardError `file-name` when it is not known from whom, to whom, or of which month they are; `value` or
 * `unmappable-character` with row and field when a value does not fit
 */
export function writeDocuments(document: SetDocument): readonly WrittenFile[] {
  const { envelope } = document;
  if (envelope === undefined) {
    throw new StandardError(
      "file-name",
      "送信元・送信先・ファイル連番がわからないため、ファイル名を付けられません。標準のファイル名のファイルから読み直してください。",
      "document has no envelope",
    );
  }
  const rows = rowsOfDocument(document);
  const month = monthOf(document);
  return fileKinds.flatMap((kind) => writeKind(kind, rows, envelope, month));
}

function writeKind<Kind extends FileKind>(
  kind: Kind,
  rows: { readonly [K in Kind]?: readonly FileRow<K>[] },
  envelope: Envelope,
  month: MonthOfService | undefined,
): readonly WrittenFile[] {
  const ofKind: readonly FileRow<Kind>[] = rows[kind] ?? [];
  if (ofKind.length === 0) return [];
  // A row may stand in two places of a document, under the one number it has.
  const byNumber = new Map(ofKind.map((row) => [row.row, row]));
  const rowsInOrder = Array.from(byNumber.values()).sort((a, b) => a.row - b.row);
  const ofMonth = layouts[kind].monthInName && month !== undefined && { month };
  const name = buildFileName({ type: "csv", kind, ...ofMonth, ...envelope });
  return [
    {
      name,
      bytes: writeRows(
        kind,
        rowsInOrder.map((row) => valuesOfRow(kind, row)),
      ),
    },
  ];
}

function rowsOfDocument(document: SetDocument): RowsByKind {
  switch (document.kind) {
    case "care-plan":
      return rowsOfCarePlans(document);
    case "plan-of-use":
      return rowsOfPlans(document);
    case "results":
      return rowsOfResults(document);
    case "user-basics":
      return rowsOfUserBasics(document.users);
    case "preventive-plan":
      return rowsOfPreventivePlans(document);
    case "deletion":
      return rowsOfDeletions(document);
    default:
      return document satisfies never;
  }
}

function monthOf(document: SetDocument): MonthOfService | undefined {
  return "month" in document ? document.month : undefined;
}
