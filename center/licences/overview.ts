import {
  type Licence,
  type LicenceOverview,
  type LicenceYear,
  licenceRenewalDays,
  type Renewal,
  receivingDays,
} from "@tsunagi/contract/exchange";
import type { Sql, Transaction } from "../database/pool.ts";
import { dayAfter, dayInTokyo } from "./days.ts";
import { feeOn } from "./fees.ts";
import { hasAccepted, termsOn } from "./terms.ts";

interface YearRow extends Omit<LicenceYear, "appliedAt"> {
  readonly office: string;
  readonly appliedAt: Date;
  readonly automaticRenewal: boolean;
}

/** All that an office sees of its licence (ライセンス). */
export async function licenceOverview(
  sql: Sql | Transaction,
  office: string,
  now: Date,
): Promise<LicenceOverview> {
  const years = await readYears(sql, office);
  const licence = currentOf(years, dayInTokyo(now));
  return {
    licence,
    renewal: licence?.state === "active" ? await renewalOf(sql, office, licence, years, now) : null,
    history: years.map(yearFrom),
  };
}

function yearFrom(row: YearRow): LicenceYear {
  const { applicationNumber, appliedAt, from, until, feeYen, deductionMonth, termsEdition } = row;
  const year = { applicationNumber, from, until, feeYen, deductionMonth, termsEdition };
  return { ...year, appliedAt: appliedAt.toISOString() };
}

/** The year that is under way, or the last one; null before the first application. */
export async function findLicence(
  sql: Sql | Transaction,
  office: string,
  now: Date,
): Promise<Licence | null> {
  return currentOf(await readYears(sql, office), dayInTokyo(now));
}

/** The licence of each of many offices, with the year after where it is applied for; those that never applied are missing. */
export async function findLicences(
  sql: Sql,
  offices: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, { readonly licence: Licence; readonly next: LicenceYear | null }>> {
  const all = await sql<YearRow[]>`
    ${yearsOf(sql)} where office = any(${[...offices]}) order by valid_from desc`;
  const found = new Map<string, { licence: Licence; next: LicenceYear | null }>();
  for (const [office, years] of Map.groupBy(all, (year) => year.office)) {
    const licence = currentOf(years, dayInTokyo(now));
    if (licence === null) continue;
    const next = yearAfter(licence, years);
    found.set(office, { licence, next: next ? yearFrom(next) : null });
  }
  return found;
}

/** The latest first. */
function readYears(sql: Sql | Transaction, office: string): Promise<YearRow[]> {
  return sql<YearRow[]>`${yearsOf(sql)} where office = ${office} order by valid_from desc`;
}

function yearsOf(sql: Sql | Transaction): ReturnType<typeof sql> {
  return sql`
    select office, application_number as "applicationNumber", applied_at as "appliedAt", valid_from as "from",
           valid_until as "until", fee_yen as "feeYen", deduction_month as "deductionMonth",
           automatic_renewal as "automaticRenewal", terms_edition as "termsEdition"
    from licences`;
}

function yearAfter(
  { until }: Pick<Licence, "until">,
  years: readonly YearRow[],
): YearRow | undefined {
  return years.find((year) => year.from > until);
}

function currentOf(years: readonly YearRow[], today: string): Licence | null {
  const year = years.find(({ from }) => from <= today);
  if (!year) return null;
  const receivesUntil = dayAfter(year.until, receivingDays);
  const state = stateOf({ ...year, receivesUntil }, today);
  return { ...year, appliedAt: year.appliedAt.toISOString(), receivesUntil, state };
}

function stateOf(
  {
    until,
    receivesUntil,
    automaticRenewal,
  }: Pick<Licence, "until" | "receivesUntil" | "automaticRenewal">,
  today: string,
): Licence["state"] {
  if (until >= today || automaticRenewal) return "active";
  return receivesUntil >= today ? "receiving" : "ended";
}

async function renewalOf(
  sql: Sql | Transaction,
  office: string,
  licence: Licence,
  years: readonly YearRow[],
  now: Date,
): Promise<Renewal> {
  const { until, automaticRenewal } = licence;
  const from = dayAfter(until, 1);
  const opensOn = dayAfter(until, 1 - licenceRenewalDays);
  const next = yearAfter(licence, years);
  if (next) return { from, feeYen: next.feeYen, opensOn, termsToAccept: null, done: true };
  const { edition } = await termsOn(sql, from);
  const termsToAccept = (await hasAccepted(sql, office, edition)) ? null : edition;
  // By itself it is charged on its first day, by hand on the day of applying.
  const today = dayInTokyo(now);
  const isOpen = today >= opensOn;
  const byHand = isOpen ? today : opensOn;
  const feeYen = await feeOn(sql, automaticRenewal ? from : byHand);
  return { from, feeYen, opensOn, termsToAccept, done: false };
}
