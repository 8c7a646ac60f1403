import { daysOf, type MonthDay } from "../../documents/table-6.ts";
import { serviceTypeName } from "../../layout/service-types.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";
import { type Weekday, weekdaySign } from "../../values/weekday.ts";
import { stayDaysOf } from "./charge-plan.ts";
import { noDays, timesOf, weeklyIn } from "./line-days.ts";
import type { PlanDraft, PlanLine } from "./plan-draft.ts";
import type { FindServiceCode } from "./service-code.ts";

/** What somebody must look at after a plan was copied: `message` is plain Japanese. */
export type CopyNote = {
  /** The line in the new draft; undefined where the line was left out. */
  readonly lineId: string | undefined;
  readonly message: string;
};

export type CopiedPlan = { readonly draft: PlanDraft; readonly notes: readonly CopyNote[] };

/**
 * Copies a plan to another month. Services of every week stand on the same weekdays of every week; single days on the
 * same weekday of the same week (第3木曜日 stays 第3木曜日), days of a stay in a row together; what is by the month stays. Units and
 * names are those of the service code table for the new month. What falls out or changes is named.
 */
export function copyPlan(
  draft: PlanDraft,
  month: MonthOfService,
  find: FindServiceCode,
): CopiedPlan {
  const copies = draft.lines.map((line) => copyLine(line, draft.month, month, find));
  const stay = stayDaysOf(draft);
  return {
    draft: {
      ...draft,
      month,
      stayDaysBefore: draft.stayDaysBefore + (stay?.planned ?? 0),
      lines: copies.flatMap(({ line }) => line ?? []),
    },
    notes: copies.flatMap(({ notes }) => notes),
  };
}

type CopiedLine = { readonly line: PlanLine | undefined; readonly notes: readonly CopyNote[] };

function copyLine(
  line: PlanLine,
  from: MonthOfService,
  to: MonthOfService,
  find: FindServiceCode,
): CopiedLine {
  const { id, service } = line;
  const named = nameOf(line);
  if (line.claimDays !== null) {
    const message = `${named}は日割のため写していません。月の途中からの分だけのはずなので、来月のコードで入れてください。`;
    return { line: undefined, notes: [{ lineId: undefined, message }] };
  }
  const renewed = renew(line, to, find);
  if (service.basis === "permille") return { line: renewed.line, notes: renewed.notes };
  const { counts, weekdays, lost } = moveDays(line, from, to);
  const notes = [...renewed.notes];
  if (lost.length > 0) {
    const days = lost.map(dayInWords).join("、");
    const message = `${named}の ${days} にあたる日が、写した先の月にありません。要るときは別の日に入れてください。`;
    notes.push({ lineId: id, message });
  }
  if (timesOf({ counts }) === 0 && lost.length === 0) {
    notes.push({ lineId: id, message: `${named}には、日が一つも入っていません。` });
  }
  if (line.past30Days) {
    const message = `${named}は30日を超えた分です。写した先の月でも超えるか確かめてください。`;
    notes.push({ lineId: id, message });
  }
  return { line: { ...renewed.line, weekdays, counts }, notes };
}

/** The line with name, units and price that its code has in the new month. */
function renew(
  line: PlanLine,
  month: MonthOfService,
  find: FindServiceCode,
): { readonly line: PlanLine; readonly notes: readonly CopyNote[] } {
  const { id, service } = line;
  const now = find(service.code, month);
  const named = nameOf(line);
  if (now === undefined) {
    const message = `${named}（${service.code}）は、その月のサービスコード表にありません。単位数は先月のままです。`;
    return { line, notes: [{ lineId: id, message }] };
  }
  const { name, basis, limit } = now;
  const units = basis === "thing" ? service.units : now.units;
  const changed = units !== service.units;
  return {
    line: { ...line, service: { ...service, name, basis, limit, units } },
    notes: changed
      ? [
          {
            lineId: id,
            message: `${named}の単位数は ${service.units} から ${units} に変わります。`,
          },
        ]
      : [],
  };
}

type MovedDays = {
  readonly counts: readonly number[];
  readonly weekdays: readonly Weekday[];
  /** Days of the old month that have no place in the new one. */
  readonly lost: readonly MonthDay[];
};

function moveDays(
  { counts, weekdays, service }: PlanLine,
  from: MonthOfService,
  to: MonthOfService,
): MovedDays {
  if (service.basis === "month" || service.basis === "thing") return sameDates(counts, from, to);
  const weekly = Array.from(new Set([...weekdays, ...weeklyIn(counts, from)])).sort();
  const single = daysOf(from).filter(
    ({ day, weekday }) => (counts[day - 1] ?? 0) > 0 && !weekly.includes(weekday),
  );
  const target = daysOf(to);
  const moved = [...noDays(to)];
  for (const { day, weekday } of target) {
    if (weekly.includes(weekday)) moved[day - 1] = usualCount(counts, weekday, from);
  }
  const lost: MonthDay[] = [];
  const together = service.basis === "day" ? inRows(single) : single.map((day) => [day]);
  for (const row of together) {
    const first = row[0] && sameWeekday(row[0], target);
    for (const old of row) {
      const day = first === undefined ? undefined : first + old.day - (row[0]?.day ?? 0);
      // Rows of days may come to overlap; what has no day of its own then is named.
      if (day === undefined || moved[day - 1] !== 0) lost.push(old);
      else moved[day - 1] = counts[old.day - 1] ?? 0;
    }
  }
  return { counts: moved, weekdays: weekly, lost };
}

/** What is by the month stays on its date, or on the last day of a shorter month. */
function sameDates(counts: readonly number[], from: MonthOfService, to: MonthOfService): MovedDays {
  const moved = [...noDays(to)];
  for (const { day } of daysOf(from)) {
    const count = counts[day - 1] ?? 0;
    const at = Math.min(day, moved.length) - 1;
    if (count > 0) moved[at] = (moved[at] ?? 0) + count;
  }
  return { counts: moved, weekdays: [], lost: [] };
}

/** How often there is service on a weekday; once where all of its days were taken out. */
function usualCount(counts: readonly number[], weekday: Weekday, month: MonthOfService): number {
  const onWeekday = daysOf(month).filter((day) => day.weekday === weekday);
  const given = onWeekday.map(({ day }) => counts[day - 1] ?? 0).filter((count) => count > 0);
  const times = Map.groupBy(given, (count) => count);
  const [usual] = Array.from(times).toSorted(([, a], [, b]) => b.length - a.length);
  return usual?.[0] ?? 1;
}

/** The days of a stay follow one another and belong together. */
function inRows(days: readonly MonthDay[]): readonly (readonly MonthDay[])[] {
  const rows: MonthDay[][] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row?.at(-1)?.day === day.day - 1) row.push(day);
    else rows.push([day]);
  }
  return rows;
}

/** The day of a month that is the same weekday of the same week: the third Thursday for a third Thursday. */
function sameWeekday({ day, weekday }: MonthDay, target: readonly MonthDay[]): number | undefined {
  return target.filter((one) => one.weekday === weekday)[weekOf(day) - 1]?.day;
}

/** How many times its weekday has come by a day of the month. */
function weekOf(day: number): number {
  return Math.ceil(day / 7);
}

function dayInWords({ day, weekday }: MonthDay): string {
  return `${day}日（第${weekOf(day)}${weekdaySign(weekday)}曜）`;
}

function nameOf({ service, office }: PlanLine): string {
  const type = service.code.slice(0, 2);
  return `「${service.name || (serviceTypeName(type) ?? type)}」（${office.name}）`;
}
