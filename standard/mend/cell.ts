import { lostMarks } from "../check/characters.ts";
import { explain } from "../check/typing.ts";
import type { ValueCheck } from "../check/value.ts";
import type { FieldRow } from "../layout/field.ts";
import {
  doubleMark,
  halfWidthKanaMark,
  type MarkedText,
  unmappableMark,
} from "../ms932/text-marks.ts";
import type { RuleName } from "../rules/rules.ts";
import { shortened } from "../rules/shortened.ts";
import { mendText } from "./characters.ts";
import { mendKana } from "./kana.ts";
import type { Mend } from "./mend.ts";

/** One thing that is done to a value. */
export type Step = {
  readonly rule: RuleName;
  readonly from: string;
  readonly to: string;
  readonly message: string;
};

/** Decides on a mend of a value or of a character in it, the certain ones too. */
export type AcceptCell = (mend: Mend, from: string) => boolean;

/** A value as it is after mending, and what was done to it, in order. */
export type MendedCell = { readonly text: string; readonly steps: readonly Step[] };

/**
 * Mends one value: its characters first, then how it is written. A value with bytes that are no character is left.
 * @param accept asked about every mend, the certain ones too
 */
export function mendCell(
  field: FieldRow,
  check: ValueCheck,
  { text, marks }: MarkedText,
  accept: AcceptCell,
): MendedCell {
  if ((marks & lostMarks) !== 0) return { text, steps: [] };
  const steps: Step[] = [];
  let now = text;
  const step = (rule: RuleName, to: string, message: string): void => {
    steps.push({ rule, from: now, to, message });
    now = to;
  };

  if ((marks & doubleMark) !== 0) {
    step("double-character", now, "文字を、Windows と同じコードで書き直しました。");
  }
  if ((marks & unmappableMark) !== 0) {
    const changes = new Set<string>();
    const to = mendText(now, (mend, character) => {
      const accepted = accept(mend, character);
      if (accepted)
        changes.add(mend.value === "" ? "見えない文字→なし" : `${character}→${mend.value}`);
      return accepted;
    });
    if (to !== now) step("unmappable-character", to, charactersMended(changes));
  }
  if ((marks & halfWidthKanaMark) !== 0) {
    const mend = mendKana(field, now);
    if (mend?.value !== undefined && accept(mend, now)) {
      step("half-width-kana", mend.value, "半角のカナを全角に直しました。");
    }
  }
  const found = now === "" ? undefined : check(now);
  if (found !== undefined) {
    const { rule, mend } = explain(field, now, check, found);
    if (mend?.value !== undefined && accept(mend, now)) {
      step(rule, mend.value, valueMended(now, mend.value));
    }
  }
  return { text: now, steps };
}

function charactersMended(changes: ReadonlySet<string>): string {
  const named = [...changes].slice(0, 5).join("、");
  return `文字を直しました（${named === "" ? "濁点などを一字に" : named}）。`;
}

function valueMended(from: string, to: string): string {
  const was = `「${shortened(from)}」`;
  return to === "" ? `${was}を空にしました。` : `${was}を「${shortened(to)}」に直しました。`;
}
