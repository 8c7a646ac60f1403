import { columnsOf } from "../../layout/columns.ts";
import type { FieldRow } from "../../layout/field.ts";
import type { FileKind, Layouts } from "../../layout/layouts.ts";
import { isDate } from "../../values/calendar-date.ts";
import type { FileContext } from "../row-rules.ts";

type KeyOf<Kind extends FileKind> = Layouts[Kind]["fields"][number][1];

/** Two dates of a row that come one after the other, or are the same day. */
export type DatePair<Kind extends FileKind> = {
  readonly earlier: KeyOf<Kind>;
  readonly later: KeyOf<Kind>;
};

/** Finds dates of a row that stand the wrong way round. Empty ones, and ones in doubt, are let be. */
export function dateOrder<Kind extends FileKind>(
  kind: Kind,
  { fields, findings }: FileContext,
  pairs: readonly DatePair<Kind>[],
): (values: readonly string[], number: number) => void {
  const columns = columnsOf(kind);
  return (values, number) => {
    for (const { earlier, later } of pairs) {
      const [from, to] = [values[columns[earlier]] ?? "", values[columns[later]] ?? ""];
      if (!isDate(from) || !isDate(to) || from <= to) continue;
      const field = fields[columns[later]];
      const about = { earlier: nameOf(fields[columns[earlier]]), from, later: nameOf(field), to };
      findings.report("dates-reversed", about, { row: number, field });
    }
  };
}

function nameOf(field: FieldRow | undefined): string {
  return field?.[2] ?? "";
}
