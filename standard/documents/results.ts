import type { MonthOfService } from "../values/month-of-service.ts";
import type { Envelope } from "./envelope.ts";
import type { RowsByKind } from "./file-row.ts";
import { type MonthTable, monthTableOf, rowsOfMonth, type SlipRow } from "./table-6.ts";
import { type CareUser, UserEntries } from "./user-entries.ts";

/** 実績 of one care user for a month. */
export type UserResults = CareUser & {
  readonly month: MonthOfService;
  readonly table6: MonthTable;
};

/** A set of results, in the order in which the users are met in the file. */
export type ResultsDocument = {
  readonly kind: "results";
  readonly envelope: Envelope | undefined;
  /** The month that the name of the file says; where it says none, that of the first row. */
  readonly month: MonthOfService | undefined;
  readonly users: readonly UserResults[];
};

/** Puts results together by care user and month. */
export function resultsDocument(
  envelope: Envelope | undefined,
  month: MonthOfService | undefined,
  rows: RowsByKind,
): ResultsDocument {
  const entries = new UserEntries<CareUser & { month: MonthOfService; rows: SlipRow[] }>();
  for (const row of rows.UPJSK ?? []) {
    const { insurerNumber, insuredNumber, month: ofMonth } = row.record;
    const user = { insurerNumber, insuredNumber };
    const begin = () => ({ ...user, month: ofMonth, rows: [] });
    entries.entryFor(user, ofMonth, undefined, begin).rows.push(row);
  }
  const users = entries.all().map(({ rows: ofUser, ...user }) => ({
    ...user,
    table6: monthTableOf(user.month, ofUser),
  }));
  return { kind: "results", envelope, month: month ?? users[0]?.month, users };
}

/** The rows that a document of results was made from. */
export function rowsOfResults({ users }: ResultsDocument): RowsByKind {
  return { UPJSK: users.flatMap(({ table6 }) => rowsOfMonth(table6)) };
}
