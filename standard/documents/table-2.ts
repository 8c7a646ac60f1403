import type { FileRow } from "./file-row.ts";

/** Cells of table 2 that may be left empty where they repeat the row above. */
export type RepeatedCell =
  | "need"
  | "longTermGoal"
  | "longTermPeriod"
  | "shortTermGoal"
  | "shortTermPeriod"
  | "serviceContent";

/**
 * A line of 援助内容, one row of the file. What is told of the service (coverage, category, office, frequency, period)
 * stands in the record and is never filled in: empty there may mean that there is none.
 */
export type CareService = FileRow<"UP2KYO"> & {
  /** 援助内容ＮＯ. */
  readonly no: number | undefined;
  /** サービス内容, of the row above where it is left empty. */
  readonly content: string | undefined;
  /** The cells that this row leaves empty and that were filled in from the rows above. */
  readonly filled: readonly RepeatedCell[];
};

/** 目標: a long-term and a short-term goal with their periods, and the services for them. */
export type CareGoal = {
  /** 援助目標ＮＯ. */
  readonly no: number | undefined;
  readonly longTermGoal: string | undefined;
  readonly longTermPeriod: string | undefined;
  readonly shortTermGoal: string | undefined;
  readonly shortTermPeriod: string | undefined;
  readonly services: readonly CareService[];
};

/** 生活全般の解決すべき課題（ニーズ） with its goals. */
export type CareNeed = {
  /** 課題ＮＯ. */
  readonly no: number | undefined;
  readonly need: string | undefined;
  readonly goals: readonly CareGoal[];
};

/** A row with its numbers and its "same as above" cells filled in. */
type FilledRow = FileRow<"UP2KYO"> &
  Numbers & {
    readonly need: string | undefined;
    readonly longTermGoal: string | undefined;
    readonly longTermPeriod: string | undefined;
    readonly shortTermGoal: string | undefined;
    readonly shortTermPeriod: string | undefined;
    readonly content: string | undefined;
    readonly filled: readonly RepeatedCell[];
    readonly sameNeed: boolean;
    readonly sameGoal: boolean;
  };

type Numbers = {
  readonly needNo: number | undefined;
  readonly goalNo: number | undefined;
};

/**
 * Table 2 of one plan as it reads: needs › goals › services, in the order of print (by the three numbers). An empty
 * cell repeats the row above as long as everything to the left of it does.
 */
export function needsOf(rows: readonly FileRow<"UP2KYO">[]): readonly CareNeed[] {
  const needs: { no: number | undefined; need: string | undefined; goals: Draft[] }[] = [];
  for (const row of filledRows(rows)) {
    const { needNo, goalNo, need, longTermGoal, longTermPeriod, shortTermGoal, shortTermPeriod } =
      row;
    if (!row.sameNeed) needs.push({ no: needNo, need, goals: [] });
    const goals = needs.at(-1)?.goals ?? [];
    if (!row.sameGoal) {
      const goal = { longTermGoal, longTermPeriod, shortTermGoal, shortTermPeriod };
      goals.push({ no: goalNo, ...goal, services: [] });
    }
    goals.at(-1)?.services.push(serviceOf(row));
  }
  return needs;
}

function serviceOf({ row, record, spelled, content, filled }: FilledRow): CareService {
  const service = { row, no: record.supportNo, content, filled, record };
  return spelled === undefined ? service : { ...service, spelled };
}

type Draft = Omit<CareGoal, "services"> & { readonly services: CareService[] };

function filledRows(rows: readonly FileRow<"UP2KYO">[]): readonly FilledRow[] {
  const filled: FilledRow[] = [];
  for (const row of inPrintOrder(rows)) filled.push(fill(row, filled.at(-1)));
  return filled;
}

type NumberedRow = FileRow<"UP2KYO"> & Numbers;

/** Rows by their numbers; an empty number repeats the one above, so rows without any stay as they stand. */
function inPrintOrder(rows: readonly FileRow<"UP2KYO">[]): readonly NumberedRow[] {
  let above: Numbers & { readonly supportNo: number } = {
    needNo: undefined,
    goalNo: undefined,
    supportNo: 0,
  };
  const numbered = rows.map((row) => {
    const { record } = row;
    const needNo = record.needNo ?? above.needNo;
    const inNeed = needNo === above.needNo;
    const goalNo = record.goalNo ?? (inNeed ? above.goalNo : undefined);
    const inGoal = inNeed && goalNo === above.goalNo;
    const supportNo = record.supportNo ?? (inGoal ? above.supportNo : 0);
    above = { needNo, goalNo, supportNo };
    return { ...row, ...above };
  });
  return numbered.sort(
    (a, b) =>
      (a.needNo ?? 0) - (b.needNo ?? 0) ||
      (a.goalNo ?? 0) - (b.goalNo ?? 0) ||
      a.supportNo - b.supportNo,
  );
}

function fill(row: NumberedRow, above: FilledRow | undefined): FilledRow {
  const { record, needNo, goalNo } = row;
  const filled: RepeatedCell[] = [];
  const sameNeed =
    above !== undefined && above.needNo === needNo && repeats(record.need, above.need);
  const sameGoalNo = sameNeed && above.goalNo === goalNo;
  const sameLongTerm = sameNeed && repeats(record.longTermGoal, above.longTermGoal);
  const sameShortTerm = sameLongTerm && repeats(record.shortTermGoal, above.shortTermGoal);

  const need = cell("need", sameNeed);
  const longTermGoal = cell("longTermGoal", sameLongTerm);
  const longTermPeriod = cell("longTermPeriod", sameLongTerm);
  const shortTermGoal = cell("shortTermGoal", sameShortTerm);
  const shortTermPeriod = cell("shortTermPeriod", sameShortTerm);
  const sameGoal =
    sameGoalNo &&
    sameShortTerm &&
    longTermPeriod === above.longTermPeriod &&
    shortTermPeriod === above.shortTermPeriod;
  const content =
    record.serviceContent ?? (sameGoal ? from("serviceContent", above.content) : undefined);
  return {
    ...row,
    need,
    longTermGoal,
    longTermPeriod,
    shortTermGoal,
    shortTermPeriod,
    content,
    filled,
    sameNeed,
    sameGoal,
  };

  function cell(name: Exclude<RepeatedCell, "serviceContent">, same: boolean): string | undefined {
    return record[name] ?? (same ? from(name, above?.[name]) : undefined);
  }

  function from(name: RepeatedCell, value: string | undefined): string | undefined {
    if (value !== undefined) filled.push(name);
    return value;
  }
}

function repeats(written: string | undefined, above: string | undefined): boolean {
  return written === undefined || written === above;
}
