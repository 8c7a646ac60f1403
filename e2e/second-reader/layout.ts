import { readFileSync } from "node:fs";

/** A field of a row, as the layout definition has it. */
export type LayoutField = readonly [
  number: number,
  name: string,
  /** In characters; null for free text without a limit. */
  length: number | null,
  mustBeFilled: boolean,
  format: LayoutFormat,
  codes?: readonly string[],
];

/** How the value of a field is written. */
export type LayoutFormat =
  | "text"
  | "code"
  | "integer"
  | "decimal 99.99"
  | "YYYYMM"
  | "YYYYMM or 000000"
  | "YYYYMMDD"
  | "YYYYMMDD or 00000000"
  | "HHMM"
  | "HHMM or 9999"
  | "XXX-XXXX"
  | "31 digits"
  | "office"
  | "9999999999"
  | "unused";

interface Layout {
  /** CSVバージョン, all editions. */
  readonly csvVersions: readonly string[];
  readonly files: {
    readonly [kind: string]: {
      readonly monthInName: boolean;
      readonly fields: readonly LayoutField[];
    };
  };
}

/** The layout tables of edition 4.1. */
export const layout = JSON.parse(
  readFileSync(new URL("layout.json", import.meta.url), "utf8"),
) as Layout;
