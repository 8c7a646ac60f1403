import type { CalendarDate } from "../values/calendar-date.ts";
import type { Envelope } from "./envelope.ts";
import type { FileRow, RowsByKind } from "./file-row.ts";
import { type CareNeed, needsOf } from "./table-2.ts";
import { rowsOfWeek, type Week, weekOf } from "./table-3.ts";
import { type CareUser, UserEntries } from "./user-entries.ts";

/** 居宅サービス計画書 of one care user: tables 1 to 3 and the supplement of one date of making. */
export type CarePlan = CareUser & {
  /** 利用者氏名, from the supplement. */
  readonly name: string | undefined;
  /** 居宅サービス計画作成（変更）日; `00000000` where only a supplement without the date is there. */
  readonly planChangedOn: CalendarDate | "00000000";
  readonly table1: FileRow<"UP1KYO"> | undefined;
  /** Table 2: needs › goals › services. */
  readonly needs: readonly CareNeed[];
  /** Table 3; undefined where no row of it is there, as before edition 4.0. */
  readonly week: Week | undefined;
  readonly supplement: FileRow<"UPHOSOKU"> | undefined;
};

/** A set of care plans, in the order in which the users are met in its files. */
export type CarePlanDocument = {
  readonly kind: "care-plan";
  readonly envelope: Envelope | undefined;
  readonly plans: readonly CarePlan[];
};

type Draft = CareUser & {
  readonly planChangedOn: CalendarDate | "00000000";
  table1?: FileRow<"UP1KYO">;
  readonly table2: FileRow<"UP2KYO">[];
  readonly table3: FileRow<"UP3KYO">[];
  supplement?: FileRow<"UPHOSOKU">;
};

/** Joins tables 1 to 3 and the supplement by care user and date of making. */
export function carePlanDocument(
  envelope: Envelope | undefined,
  rows: RowsByKind,
): CarePlanDocument {
  const entries = new UserEntries<Draft>();
  for (const row of rows.UP1KYO ?? []) {
    draftFor(row, "table1").table1 = row;
  }
  for (const row of rows.UP2KYO ?? []) draftFor(row).table2.push(row);
  for (const row of rows.UP3KYO ?? []) draftFor(row).table3.push(row);
  for (const row of rows.UPHOSOKU ?? []) {
    draftFor(row, "supplement").supplement = row;
  }
  return { kind: "care-plan", envelope, plans: entries.all().map(planOf) };

  function draftFor(
    { record }: { readonly record: CareUser & Pick<CarePlan, "planChangedOn"> },
    slot?: keyof Draft,
  ): Draft {
    const { insurerNumber, insuredNumber, planChangedOn } = record;
    const part = planChangedOn === "00000000" ? undefined : planChangedOn;
    return entries.entryFor(record, part, slot, () => ({
      insurerNumber,
      insuredNumber,
      planChangedOn,
      table2: [],
      table3: [],
    }));
  }
}

function planOf({ table2, table3, table1, supplement, ...head }: Draft): CarePlan {
  return {
    insurerNumber: head.insurerNumber,
    insuredNumber: head.insuredNumber,
    name: supplement?.record.name,
    planChangedOn: head.planChangedOn,
    table1,
    needs: needsOf(table2),
    week: table3.length === 0 ? undefined : weekOf(table3),
    supplement,
  };
}

/** The rows that a document of care plans was made from. */
export function rowsOfCarePlans({ plans }: CarePlanDocument): RowsByKind {
  return {
    UP1KYO: plans.flatMap(({ table1 }) => table1 ?? []),
    UP2KYO: plans.flatMap(({ needs }) =>
      needs.flatMap(({ goals }) => goals.flatMap(({ services }) => services)),
    ),
    UP3KYO: plans.flatMap(({ week }) => (week === undefined ? [] : rowsOfWeek(week))),
    UPHOSOKU: plans.flatMap(({ supplement }) => supplement ?? []),
  };
}
