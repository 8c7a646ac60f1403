import { type DeletionDocument, deletionDocument } from "../../documents/deletion.ts";
import { type ResultsDocument, resultsDocument } from "../../documents/results.ts";
import { type WrittenFile, writeDocuments } from "../../documents/write-documents.ts";
import { currentVersion } from "../../layout/versions.ts";
import type { FileRecord } from "../../records/file-record.ts";
import { type CalendarDate, parseDate } from "../../values/calendar-date.ts";
import { setTimeOf } from "../../values/set-time.ts";
import { isNothingGiven } from "./line-days.ts";
import type { ResultsRoute, ServedUser } from "./plans-in-force.ts";
import { resultRows } from "./result-rows.ts";
import type { ResultsDraft } from "./results-draft.ts";

/** A care user of a route with the draft, and what was sent last: null where nothing was. */
export type EnteredUser = {
  readonly user: Pick<ServedUser, "insurerNumber" | "insuredNumber">;
  readonly draft: ResultsDraft;
  readonly sent: ResultsDraft | null;
};

/** What a route comes to: each a set of its own, undefined where there is nothing of it. */
export type ResultsSets = {
  /** All that was given, of all care users and satellites, in one UPJSK. */
  readonly results: ResultsDocument | undefined;
  /** DLTJSK of those of whom something was sent before and nothing is left. */
  readonly deletion: DeletionDocument | undefined;
  readonly files: readonly WrittenFile[];
};

/**
 * Writes the results of a route as they stand. A correction is the same again: the file holds the whole month, and
 * takes the place of the one before. The deletion is one second older, since files with one set time would be one set.
 * @throws StandardError `value` or `unmappable-character` when something entered does not fit the standard
 */
export function resultsSets(
  { month, manager, own }: Omit<ResultsRoute, "users">,
  entered: readonly EnteredUser[],
  moment: Date,
): ResultsSets {
  const [time, timeAfter] = [setTimeOf(moment), setTimeOf(new Date(moment.getTime() + 1000))];
  const making = { month, own, createdOn: parseDate(time.slice(0, 8)) };
  const rows = entered.flatMap(({ user, draft }) => resultRows(user, draft, making));
  const gone = entered.filter(
    ({ draft, sent }) => sent !== null && !isNothingGiven(sent) && isNothingGiven(draft),
  );
  const between = { sender: own, receiver: manager };
  const results =
    rows.length === 0
      ? undefined
      : resultsDocument({ ...between, time: timeAfter }, month, { UPJSK: numbered(rows) });
  const deletion =
    gone.length === 0
      ? undefined
      : deletionDocument({ ...between, time }, month, {
          DLTJSK: numbered(gone.map(({ user }) => deletionRow(user, making))),
        });
  return {
    results,
    deletion,
    files: [deletion, results].flatMap((one) => (one === undefined ? [] : writeDocuments(one))),
  };
}

type Making = Pick<ResultsRoute, "month" | "own"> & { readonly createdOn: CalendarDate };

function deletionRow(
  { insurerNumber, insuredNumber }: EnteredUser["user"],
  { month, own }: Making,
): FileRecord<"DLTJSK"> {
  return {
    csvVersion: currentVersion,
    insurerNumber,
    insuredNumber,
    month,
    serviceOffice: own.office,
    serviceType: own.serviceType,
  };
}

function numbered<Record>(
  records: readonly Record[],
): readonly { readonly row: number; readonly record: Record }[] {
  return records.map((record, at) => ({ row: at + 1, record }));
}
