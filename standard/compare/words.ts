import { joined, numberWords, serviceWords, timesWords } from "../documents/describe/words.ts";
import { weekdayOf, weekdaySign } from "../values/weekday.ts";
import { type Change, type ComparedVisit, isDifference, shownVisit } from "./compared-visit.ts";
import type { ComparedUser, Comparison } from "./comparison.ts";
import type { Totals, UnitsDoubt } from "./units.ts";
import { lineKeyOf, type Visit } from "./visit.ts";

/** What a comparison calls its two sides. */
export type SideNames = { readonly before: string; readonly after: string };

/** 予定 and 実績; of two plans 前の予定 and 新しい予定. */
export function sideNamesOf({ before, after }: Pick<Comparison, "before" | "after">): SideNames {
  const names = { plan: "予定", results: "実績" } as const;
  return before === after
    ? { before: `前の${names[before]}`, after: `新しい${names[after]}` }
    : { before: names[before], after: names[after] };
}

/** The sign that a grid shows for a compared visit, one full-width character. */
export type ComparisonSign = "○" | "－" | "＋" | "・" | "変" | (typeof changeSigns)[Change];

const changeSigns = {
  time: "時",
  code: "内",
  count: "回",
  units: "単",
  satellite: "枝",
  equipment: "具",
  office: "所",
} as const;

// The keys of a frozen table, which Object.keys does not follow.
const allChanges = Object.keys(changeSigns) as readonly Change[];

const changeNames: { readonly [Name in Change]: string } = {
  time: "時刻",
  code: "サービスコード",
  count: "回数",
  units: "単位数",
  satellite: "サテライト",
  equipment: "用具",
  office: "事業所",
};

/** All signs, in the order of a legend. */
export const comparisonSigns: readonly ComparisonSign[] = [
  "○",
  "－",
  "＋",
  ...Object.values(changeSigns),
  "変",
  "・",
];

/** The sign of a compared visit. */
export function signOf(compared: ComparedVisit): ComparisonSign {
  switch (compared.outcome) {
    case "same":
      return "○";
    case "missing":
      return "－";
    case "added":
      return "＋";
    case "unreported":
      return "・";
    case "changed": {
      const [first, ...more] = compared.changes;
      return more.length > 0 ? "変" : changeSigns[first];
    }
    default:
      return compared satisfies never;
  }
}

/** What a sign says, in a few words. */
export function signWords(sign: ComparisonSign, names: SideNames): string {
  if (sign === "○") return "同じ";
  if (sign === "－") return `${names.after}にない`;
  if (sign === "＋") return `${names.before}にない`;
  if (sign === "・") return "この実績の対象外";
  if (sign === "変") return "いくつか変更";
  const change = allChanges.find((one) => changeSigns[one] === sign) ?? "time";
  return `${changeNames[change]}が変更`;
}

/** Differences of one line that are the same on several days. */
export type DifferenceWords = {
  readonly sign: ComparisonSign;
  /** Days of the month with their weekdays: `3日（木）、7日（月）`. */
  readonly days: string;
  /** Which service: time, name, code, office. */
  readonly service: string;
  /** What is different. */
  readonly says: string;
};

/** The differences of a care user in words, each told once for all its days, the earliest first. */
export function differencesInWords(
  { visits }: ComparedUser,
  names: SideNames,
): readonly DifferenceWords[] {
  const alike = Map.groupBy(visits.filter(isDifference), likeness);
  return [...alike.values()].map((same) => {
    const [first] = same;
    if (first === undefined) throw new Error("a group has a visit");
    return {
      sign: signOf(first),
      days: same.map((one) => dayInWords(shownVisit(one))).join("、"),
      service: visitInWords(shownVisit(first)),
      says: differenceOf(first, names),
    };
  });
}

/** A service in a line: time, service, code, office. */
export function visitInWords(visit: Visit): string {
  const { startTime, endTime, serviceCode, serviceOffice, serviceOfficeName } = visit;
  return joined(
    timesWords(startTime, endTime),
    `${serviceWords(serviceCode)} ${serviceCode}`,
    serviceOfficeName ?? serviceOffice,
    visit.satellite === undefined ? undefined : `枝番 ${visit.satellite}`,
    equipmentInWords(visit),
  );
}

