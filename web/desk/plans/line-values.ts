import {
  type ClockTime,
  isEquipmentRental,
  type MonthOfService,
  mayBeMonthly,
  noDays,
  type PlanEquipment,
  type PlanLine,
  type PlanOffice,
  readTypedTime,
  timesOf,
  type Weekday,
  withWeekdays,
} from "@tsunagi/standard";
import type { Mends, Rules } from "../../parts/state/form-values.ts";
import { mendWidth } from "../../parts/words/mend-input.ts";

/** A line while it is entered: what is chosen. */
export interface ChosenLine {
  readonly service: PlanLine["service"];
  readonly office: PlanOffice;
  readonly weekdays: readonly Weekday[];
  readonly past30Days: boolean;
}

/** A line while it is entered: what is typed. */
export type LineValues = {
  readonly start: string;
  readonly end: string;
  readonly units: string;
  readonly pieces: string;
  readonly taisCode: string;
  readonly equipmentCode: string;
  readonly equipmentName: string;
  readonly unitPrice: string;
  readonly discountRate: string;
  readonly satellite: string;
  /** 日割: the first and the last day. */
  readonly claimFrom: string;
  readonly claimTo: string;
};

/** What stands in the fields at first. */
export function valuesOfLine(
  service: PlanLine["service"],
  office: PlanOffice,
  line: PlanLine | undefined,
): LineValues {
  return {
    start: clock(line?.hours?.start),
    end: clock(line?.hours?.end),
    units: service.basis === "thing" && service.units === 0 ? "" : String(service.units),
    pieces: line === undefined ? "1" : String(timesOf(line)),
    taisCode: line?.equipment?.taisCode ?? "",
    equipmentCode: line?.equipment?.equipmentCode ?? "",
    equipmentName: line?.equipment?.name ?? "",
    unitPrice: (service.unitPriceInHundredths / 100).toFixed(2),
    discountRate: String(line?.discountRate ?? 100),
    satellite: office.satellite ?? "",
    claimFrom: line?.claimDays ? String(line.claimDays.indexOf("1") + 1) : "",
    claimTo: line?.claimDays ? String(line.claimDays.lastIndexOf("1") + 1) : "",
  };
}

/** Whether a code is one by the day of a service that is paid by the month 日割. */
export function isPartOfMonth({ basis, code }: PlanLine["service"]): boolean {
  return basis === "day" && mayBeMonthly(code.slice(0, 2));
}

export const lineMends: Mends<LineValues> = {
  start: mendTime,
  end: mendTime,
  units: mendWidth,
  pieces: mendWidth,
  taisCode: mendWidth,
  equipmentCode: mendWidth,
  unitPrice: mendWidth,
  discountRate: mendWidth,
  satellite: mendWidth,
  claimFrom: mendWidth,
  claimTo: mendWidth,
};

/** What the fields of a service must hold. */
export function rulesOfLine(
  service: PlanLine["service"],
  month: MonthOfService,
): Rules<LineValues> {
  const { basis, code } = service;
  const rental = isEquipmentRental(code.slice(0, 2));
  const partOfMonth = isPartOfMonth(service);
  const timed = (basis === "visit" || basis === "day") && !partOfMonth;
  const days = noDays(month).length;
  return {
    ...(timed && {
      start: (value, all) => timeFault(value, all.end, "開始"),
      end: (value, all) => timeFault(value, all.start, "終了"),
    }),
    ...(partOfMonth && {
      claimFrom: (value) =>
        isDayOf(value, days) ? undefined : `はじめの日を1から${days}の数字で入れてください。`,
      claimTo: (value, all) =>
        isDayOf(value, days) && Number(value) >= Number(all.claimFrom)
          ? undefined
          : `おわりの日を、はじめの日から${days}までの数字で入れてください。`,
    }),
    ...(basis === "thing" && {
      units: (value) =>
        Number(value) > 0 && isWhole(value) ? undefined : "用具の単位数を数字で入れてください。",
      pieces: (value) =>
        Number(value) > 0 && Number(value) < 100 && isWhole(value)
          ? undefined
          : "台数を1から99の数字で入れてください。",
    }),
    ...(rental && {
      taisCode: (value, all) =>
        value === "" && all.equipmentCode === ""
          ? "TAISコードか福祉用具届出コードのどちらかを入れてください。"
          : value === "" || /^\d{5}-\d{6}$/.test(value)
            ? undefined
            : "TAISコードは 00001-000010 の形で入れてください。",
    }),
    unitPrice: (value) =>
      /^\d{1,2}(?:\.\d{1,2})?$/.test(value) ? undefined : "単価は 10.00 のように入れてください。",
    discountRate: (value) =>
      isWhole(value) && Number(value) >= 1 && Number(value) <= 100
        ? undefined
        : "割引後率は1から100の数字で入れてください。割引がなければ100です。",
    satellite: (value) =>
      /^[0-9A-Z]{0,2}$/.test(value) ? undefined : "サテライト枝番は2文字までです。",
  };
}

