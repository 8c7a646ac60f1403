import type { Terms } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { CenterError } from "../errors.ts";
import { dayInTokyo } from "./days.ts";
import { firstTerms } from "./first-terms.ts";

/** The edition of the terms (利用規約) in force on a day. */
export async function termsOn(sql: Sql | Transaction, day: string): Promise<Terms> {
  const [row] = await sql<Terms[]>`
    select edition, in_force_since as "inForceSince", sections from terms
    where in_force_since <= ${day} order by in_force_since desc limit 1`;
  return row ?? firstTerms;
}

export async function findTerms(
  sql: Sql | Transaction,
  edition: string,
): Promise<Terms | undefined> {
  if (edition === firstTerms.edition) return firstTerms;
  const [row] = await sql<Terms[]>`
    select edition, in_force_since as "inForceSince", sections from terms where edition = ${edition}`;
  return row;
}

/** Tells which edition is in force on a day, for many days. */
export async function readEditions(sql: Sql): Promise<(day: string) => string> {
  const later = await sql<Pick<Terms, "edition" | "inForceSince">[]>`
    select edition, in_force_since as "inForceSince" from terms order by in_force_since desc`;
  return (day) =>
    later.find(({ inForceSince }) => inForceSince <= day)?.edition ?? firstTerms.edition;
}

/** Notes that the office accepted the edition; the first time counts. @returns whether it is the first time */
export async function acceptTerms(
  transaction: Transaction,
  {
    office,
    edition,
    at,
    applicationNumber,
  }: {
    readonly office: string;
    readonly edition: string;
    readonly at: Date;
    readonly applicationNumber?: string;
  },
): Promise<boolean> {
  const added = await transaction`
    insert into terms_acceptances (office, edition, accepted_at, application_number)
    values (${office}, ${edition}, ${at}, ${applicationNumber ?? null}) on conflict do nothing`;
  return added.count > 0;
}

export async function hasAccepted(
  sql: Sql | Transaction,
  office: string,
  edition: string,
): Promise<boolean> {
  const found = await sql`
    select 1 from terms_acceptances where office = ${office} and edition = ${edition}`;
  return found.length > 0;
}

/**
 * Publishes an edition of the terms, named after the day it is in force from. Offices with a licence accept it before
 * their next renewal.
 * @throws CenterError `input-invalid` for a day that has begun, or that has an edition already
 */
export async function publishTerms(
  sql: Sql,
  { from, sections, at }: Pick<Terms, "sections"> & { readonly from: string; readonly at: Date },
): Promise<Terms> {
  if (from <= dayInTokyo(at)) {
    throw new CenterError("input-invalid", `--from には明日以降の日を指定してください: ${from}`);
  }
  return sql.begin(async (transaction) => {
    const added = await transaction`
      insert into terms (edition, in_force_since, sections, published_at)
      values (${from}, ${from}, ${transaction.json(sections)}, ${at}) on conflict do nothing`;
    if (added.count === 0) {
      throw new CenterError("input-invalid", `${from} からの利用規約は、すでに公開されています`);
    }
    await recordAct(transaction, { at, act: "terms-published", subject: from });
    return { edition: from, inForceSince: from, sections };
  });
}

/** An edition, and how many offices have accepted it. */
export interface ListedTerms extends Pick<Terms, "edition" | "inForceSince"> {
  readonly acceptances: number;
}

/** Every edition, the latest first. */
export async function listTerms(sql: Sql): Promise<ListedTerms[]> {
  return sql<ListedTerms[]>`
    select edition, in_force_since as "inForceSince",
           (select count(*) from terms_acceptances a where a.edition = t.edition) as acceptances
    from (
      select edition, in_force_since from terms
      union all select ${firstTerms.edition}, ${firstTerms.inForceSince}::date
    ) as t
    order by in_force_since desc`;
}

/** Who accepted an edition. */
export interface TermsAcceptance {
  readonly office: string;
  readonly acceptedAt: Date;
  /** Of the application that it came with; null when it was accepted by itself, with the office's account. */
  readonly applicationNumber: string | null;
}

export async function listAcceptances(sql: Sql, edition: string): Promise<TermsAcceptance[]> {
  return sql<TermsAcceptance[]>`
    select office, accepted_at as "acceptedAt", application_number as "applicationNumber"
    from terms_acceptances where edition = ${edition} order by accepted_at, office`;
}
