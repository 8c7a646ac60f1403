import type {
  CorporationOffice,
  Deduction,
  Licence,
  LicenceYear,
} from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { dayAfter, dayInTokyo, monthAfter } from "../licences/days.ts";
import { findLicences } from "../licences/overview.ts";
import { readEditions } from "../licences/terms.ts";

interface OfficeRow extends Pick<CorporationOffice, "serviceTypes" | "account"> {
  readonly number: string;
  readonly name: string;
  readonly certificateUntil: Date | null;
}

/** How the corporation's offices stand, by number. Nothing of what they send or receive is among it. */
export async function seeOffices(
  { sql, clock }: Pick<Context, "sql" | "clock">,
  corporation: string,
): Promise<CorporationOffice[]> {
  const rows = await sql<OfficeRow[]>`
    select o.number, o.name, o.service_types as "serviceTypes",
           case when a.office is null then 'none'
                when a.provisional_until is null then 'own' else 'provisional' end as account,
           (select max(c.not_after) from certificates c
            where c.office = o.number and c.revoked_at is null) as "certificateUntil"
    from offices o left join office_accounts a on a.office = o.number
    where o.corporation = ${corporation} order by o.number`;
  const numbers = rows.map(({ number }) => number);
  const licences = await findLicences(sql, numbers, clock());
  const editionOn = await readEditions(sql);
  const accepted = await acceptedBy(sql, numbers);
  return rows.map(({ number, name, certificateUntil, ...row }) => {
    const { licence = null, next = null } = licences.get(number) ?? {};
    const edition = licence && editionOn(dayAfter(licence.until, 1));
    const renewsItself = licence?.automaticRenewal === true && next === null;
    return {
      office: { number, name },
      ...row,
      licence: licence && licenceSeen(licence),
      next: next && nextSeen(next),
      termsWait: renewsItself && !accepted.has(`${number} ${edition}`),
      certificateUntil: certificateUntil?.toISOString() ?? null,
    };
  });
}

function licenceSeen(licence: Licence): NonNullable<CorporationOffice["licence"]> {
  const { state, from, until, receivesUntil, feeYen, deductionMonth, automaticRenewal } = licence;
  return { state, from, until, receivesUntil, feeYen, deductionMonth, automaticRenewal };
}

function nextSeen({ from, feeYen, deductionMonth }: LicenceYear): CorporationOffice["next"] {
  return { from, feeYen, deductionMonth };
}

/** Each office with an edition that it has accepted: `1300000001 2026-04`. */
async function acceptedBy(sql: Sql, offices: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ office: string; edition: string }[]>`
    select office, edition from terms_acceptances where office = any(${[...offices]})`;
  return new Set(rows.map(({ office, edition }) => `${office} ${edition}`));
}

/** What is deducted for the corporation's offices, by month: of the last twelve, and of those to come. */
export async function sumDeductions(
  { sql, clock }: Pick<Context, "sql" | "clock">,
  corporation: string,
): Promise<Deduction[]> {
  const first = monthAfter(dayInTokyo(clock()), -12);
  return sql<Deduction[]>`
    select l.deduction_month as month, count(*)::integer as offices, sum(l.fee_yen)::integer as "feeYen"
    from licences l join offices o on o.number = l.office
    where o.corporation = ${corporation} and l.fee_yen > 0 and l.deduction_month >= ${first}
    group by l.deduction_month order by l.deduction_month`;
}
