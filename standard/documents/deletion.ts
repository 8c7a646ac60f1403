import type { FileKind } from "../layout/layouts.ts";
import { serviceTypeName } from "../layout/service-types.ts";
import type { FileRecord } from "../records/file-record.ts";
import { isDate } from "../values/calendar-date.ts";
import { dateInEra, monthInEra } from "../values/japanese-date.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { Envelope } from "./envelope.ts";
import type { FileRow, RowsByKind } from "./file-row.ts";

/** A kind of file that deletes what an earlier one brought. */
export type DeletionKind = "DLT1KYO" | "DLTPLAN" | "DLTJSK" | "DLTKIHON" | "DLTYOBO";

/** All kinds of deletions. */
export const deletionKinds: readonly DeletionKind[] = [
  "DLT1KYO",
  "DLTPLAN",
  "DLTJSK",
  "DLTKIHON",
  "DLTYOBO",
];

/** One row of a deletion file, and in words what it deletes. */
export type Deletion = {
  readonly [Kind in DeletionKind]: FileRow<Kind> & {
    readonly deletes: Kind;
    /** What the receiver deletes, in plain Japanese. */
    readonly says: string;
  };
}[DeletionKind];

/** A set of deletions, in the order of the file. */
export type DeletionDocument = {
  readonly kind: "deletion";
  readonly envelope: Envelope | undefined;
  /** The month that the name of the file says; where it says none, that of the first row. */
  readonly month: MonthOfService | undefined;
  readonly deletions: readonly Deletion[];
};

/** Tells what the rows of deletion files delete. */
export function deletionDocument(
  envelope: Envelope | undefined,
  month: MonthOfService | undefined,
  rows: RowsByKind,
): DeletionDocument {
  const { DLT1KYO = [], DLTPLAN = [], DLTJSK = [], DLTKIHON = [], DLTYOBO = [] } = rows;
  return {
    kind: "deletion",
    envelope,
    month: month ?? [...DLTPLAN, ...DLTJSK][0]?.record.month,
    deletions: [
      ...DLT1KYO.map((row) => ({ deletes: "DLT1KYO" as const, says: saysOf1Kyo(row), ...row })),
      ...DLTPLAN.map((row) => ({ deletes: "DLTPLAN" as const, says: saysOfPlan(row), ...row })),
      ...DLTJSK.map((row) => ({ deletes: "DLTJSK" as const, says: saysOfResults(row), ...row })),
      ...DLTKIHON.map((row) => ({ deletes: "DLTKIHON" as const, says: saysOfBasics(row), ...row })),
      ...DLTYOBO.map((row) => ({ deletes: "DLTYOBO" as const, says: saysOfYobo(row), ...row })),
    ],
  };
}

type Row<Kind extends FileKind> = { readonly record: FileRecord<Kind> };

function saysOf1Kyo({ record }: Row<"DLT1KYO">): string {
  return `${dateInEra(record.planChangedOn)}に作成（変更）した居宅サービス計画書（第1表〜第3表）`;
}

function saysOfPlan({ record }: Row<"DLTPLAN">): string {
  return `${monthInEra(record.month)}分の予定（第6表・第7表のすべて）`;
}

function saysOfResults({ record }: Row<"DLTJSK">): string {
  const service = serviceTypeName(record.serviceType) ?? `サービス種類 ${record.serviceType}`;
  return `${monthInEra(record.month)}分の実績のうち、事業所 ${record.serviceOffice} の${service}`;
}

function saysOfBasics({ record }: Row<"DLTKIHON">): string {
  const { consultedOn } = record;
  const day = isDate(consultedOn) ? dateInEra(consultedOn) : consultedOn;
  return `相談日 ${day} の利用者基本情報（別表と家族構成の画像も）`;
}

function saysOfYobo({ record }: Row<"DLTYOBO">): string {
  return `${dateInEra(record.planChangedOn)}に作成（変更）した介護予防サービス・支援計画書（別表も）`;
}

/** The rows that a document of deletions was made from. */
export function rowsOfDeletions({ deletions }: DeletionDocument): RowsByKind {
  return {
    DLT1KYO: deletions.flatMap((row) => (row.deletes === "DLT1KYO" ? [row] : [])),
    DLTPLAN: deletions.flatMap((row) => (row.deletes === "DLTPLAN" ? [row] : [])),
    DLTJSK: deletions.flatMap((row) => (row.deletes === "DLTJSK" ? [row] : [])),
    DLTKIHON: deletions.flatMap((row) => (row.deletes === "DLTKIHON" ? [row] : [])),
    DLTYOBO: deletions.flatMap((row) => (row.deletes === "DLTYOBO" ? [row] : [])),
  };
}
