import {
  labelled,
  labelledIfAny,
  leftIn,
  printable,
  rightIn,
} from "../documents/describe/lines.ts";
import { timesWords, userWords } from "../documents/describe/words.ts";
import { monthInEra } from "../values/japanese-date.ts";
import { weekdaySign } from "../values/weekday.ts";
import { type ComparedLine, comparedMonthOf } from "./compared-lines.ts";
import type { ComparedUser, Comparison } from "./comparison.ts";
import {
  type ComparisonSign,
  comparisonSigns,
  differencesInWords,
  doubtsInWords,
  type SideNames,
  sideNamesOf,
  signOf,
  signWords,
  totalsInWords,
} from "./words.ts";

/**
 * A comparison in words, to be read in a terminal of 100 columns: care users with a difference, those without by name.
 * Those of whom the results do not speak are left out.
 */
export function describeComparison(comparison: Comparison): readonly string[] {
  const names = sideNamesOf(comparison);
  const differing = comparison.users.filter(({ state }) => state === "differs");
  return [
    ...differing.flatMap((user) => [...describeComparedUser(user, names), ""]),
    ...labelledIfAny(0, "違いのない利用者", namesWithout(comparison).join("、")),
  ];
}

/** The care users without a difference, by name or number. */
export function namesWithout({ users }: Comparison): readonly string[] {
  return users.flatMap(({ state, name, insuredNumber }) =>
    state === "same" ? [name ?? insuredNumber] : [],
  );
}

/** One care user: the month's grid with a legend, the differences in words, the totals. */
export function describeComparedUser(user: ComparedUser, names: SideNames): readonly string[] {
  return [
    `${userWords(user, user.name)}　${monthInEra(user.month)}分`,
    ...absenceText(user, names),
    ...gridText(user, names),
    ...differencesInWords(user, names).flatMap(({ sign, days, service, says }) => [
      ...labelled(2, sign, `${days}　${says}`),
      ...labelled(6, "", service),
    ]),
    ...totalsText(user, names),
  ].flatMap(printable);
}

function totalsText(user: ComparedUser, names: SideNames): readonly string[] {
  const { sums, limit } = totalsInWords(user, names);
  const doubts = [...user.totals.before.doubts, ...user.totals.after.doubts];
  return [
    ...labelled(2, "合計　", sums),
    ...labelledIfAny(2, "限度額", limit),
    ...doubtsInWords(doubts).flatMap((sentence) => labelled(2, "※", sentence)),
  ];
}

function absenceText({ standsIn }: ComparedUser, names: SideNames): readonly string[] {
  if (standsIn === "both") return [];
  const name = standsIn === "before" ? names.after : names.before;
  return [`  この利用者は${name}にありません。`];
}

/** 11 columns of time, 6 of code, 2 a day, 4 for each count: 97 with what stands between. */
function gridText(user: ComparedUser, names: SideNames): readonly string[] {
  const { days, lines } = comparedMonthOf(user);
  if (lines.length === 0) return [];
  const signs = new Set(
    lines.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [signOf(cell)] : []))),
  );
  const heads = [`  ${leftIn(11, "提供時間帯")}  ${leftIn(6, "コード")}  `, " ".repeat(23)];
  return [
    `${heads[0]}${days.map(({ day }) => rightIn(2, String(day))).join("")}`,
    `${heads[1]}${days.map(({ weekday }) => weekdaySign(weekday)).join("")}`,
    ...lines.map(lineText),
    ...labelled(
      2,
      "",
      comparisonSigns
        .filter((sign) => signs.has(sign))
        .map((sign) => legendOf(sign, names))
        .join("　"),
    ),
  ];
}

function legendOf(sign: ComparisonSign, names: SideNames): string {
  return `${sign} ${signWords(sign, names)}`;
}

function lineText({ visit, cells, countBefore, countAfter }: ComparedLine): string {
  const signs = cells.map((cell) => (cell === undefined ? " ." : signOf(cell)));
  const times = leftIn(11, timesWords(visit.startTime, visit.endTime));
  const counts = `${rightIn(4, String(countBefore))}→${countAfter}`;
  return `  ${times}  ${leftIn(6, visit.serviceCode)}  ${signs.join("")}${counts}`;
}
