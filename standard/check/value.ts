import { type CodeListName, codeLists } from "../layout/code-lists.ts";
import type { FieldRow, Format, Need } from "../layout/field.ts";
import { type Problem, problem } from "../rules/problem.ts";
import { isDate } from "../values/calendar-date.ts";
import { isTime } from "../values/clock-time.ts";
import { isDigits } from "../values/digits.ts";
import { isMonth } from "../values/month-of-service.ts";

/** Checks one value of a field; undefined when it is right. */
export type ValueCheck = (value: string) => Problem | undefined;

const made = new Map<FieldRow, ValueCheck>();

/** The check of a field: required, then length, form and code as its row of the layout says. */
export function valueCheck(field: FieldRow): ValueCheck {
  const check = made.get(field) ?? makeCheck(field);
  made.set(field, check);
  return check;
}

function makeCheck(field: FieldRow): ValueCheck {
  const [, , name, , need, format, more] = field;
  const whenEmpty = emptyProblem(name, need);
  const checkValue =
    more?.codes === undefined ? checks[format](field) : codeCheck(name, more.codes);
  return (value) => (value === "" ? whenEmpty : checkValue(value));
}

function emptyProblem(name: string, need: Need): Problem | undefined {
  if (need === "optional") return undefined;
  return problem(need, { name });
}

const alphanumeric = (field: FieldRow): ValueCheck =>
  exactly(field, (value) => /^[0-9A-Z]+$/.test(value), "半角の数字・大文字");

const version = "西暦の年月6桁（4.1版は 202407）にしてください";
const date = "西暦の年月日8桁の実在する日（例 20261201）にしてください";
const month = "西暦の年月6桁（例 202612）にしてください";
const time = "0000から2359までの時刻4桁（例 0930）にしてください";
const timeOrNone = "0000から2359までの時刻4桁、時刻のないサービスは 9999 にしてください";

const checks: { readonly [F in Format]: (field: FieldRow) => ValueCheck } = {
  version: (field) => written(field, isMonth, version),
  text: atMost,
  unused: atMost,
  code: alphanumeric,
  office: alphanumeric,
  "service type": alphanumeric,
  "service code": alphanumeric,
  insurer: (field) => exactly(field, isDigits, "半角数字"),
  insured: insuredCheck,
  integer: integerCheck,
  "99.99": decimalCheck,
  YYYYMMDD: dateCheck,
  YYYYMM: (field) => written(field, orZeros(field, "000000", isMonth), month),
  HHMM: (field) => written(field, isTime, time),
  "HHMM or 9999": (field) =>
    written(field, (value) => value === "9999" || isTime(value), timeOrNone),
  "NNN-NNNN": (field) =>
    written(
      field,
      (value) => /^\d{3}-\d{4}$/.test(value),
      "半角数字3桁-4桁（例 123-4567）にしてください",
    ),
  "31 digits": (field) =>
    written(
      field,
      (value) => /^[01]{31}$/.test(value),
      "1日から31日まで 0 か 1 を31桁並べてください",
    ),
};

function codeCheck(name: string, list: CodeListName): ValueCheck {
  const codes: ReadonlySet<string> = new Set(codeLists[list].map(([code]) => code));
  const choices = codeLists[list].map(([code, meaning]) => `${code} ${meaning}`).join("、");
  return (value) => (codes.has(value) ? undefined : problem("code", { name, value, choices }));
}

function dateCheck(field: FieldRow): ValueCheck {
  const name = field[2];
  const checkForm = written(field, orZeros(field, "00000000", isDate), date);
  const rule = field[6]?.doubt ? "date-of-six-digits-in-doubt" : "date-of-six-digits";
  return (value) =>
    value.length === 6 && isDigits(value)
      ? problem(rule, { name, value, wanted: date })
      : checkForm(value);
}

/** Nine digits are in the standard's own examples, so they are a warning. */
function insuredCheck(field: FieldRow): ValueCheck {
  const check = exactly(field, isDigitsOrH, "半角数字（先頭だけ H も可）");
  return (value) =>
    value.length === 9 && isDigits(value)
      ? problem("insured-of-nine-digits", { name: field[2] })
      : check(value);
}

function isDigitsOrH(value: string): boolean {
  return /^[\dH]\d*$/.test(value);
}

/** With a minus sign too: units of reductions 減算 are negative. */
function integerCheck(field: FieldRow): ValueCheck {
  const checkForm = written(
    field,
    (value) => isDigits(value) || /^-\d+$/.test(value),
    "整数（半角数字だけ）にしてください",
  );
  const checkLength = atMost(field);
  return (value) => checkForm(value) ?? checkLength(value);
}

function decimalCheck(field: FieldRow): ValueCheck {
  const name = field[2];
  const checkLength = atMost(field);
  return (value) => {
    if (/^\d+\.\d\d$/.test(value)) return checkLength(value);
    return /^\d+(?:\.\d)?$/.test(value)
      ? problem("decimal-places", { name, value })
      : problem("format", { name, value, wanted: "小数点以下2桁の数（例 11.40）にしてください" });
  };
}

function exactly(
  [, , name, length]: FieldRow,
  isForm: (value: string) => boolean,
  form: string,
): ValueCheck {
  const wanted = `${form}${length}桁にしてください`;
  return (value) => {
    if (!isForm(value)) return problem("format", { name, value, wanted });
    return length === null || value.length === length
      ? undefined
      : problem("length-exact", { name, value, length });
  };
}

function atMost([, , name, length, , , more]: FieldRow): ValueCheck {
  if (length === null) return () => undefined;
  const rule = more?.doubt ? "length-in-doubt" : "length-at-most";
  return (value) =>
    value.length <= length ? undefined : problem(rule, { name, count: value.length, length });
}

function written(
  [, , name]: FieldRow,
  isForm: (value: string) => boolean,
  wanted: string,
): ValueCheck {
  return (value) => (isForm(value) ? undefined : problem("format", { name, value, wanted }));
}

function orZeros(
  field: FieldRow,
  zeros: string,
  isForm: (value: string) => boolean,
): (value: string) => boolean {
  return field[6]?.zero ? (value) => value === zeros || isForm(value) : isForm;
}
