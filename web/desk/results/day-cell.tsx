import { type DayOfLine, dayOfLine, type ResultLine } from "@tsunagi/standard";
import type { MonthCell } from "../month/MonthGrid.tsx";
import { timesShown } from "./times-typed.ts";

/** What became of a day, each with a sign and a word of its own. */
export const outcomes = {
  "as-planned": { sign: "", word: "予定どおり" },
  "not-given": { sign: "－", word: "実施なし" },
  moved: { sign: "→", word: "別の日へ移した" },
  "moved-here": { sign: "移", word: "別の日から移した" },
  "other-time": { sign: "時", word: "時刻の変更" },
  "other-count": { sign: "回", word: "回数の変更" },
  added: { sign: "＋", word: "予定にない実施" },
} as const;

export type Outcome = keyof typeof outcomes;

/** What became of a day; undefined where nothing was planned and nothing given. */
export function outcomeOf(day: DayOfLine): Outcome | undefined {
  if (day.planned === 0 && day.count === 0) return undefined;
  if (day.asPlanned && day.movedFrom === undefined) return "as-planned";
  if (day.count === 0) return day.movedTo.length > 0 ? "moved" : "not-given";
  if (day.movedFrom !== undefined) return "moved-here";
  if (day.planned === 0) return "added";
  return day.otherTime ? "other-time" : "other-count";
}

/**
 * A day of a line: above what was planned, faint; below what was given, with the sign of what was different. These are
 * drawn by the style sheet: two bare numbers and a sign, read out, would say nothing that `says` does not say better.
 */
export function dayCell(line: ResultLine, dayNumber: number, moving: boolean): MonthCell {
  const day = dayOfLine(line, dayNumber);
  const outcome = outcomeOf(day);
  const look = `result-cell result-${outcome ?? "none"} ${moving ? "result-moving" : ""}`;
  return {
    look,
    says: dayInWords(day),
    shows: (
      <>
        <span className="result-planned" data-drawn={day.planned === 0 ? "" : day.planned} />
        <span className="result-given" data-drawn={day.count === 0 ? "" : day.count} />
        <span
          className="result-sign"
          data-drawn={outcome === undefined ? "" : outcomes[outcome].sign}
        />
      </>
    ),
  };
}

/** How a day of a line stands, in words: `予定1回、実績1回、時刻の変更 09:10〜09:40`. */
export function dayInWords(day: DayOfLine): string {
  const outcome = outcomeOf(day);
  if (outcome === undefined) return "予定なし";
  const planned = day.planned === 0 ? "予定なし" : `予定${day.planned}回`;
  if (outcome === "as-planned") return `${planned}、予定どおり`;
  const given = day.count === 0 ? "実績なし" : `実績${day.count}回`;
  const from = day.movedFrom === undefined ? "" : `（${day.movedFrom}日から）`;
  const to = day.movedTo.length === 0 ? "" : `（${day.movedTo.join("日、")}日へ）`;
  const times = day.otherTime ? ` ${[...new Set(day.given.map(timesShown))].join("、")}` : "";
  return [planned, given, `${outcomes[outcome].word}${from}${to}${times}`].join("、");
}