/** The line that was entered, with its days: those it had, changed by its weekdays; of a new one those of its weekdays. */
export function lineFrom(
  chosen: ChosenLine,
  values: LineValues,
  month: MonthOfService,
  before: PlanLine | undefined,
): PlanLine {
  const { service, office, weekdays, past30Days } = chosen;
  const { basis } = service;
  const partOfMonth = isPartOfMonth(service);
  const [from, to] = [Number(values.claimFrom), Number(values.claimTo)];
  const [start, end] = [readTypedTime(values.start), readTypedTime(values.end)];
  const { satellite: _branch, ...ofOffice } = office;
  return {
    id: before?.id ?? crypto.randomUUID(),
    service: {
      ...service,
      units: basis === "thing" ? Number(values.units) : service.units,
      unitPriceInHundredths: Math.round(Number(values.unitPrice) * 100),
    },
    office: { ...ofOffice, ...(values.satellite !== "" && { satellite: values.satellite }) },
    discountRate: Number(values.discountRate),
    hours: start === undefined || end === undefined ? null : { start, end },
    weekdays: (basis === "visit" || basis === "day") && !partOfMonth ? weekdays : [],
    counts: countsFrom(),
    claimDays: partOfMonth ? claimDays() : null,
    past30Days,
    equipment: isEquipmentRental(service.code.slice(0, 2)) ? equipmentFrom(values) : null,
  };

  function countsFrom(): readonly number[] {
    if (basis === "permille") return [];
    if (partOfMonth) {
      return noDays(month).map((_, at) => (at === from - 1 ? to - from + 1 : 0));
    }
    if (basis === "thing") return onFirst(month, Number(values.pieces));
    if (basis === "month") return before?.counts ?? onFirst(month, 1);
    const known = before ?? { weekdays: [], counts: noDays(month) };
    return withWeekdays(known, weekdays, month);
  }

  /** 日割対象日: 31 digits. */
  function claimDays(): string {
    const digits = Array.from({ length: 31 }, (_, at) => at + 1 >= from && at + 1 <= to);
    return digits.map((claimed) => (claimed ? "1" : "0")).join("");
  }
}

function isDayOf(value: string, days: number): boolean {
  return isWhole(value) && Number(value) >= 1 && Number(value) <= days;
}

function onFirst(month: MonthOfService, count: number): readonly number[] {
  return noDays(month).map((_, at) => (at === 0 ? count : 0));
}

function equipmentFrom({ taisCode, equipmentCode, equipmentName }: LineValues): PlanEquipment {
  return {
    ...(taisCode !== "" && { taisCode }),
    ...(equipmentCode !== "" && { equipmentCode }),
    ...(equipmentName !== "" && { name: equipmentName }),
  };
}

function timeFault(value: string, other: string, which: string): string | undefined {
  if (value === "" && other === "") return undefined;
  return readTypedTime(value) === undefined
    ? `${which}時刻を 9:30 のように入れてください。時刻のないサービスは、両方とも空にします。`
    : undefined;
}

function mendTime(typed: string): string {
  return clock(readTypedTime(typed)) || mendWidth(typed);
}

/** `0930` as `9:30`; nothing for no time. */
export function clock(time: ClockTime | undefined): string {
  return time === undefined ? "" : `${Number(time.slice(0, 2))}:${time.slice(2)}`;
}

function isWhole(value: string): boolean {
  return /^\d+$/.test(value);
}
