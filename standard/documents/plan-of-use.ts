import type { FileRecord } from "../records/file-record.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { Envelope } from "./envelope.ts";
import type { FileRow, RowsByKind } from "./file-row.ts";
import { type MonthTable, monthTableOf, rowsOfMonth, type SlipRow } from "./table-6.ts";
import { type Annex, annexOf, printedTable7 } from "./table-7.ts";
import { type CareUser, UserEntries } from "./user-entries.ts";

/** The plan of use of one care user for a month: サービス利用票 (table 6), its annex (table 7), the supplement. */
export type UserPlan = CareUser & {
  /** 利用者氏名, from the supplement. */
  readonly name: string | undefined;
  /** 対象年月; undefined where only a supplement without a month is there. */
  readonly month: MonthOfService | undefined;
  readonly supplement: FileRow<"UPHOSOKU"> | undefined;
  readonly table6: MonthTable | undefined;
  readonly table7: Annex | undefined;
};

/** A set of plans of use, in the order in which the users are met in its files. */
export type PlanOfUseDocument = {
  readonly kind: "plan-of-use";
  readonly envelope: Envelope | undefined;
  /** The month that the names of the files say; where they say none, that of the first row. */
  readonly month: MonthOfService | undefined;
  readonly users: readonly UserPlan[];
};

type Draft = CareUser & {
  readonly month: MonthOfService | undefined;
  supplement?: FileRow<"UPHOSOKU">;
  readonly table6: SlipRow[];
  readonly table7: FileRow<"UPSIKYU">[];
};

/** Joins tables 6, 7 and the supplement by care user and month. */
export function planOfUseDocument(
  envelope: Envelope | undefined,
  month: MonthOfService | undefined,
  rows: RowsByKind,
): PlanOfUseDocument {
  const entries = new UserEntries<Draft>();
  for (const row of rows.UPPLAN ?? []) draftFor(row.record, row.record.month).table6.push(row);
  for (const row of rows.UPSIKYU ?? []) draftFor(row.record, row.record.month).table7.push(row);
  for (const row of rows.UPHOSOKU ?? []) {
    const ofMonth = row.record.month === "000000" ? undefined : row.record.month;
    draftFor(row.record, ofMonth, "supplement").supplement = row;
  }
  const users = entries.all().map(userPlanOf);
  return { kind: "plan-of-use", envelope, month: month ?? users[0]?.month, users };

  function draftFor(
    { insurerNumber, insuredNumber }: CareUser,
    ofMonth: MonthOfService | undefined,
    slot?: keyof Draft,
  ): Draft {
    const user = { insurerNumber, insuredNumber };
    return entries.entryFor(user, ofMonth, slot, () => ({
      ...user,
      month: ofMonth,
      table6: [],
      table7: [],
    }));
  }
}

/** A plan of use as typed records, each list in the order in which its file is to be written. */
export type PlanOfUseRecords = {
  readonly UPPLAN: readonly FileRecord<"UPPLAN">[];
  readonly UPSIKYU: readonly FileRecord<"UPSIKYU">[];
  readonly UPHOSOKU: readonly FileRecord<"UPHOSOKU">[];
};

/** Makes the document of plans of use that were not read but are made here; `writeDocuments` writes its files. */
export function buildPlanOfUse(
  envelope: Envelope,
  month: MonthOfService,
  records: PlanOfUseRecords,
): PlanOfUseDocument {
  return planOfUseDocument(envelope, month, {
    UPPLAN: records.UPPLAN.map((record, at) => ({ row: at + 1, record })),
    UPSIKYU: records.UPSIKYU.map((record, at) => ({ row: at + 1, record })),
    UPHOSOKU: records.UPHOSOKU.map((record, at) => ({ row: at + 1, record })),
  });
}

function userPlanOf({ table6, table7, month, supplement, ...user }: Draft): UserPlan {
  return {
    insurerNumber: user.insurerNumber,
    insuredNumber: user.insuredNumber,
    name: supplement?.record.name,
    month,
    supplement,
    table6: month === undefined || table6.length === 0 ? undefined : monthTableOf(month, table6),
    table7: month === undefined || table7.length === 0 ? undefined : annexOf(month, table7),
  };
}

/** The rows that a document of plans of use was made from. */
export function rowsOfPlans({ users }: PlanOfUseDocument): RowsByKind {
  return {
    UPPLAN: users.flatMap(({ table6 }) => (table6 === undefined ? [] : rowsOfMonth(table6))),
    UPSIKYU: users.flatMap(({ table7 }) => (table7 === undefined ? [] : printedTable7(table7))),
    UPHOSOKU: users.flatMap(({ supplement }) => supplement ?? []),
  };
}
