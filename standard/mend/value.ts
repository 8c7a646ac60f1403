import type { FieldRow, Format } from "../layout/field.ts";
import { guessCode, guessPlainCode } from "./codes.ts";
import { guessDate, guessMonth, guessTime } from "./dates.ts";
import { certainly, type Guess, likely } from "./guess.ts";
import { typedPlainly } from "./half-width.ts";
import type { Mend } from "./mend.ts";
import { guessDecimal, guessInteger } from "./numbers.ts";

/**
 * What a wrong value of a field was meant to be: full-width digits, dates with strokes, thousands with commas, lost
 * zeros, words in place of codes, and what spreadsheets make of such values. Undefined where it cannot be known, and
 * for free text. What makes a certain mend is right in its field; a number that names someone (被保険者番号,
 * 事業所番号) is never completed for certain.
 */
export function mendValue(field: FieldRow, value: string): Mend | undefined {
  const [, , , , need, format, more] = field;
  if (value === "" || format === "text" || format === "unused") return undefined;
  const typed = typedPlainly(value);
  if (typed === "") {
    return need === "required" ? undefined : asMend(certainly("", "空白だけなので"));
  }
  const digits = format === "99.99" ? typed : typed.replace(/^(-?\d+)\.0+$/, "$1");
  const guess = zerosOf(field, digits) ?? guesses[format](digits, field);
  if (guess === undefined || guess.value === value) return undefined;
  if (more?.codes === undefined && guess.value === typed) {
    return asMend({ ...guess, how: "半角で、前後の空白なしに" });
  }
  return asMend(guess);
}

function asMend({ value, certain, how }: Guess): Mend {
  const what = value === "" ? "空にする" : `「${value}」にする`;
  return {
    certain,
    says: certain ? `${how}${what}` : `${how}${what}（よいか確かめてください）`,
    value,
  };
}

const guesses: {
  readonly [F in Format]: (typed: string, field: FieldRow) => Guess | undefined;
} = {
  text: nothing,
  unused: nothing,
  version: guessMonth,
  code: (typed, [, , , length, , , more]) =>
    more?.codes === undefined ? guessPlainCode(typed, length ?? 0) : guessCode(typed, more.codes),
  insurer: (typed, field) => guessNumber(typed, /^\d{6}$/, field, 5),
  insured: (typed, field) => guessNumber(typed, /^[\dH]\d{9}$/, field, 1),
  office: (typed, field) => guessNumber(typed, /^[0-9A-Z]{10}$/, field, 9),
  "service type": (typed) => guessServiceType(typed.toUpperCase()),
  "service code": (typed) => guessServiceCode(joined(typed)),
  integer: (typed, [, , , length]) => guessInteger(typed, length ?? Number.POSITIVE_INFINITY),
  "99.99": (typed, [, , , length]) => guessDecimal(typed, length ?? Number.POSITIVE_INFINITY),
  YYYYMMDD: guessDate,
  YYYYMM: guessMonth,
  HHMM: guessTime,
  "HHMM or 9999": (typed) =>
    /^99:?99$/.test(typed) ? certainly("9999", "時刻なしの") : guessTime(typed),
  "NNN-NNNN": guessPostalCode,
  "31 digits": guessDays,
};

function nothing(): undefined {
  return undefined;
}

/** Zeros that stand for none: a lone 0 where the standard has zeros, and zeros where a date may simply be left out. */
function zerosOf([, , , length, need, format, more]: FieldRow, digits: string): Guess | undefined {
  if ((format !== "YYYYMMDD" && format !== "YYYYMM") || !/^0+$/.test(digits)) return undefined;
  if (more?.zero) return certainly("0".repeat(length ?? 0), "0 を並べて");
  return need === "optional" ? certainly("", "日付なしの 0 なので") : undefined;
}

/** @param fewest digits that may be left of a number whose zeros in front were lost */
function guessNumber(
  typed: string,
  form: RegExp,
  [, , , length]: FieldRow,
  fewest: number,
): Guess | undefined {
  const number = joined(typed);
  if (form.test(number)) return certainly(number, "半角の数字・大文字だけで");
  const full = number.padStart(length ?? 0, "0");
  return /^\d+$/.test(number) && number.length >= fewest && form.test(full)
    ? likely(full, "先頭の 0 が落ちたとして")
    : undefined;
}

function guessServiceType(type: string): Guess | undefined {
  if (/^[0-9A-Z]{2}$/.test(type)) return certainly(type, "半角の数字・大文字で");
  return /^0[0-9A-Z]{2}$/.test(type) ? certainly(type.slice(1), "2桁で") : undefined;
}

function guessServiceCode(code: string): Guess | undefined {
  return /^[0-9A-Z]{6}$/.test(code) ? certainly(code, "半角の数字・大文字6桁で") : undefined;
}

function guessPostalCode(typed: string): Guess | undefined {
  const digits = typed.replace(/^〒/, "").replaceAll(/[\s-]/g, "");
  if (!/^\d{7}$/.test(digits)) return undefined;
  return certainly(`${digits.slice(0, 3)}-${digits.slice(3)}`, "3桁-4桁で");
}

/** Digits for 28 to 30 days belong to a shorter month: the days it has not are 0. */
function guessDays(typed: string): Guess | undefined {
  const days = typed.replaceAll(/[\s,-]/g, "");
  if (/^[01]{31}$/.test(days)) return certainly(days, "0 と 1 だけで");
  return /^[01]{28,30}$/.test(days)
    ? likely(days.padEnd(31, "0"), "その月にない日を 0 として")
    : undefined;
}

/** A number or code in capitals, without spaces and strokes inside. */
function joined(typed: string): string {
  return typed.replaceAll(/[\s-]/g, "").toUpperCase();
}
