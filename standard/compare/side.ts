import type { SetDocument } from "../documents/document.ts";
import type { FileRow } from "../documents/file-row.ts";
import { type MonthTable, monthTableOf, rowsOfMonth, type SlipRow } from "../documents/table-6.ts";
import type { Annex } from "../documents/table-7.ts";
import type { CareUser } from "../documents/user-entries.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { SetTime } from "../values/set-time.ts";
import { compareTexts } from "./visit.ts";

/** What is compared: plans of use 予定, or results 実績. */
export type SideKind = "plan" | "results";

/** The month of one care user as a side has it. */
export type SideUser = CareUser & {
  readonly month: MonthOfService;
  readonly name: string | undefined;
  readonly table6: MonthTable | undefined;
  /** Of plans only. */
  readonly table7: Annex | undefined;
  /** Of plans only. */
  readonly supplement: FileRow<"UPHOSOKU"> | undefined;
  /** Set times of what it was taken from, the newest last. */
  readonly times: readonly SetTime[];
};

/** One side of a comparison: for each care user and month what holds in the end. */
export type Side = {
  readonly kind: SideKind;
  readonly users: ReadonlyMap<string, SideUser>;
  /**
   * Offices with a service type, `1370000029/11`, for which results speak; undefined for plans, which speak for all.
   * Of other offices results say nothing: their visits are not missing.
   */
  readonly reported: ReadonlySet<string> | undefined;
};

/**
 * Takes what holds in the end from documents of any kind, by their set times: of plans the newest of a care user and
 * month, of results the newest of each office and service type, so that results which a care manager passed on count
 * once; deletions take away what came before them. Other documents are passed over. Documents whose files do not name
 * a set time count as older than all others.
 */
export function takeSide(kind: SideKind, documents: readonly SetDocument[]): Side {
  const inOrder = documents.toSorted((a, b) => compareTexts(timeOf(a), timeOf(b)));
  return kind === "plan" ? planSide(inOrder) : resultsSide(inOrder);
}

/** What names a care user's month among all others. */
export function userMonthKey({ insurerNumber, insuredNumber }: CareUser, month: string): string {
  return `${insurerNumber}/${insuredNumber}/${month}`;
}

/** What names a service type of an office. */
export function officeServiceKey(office: string, serviceCode: string): string {
  return `${office}/${serviceCode.slice(0, 2)}`;
}

function planSide(documents: readonly SetDocument[]): Side {
  const users = new Map<string, SideUser>();
  for (const document of documents) {
    if (document.kind === "plan-of-use") {
      for (const plan of document.users) {
        const { insurerNumber, insuredNumber, name, month, table6, table7, supplement } = plan;
        // A supplement alone, as it goes with care plans, plans nothing.
        if (month === undefined || (table6 === undefined && table7 === undefined)) continue;
        const user = { insurerNumber, insuredNumber };
        const times = timesOf(document);
        users.set(userMonthKey(user, month), {
          ...user,
          month,
          name,
          table6,
          table7,
          supplement,
          times,
        });
      }
    } else if (document.kind === "deletion") {
      for (const deletion of document.deletions) {
        if (deletion.deletes !== "DLTPLAN") continue;
        users.delete(userMonthKey(deletion.record, deletion.record.month));
      }
    }
  }
  return { kind: "plan", users, reported: undefined };
}

/** The results of one office and service type for a care user. */
type Part = { readonly rows: readonly SlipRow[]; readonly times: readonly SetTime[] };

type Parts = CareUser & {
  readonly month: MonthOfService;
  /** By `officeServiceKey`. */
  readonly byService: Map<string, Part>;
};

function resultsSide(documents: readonly SetDocument[]): Side {
  const all = new Map<string, Parts>();
  const reported = new Set<string>();
  for (const document of documents) {
    if (document.kind === "results") {
      const sender = document.envelope?.sender;
      if (sender !== undefined) reported.add(officeServiceKey(sender.office, sender.serviceType));
      for (const { insurerNumber, insuredNumber, month, table6 } of document.users) {
        const user = { insurerNumber, insuredNumber };
        const key = userMonthKey(user, month);
        const parts = all.get(key) ?? { ...user, month, byService: new Map<string, Part>() };
        const services = Map.groupBy(rowsOfMonth(table6), ({ record }) =>
          officeServiceKey(record.serviceOffice, record.serviceCode),
        );
        for (const [service, rows] of services) {
          reported.add(service);
          parts.byService.set(service, { rows, times: timesOf(document) });
        }
        all.set(key, parts);
      }
    } else if (document.kind === "deletion") {
      for (const deletion of document.deletions) {
        if (deletion.deletes !== "DLTJSK") continue;
        const { record } = deletion;
        const service = officeServiceKey(record.serviceOffice, record.serviceType);
        all.get(userMonthKey(record, record.month))?.byService.delete(service);
      }
    }
  }
  const users = Array.from(all, ([key, parts]) => [key, sideUserOf(parts)] as const);
  return { kind: "results", users: new Map(users), reported };
}

function sideUserOf({ byService, month, ...user }: Parts): SideUser {
  const parts = [...byService.values()];
  return {
    ...user,
    month,
    name: undefined,
    table6: monthTableOf(
      month,
      parts.flatMap(({ rows }) => rows),
    ),
    table7: undefined,
    supplement: undefined,
    times: [...new Set(parts.flatMap(({ times }) => times))].sort(),
  };
}

function timeOf({ envelope }: SetDocument): string {
  return envelope?.time ?? "";
}

function timesOf({ envelope }: SetDocument): readonly SetTime[] {
  return envelope === undefined ? [] : [envelope.time];
}
