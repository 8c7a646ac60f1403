import type { CodeListName, codeLists } from "../layout/code-lists.ts";
import type { FieldRow } from "../layout/field.ts";
import type { FileKind, Layouts } from "../layout/layouts.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { ClockTime, NoTime } from "../values/clock-time.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { OfficeNumber } from "../values/office-number.ts";
import type { InsuredNumber, InsurerNumber } from "../values/person-numbers.ts";
import type { ServiceType } from "../values/service-type.ts";

/**
 * One row of a file as an object, e.g. `FileRecord<"UPPLAN">`: the properties are the keys of its layout. A field that
 * may be empty is an optional property, left out where it is. Numbers are numbers, codes are the codes of their list.
 */
export type FileRecord<Kind extends FileKind> = Flat<
  {
    readonly [Row in RowOf<Kind> as Row[4] extends "required" ? Row[1] : never]: ValueOf<Row>;
  } & {
    readonly [Row in RowOf<Kind> as Row[4] extends "required" ? never : Row[1]]?: ValueOf<Row>;
  }
>;

type RowOf<Kind extends FileKind> = Layouts[Kind]["fields"][number];

type ValueOf<Row extends FieldRow> = Row[6] extends {
  readonly codes: infer List extends CodeListName;
}
  ? (typeof codeLists)[List][number][0]
  : Row[6] extends { readonly zero: true }
    ? ValueOfFormat[Row[5]] | Zeros[Row[5] & keyof Zeros]
    : Row[6] extends { readonly doubt: true }
      ? DoubtfulValueOf<Row[5]>
      : ValueOfFormat[Row[5]];

/** A date in doubt may be shorter than a date, so it is any text. */
type DoubtfulValueOf<Format extends FieldRow[5]> = Format extends "YYYYMMDD"
  ? string
  : ValueOfFormat[Format];

type Zeros = { YYYYMMDD: "00000000"; YYYYMM: "000000" };

type ValueOfFormat = {
  version: string;
  text: string;
  code: string;
  insurer: InsurerNumber;
  insured: InsuredNumber;
  office: OfficeNumber;
  "service type": ServiceType;
  "service code": string;
  integer: number;
  "99.99": number;
  YYYYMMDD: CalendarDate;
  YYYYMM: MonthOfService;
  HHMM: ClockTime;
  "HHMM or 9999": ClockTime | NoTime;
  "NNN-NNNN": string;
  "31 digits": string;
  unused: string;
};

/** Shows an intersection as the one object it is. */
type Flat<T> = { readonly [Key in keyof T]: T[Key] };