/** What is different of a visit, in a sentence. */
export function differenceOf(compared: ComparedVisit, names: SideNames): string {
  switch (compared.outcome) {
    case "same":
      return "同じです";
    case "missing":
      return `${names.after}にありません${timesOf(compared.before)}`;
    case "added":
      return `${names.before}にありません${timesOf(compared.after)}`;
    case "unreported":
      return "この実績の事業所のサービスではありません";
    case "changed":
      return compared.changes
        .map((change) => changeInWords(change, compared.before, compared.after))
        .join("、");
    default:
      return compared satisfies never;
  }
}

/** What a care user's month comes to, in sentences. */
export type TotalsWords = {
  readonly sums: string;
  /** Against the limit, where there is one. */
  readonly limit: string | undefined;
};

/** What a care user's month comes to on both sides, and against the limit. */
export function totalsInWords({ totals, limit }: ComparedUser, names: SideNames): TotalsWords {
  const sums = `${sumInWords(names.before, totals.before)}　${sumInWords(names.after, totals.after)}`;
  if (limit === undefined) return { sums, limit: undefined };
  const rest = limit.limit - limit.managed;
  const how =
    rest < 0 ? `${numberWords(-rest)}単位こえています` : `あと ${numberWords(rest)}単位あります`;
  const assumed = limit.outstanding ? "（ほかの事業所は予定の単位数）" : "";
  const against = `${numberWords(limit.limit)}単位のうち ${numberWords(limit.managed)}単位${assumed}`;
  return { sums, limit: `${against}。${how}。` };
}

function sumInWords(name: string, { count, units }: Totals): string {
  return `${name} ${numberWords(count)}回 ${numberWords(units)}単位`;
}

/** What sums of units rest on, a sentence a reason. */
export function doubtsInWords(doubts: readonly UnitsDoubt[]): readonly string[] {
  return Array.from(
    Map.groupBy(doubts, ({ why }) => why),
    ([why, same]) => {
      const codes = [...new Set(same.map(({ serviceCode }) => serviceCode))].join("、");
      return doubtSentences[why](codes);
    },
  );
}

const doubtSentences: { readonly [Why in UnitsDoubt["why"]]: (codes: string) => string } = {
  "taken-from-plan": (codes) =>
    `${codes} は実績の単位数が 0 のため、予定の単位数で数えています（率の加算など）。`,
  "not-known": (codes) => `${codes} の単位数はわからないため、合計に入っていません。`,
  "not-by-count": (codes) =>
    `${codes} は第7表で日割などの数え方をしています。ここでは回数で数えています。`,
  "limit-not-known": (codes) =>
    `${codes} が限度額の対象かどうかは第7表にないため、対象として数えています。`,
};

function likeness(compared: ComparedVisit): string {
  const { outcome, before, after } = compared;
  const sides = [before, after].map((visit) =>
    visit === undefined ? [] : [lineKeyOf(visit), visit.count, visit.units],
  );
  return JSON.stringify([outcome, sides]);
}

function dayInWords({ date }: Visit): string {
  return `${Number(date.slice(6))}日（${weekdaySign(weekdayOf(date))}）`;
}

/** How many times, where it is not once. */
function timesOf({ count }: Visit): string {
  return count === 1 ? "" : `（${count}回）`;
}

function changeInWords(change: Change, before: Visit, after: Visit): string {
  return `${changeNames[change]} ${sideValue(change, before)} → ${sideValue(change, after)}`;
}

function sideValue(change: Change, visit: Visit): string {
  switch (change) {
    case "time":
      return timesWords(visit.startTime, visit.endTime);
    case "code":
      return visit.serviceCode;
    case "count":
      return `${visit.count}回`;
    case "units":
      return numberWords(visit.units);
    case "satellite":
      return visit.satellite ?? "なし";
    case "equipment":
      return equipmentInWords(visit) || "なし";
    case "office":
      return joined(visit.serviceOfficeName, visit.serviceOffice);
    default:
      return change satisfies never;
  }
}

function equipmentInWords({ equipmentName, taisCode, equipmentCode }: Visit): string {
  return joined(equipmentName, taisCode ?? equipmentCode);
}
