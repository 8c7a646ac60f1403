import fc from "fast-check";
import { codeLists } from "../../layout/code-lists.ts";
import type { FieldRow, Format } from "../../layout/field.ts";
import { type FileKind, rowsOf } from "../../layout/layouts.ts";
import { currentVersion } from "../../layout/versions.ts";

/** Right values of each format, in the form our writer gives them. */
const values: { readonly [F in Format]: fc.Arbitrary<string> } = {
  version: fc.constant(currentVersion),
  text: fc.string({
    unit: fc.constantFrom("あ", "髙", "﨑", "①", "ｱ", "a", ",", '"', "\r\n", "\n", " ", "　"),
    minLength: 1,
    maxLength: 12,
  }),
  unused: fc.constantFrom("0", "1", "X"),
  code: fc.constant(""),
  insurer: fc.stringMatching(/^\d{6}$/),
  insured: fc.stringMatching(/^[\dH]\d{9}$/),
  office: fc.stringMatching(/^[0-9A-Z]{10}$/),
  "service type": fc.stringMatching(/^[0-9A-Z]{2}$/),
  "service code": fc.stringMatching(/^[0-9A-Z]{6}$/),
  integer: fc.integer({ min: 0, max: 9 }).map(String),
  "99.99": fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  YYYYMMDD: fc
    .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).replaceAll("-", "")),
  YYYYMM: fc.constant("202612"),
  HHMM: fc.constantFrom("0000", "0930", "2359"),
  "HHMM or 9999": fc.constantFrom("0900", "9999"),
  "NNN-NNNN": fc.stringMatching(/^\d{3}-\d{4}$/),
  "31 digits": fc.stringMatching(/^[01]{31}$/),
};

/** Any row of a kind whose values are right, each by itself: rows need not agree with each other. */
export function anyRow(kind: FileKind): fc.Arbitrary<string[]> {
  return fc.tuple(...rowsOf(kind).map(anyValue));
}

/** Any right value of a field; sometimes empty where it may be. */
export function anyValue(field: FieldRow): fc.Arbitrary<string> {
  const [, key, , length, need, format, more] = field;
  const right = rightValue();
  return need === "optional" ? fc.oneof(fc.constant(""), right) : right;

  function rightValue(): fc.Arbitrary<string> {
    if (more?.codes) return fc.constantFrom(...codeLists[more.codes].map(([code]) => code));
    if (key === "serviceDate") return fc.constantFrom("20261201", "20261231");
    if (format === "code") return fc.constant("1".repeat(length ?? 0));
    return values[format].filter((value) => length === null || value.length <= length);
  }
}
