import { licenceRenewalDays } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { addYear } from "./add-year.ts";
import { dayAfter, dayInTokyo } from "./days.ts";
import { lockOffice } from "./handlers.ts";
import { hasAccepted, termsOn } from "./terms.ts";

interface Ending {
  readonly office: string;
  readonly from: string;
  readonly until: string;
  readonly applicationNumber: string;
  readonly appliedAt: Date;
}

/**
 * Adds the next year to every licence (ライセンス) with automatic renewal that has ended. Done at start and hourly; until
 * it is done such a licence is in force all the same. Where the office has not accepted the terms of the new year's
 * first day, the licence has ended instead.
 *
 * @returns how many years were added
 */
export async function renewLicences({
  sql,
  clock,
}: Pick<Context, "sql" | "clock">): Promise<number> {
  const now = clock();
  let renewed = 0;
  for (;;) {
    const ended = await findEnding(sql, dayAfter(dayInTokyo(now), -1));
    for (const licence of ended) if (await renew(sql, licence, now)) renewed += 1;
    if (ended.length === 0) return renewed;
  }
}

/** Notes for each office whose renewal comes near that it has to accept a new edition of the terms first. */
export async function remindOfTerms({ sql, clock }: Pick<Context, "sql" | "clock">): Promise<void> {
  const before = dayAfter(dayInTokyo(clock()), licenceRenewalDays);
  const editions = await sql<{ from: string }[]>`
    select distinct (l.valid_until + 1) as "from" from licences l
    where ${isLast(sql, before)}`;
  for (const { from } of editions) {
    const { edition } = await termsOn(sql, from);
    await sql`
      insert into licence_mails (office, valid_from, kind)
      select l.office, l.valid_from, 'terms-due' from licences l
      where ${isLast(sql, before)} and l.valid_until + 1 = ${from}::date
        and not exists (
          select 1 from terms_acceptances a where a.office = l.office and a.edition = ${edition}
        )
      on conflict do nothing`;
  }
}

function findEnding(sql: Sql, until: string): Promise<Ending[]> {
  return sql<Ending[]>`
    select office, valid_from as "from", valid_until as "until", application_number as "applicationNumber",
           applied_at as "appliedAt"
    from licences l where ${isLast(sql, until)} limit 500`;
}

/** Of the licences `l`: an office's last year, which renews itself and ends on that day or before. */
const isLast = (sql: Sql, until: string) => sql`
  l.automatic_renewal and l.valid_until <= ${until}
  and not exists (select 1 from licences n where n.office = l.office and n.valid_from > l.valid_from)`;

/** The office may have said meanwhile that it does not want it. */
async function renew(sql: Sql, { office, ...last }: Ending, now: Date): Promise<boolean> {
  const from = dayAfter(last.until, 1);
  return sql.begin(async (transaction) => {
    await lockOffice(transaction, office);
    const wanted = await transaction`
      select 1 from licences where office = ${office} and valid_from = ${last.from} and automatic_renewal`;
    if (wanted.length === 0) return false;
    const { edition } = await termsOn(transaction, from);
    const { applicationNumber, appliedAt } = last;
    if (await hasAccepted(transaction, office, edition)) {
      const year = { office, from, chargedOn: from, applicationNumber, appliedAt };
      const terms = { automaticRenewal: true, termsEdition: edition };
      return addYear(transaction, { ...year, ...terms }, { kind: "renewed", at: now });
    }
    await transaction`update licences set automatic_renewal = false where office = ${office}`;
    await transaction`
      insert into licence_mails (office, valid_from, kind) values (${office}, ${last.from}, 'lapsed')`;
    await recordAct(transaction, {
      at: now,
      act: "licence-lapsed",
      office,
      subject: applicationNumber,
    });
    return false;
  });
}
