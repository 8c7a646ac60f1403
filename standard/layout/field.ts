import type { CodeListName } from "./code-lists.ts";

/**
 * How the value of a field is written.
 * - `version`: CSVバージョン (6 digits, see versions.ts)
 * - `text`: free text; stands in double quotes
 * - `code`: half-width digits and capital letters, exactly as long as the field, from the code list where one is named
 * - `insurer`, `insured`, `office`: 保険者番号 (6 digits), 被保険者番号 (10 digits, or H and 9), 事業所番号 (10)
 * - `service type`, `service code`: サービス種類コード (2), サービスコード (6)
 * - `integer`: a whole number, at most as long as the field
 * - `99.99`: a number with two decimals
 * - `HHMM or 9999`: a time of day, or 9999 for a service without a time
 * - `31 digits`: 0 or 1 for each day of a month
 * - `unused`: kept by the standard, without a meaning
 */
export type Format =
  | "version"
  | "text"
  | "code"
  | "insurer"
  | "insured"
  | "office"
  | "service type"
  | "service code"
  | "integer"
  | "99.99"
  | "YYYYMMDD"
  | "YYYYMM"
  | "HHMM"
  | "HHMM or 9999"
  | "NNN-NNNN"
  | "31 digits"
  | "unused";

/** Whether a field must hold a value; `needed`: by the standard's remarks, not by its table (a warning when empty). */
export type Need = "required" | "needed" | "optional";

/** What a field has beyond its row: its code list, whether zeros stand for "none", and remarks. */
export type More = {
  readonly codes?: CodeListName;
  /** A value of zeros only stands for "no date", "no month". */
  readonly zero?: true;
  /** The standard's text and its examples differ here: a wrong length is a warning at most. */
  readonly doubt?: true;
  /** The remark 備考 of the standard, in short. */
  readonly note?: string;
};

/** One row of a layout table. `length` is in characters; `null` is free text without a limit. */
export type FieldRow = readonly [
  number: number,
  key: string,
  name: string,
  length: number | null,
  need: Need,
  format: Format,
  more?: More,
];

/** The layout of one file kind. */
export type Layout = {
  readonly kind: string;
  readonly title: string;
  /** Who sends it: 居宅介護支援 to service office, back, or within preventive care. */
  readonly direction: "planner-to-provider" | "provider-to-planner" | "preventive";
  /** Whether the file name holds the month 対象年月. */
  readonly monthInName: boolean;
  /** Whether the file deletes what an earlier file brought. */
  readonly deletes: boolean;
  readonly note?: string;
  readonly fields: readonly FieldRow[];
};

/** A field of a layout by names, for those who show it: the row of the table, spelled out. */
export type Field = {
  /** From 1, as in the standard. */
  readonly number: number;
  /** Property name in a typed record. */
  readonly key: string;
  /** Name in the standard, Japanese. */
  readonly name: string;
  readonly length: number | null;
  readonly need: Need;
  readonly format: Format;
  readonly codes?: CodeListName;
  readonly note?: string;
};
