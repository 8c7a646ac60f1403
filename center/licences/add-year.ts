import { recordAct } from "../audit/record.ts";
import type { Transaction } from "../database/pool.ts";
import { dayInTokyo, lastDayOfYear, monthAfter } from "./days.ts";
import { deductionMonths, feeOn } from "./fees.ts";

/** What has to be known to add a year to an office's licence. */
export interface NewYear {
  readonly office: string;
  /** The first day. */
  readonly from: string;
  /** The day that sets the fee and the month of deduction. */
  readonly chargedOn: string;
  readonly applicationNumber: string;
  readonly appliedAt: Date;
  readonly automaticRenewal: boolean;
  readonly termsEdition: string;
}

/** The application number of now: `20261123-000001`. */
export async function nextApplicationNumber(transaction: Transaction, now: Date): Promise<string> {
  const [{ next }] = await transaction<[{ next: number }]>`
    select nextval('application_numbers') as next`;
  return `${dayInTokyo(now).replaceAll("-", "")}-${String(next).padStart(6, "0")}`;
}

/**
 * Adds a year to a licence, with the mail to the contact and the note in the audit; call it last.
 * @returns whether it was added: not where the office has a year that begins on that day
 */
export async function addYear(
  transaction: Transaction,
  year: NewYear,
  { kind, at }: { readonly kind: "applied" | "renewed"; readonly at: Date },
): Promise<boolean> {
  const { office, from, chargedOn, applicationNumber } = year;
  const added = await transaction`
    insert into licences (office, valid_from, valid_until, application_number, applied_at, fee_yen,
                          deduction_month, automatic_renewal, terms_edition)
    values (${office}, ${from}, ${lastDayOfYear(from)}, ${applicationNumber}, ${year.appliedAt},
            ${await feeOn(transaction, chargedOn)}, ${monthAfter(chargedOn, deductionMonths)},
            ${year.automaticRenewal}, ${year.termsEdition})
    on conflict do nothing`;
  if (added.count === 0) return false;
  await transaction`
    insert into licence_mails (office, valid_from, kind) values (${office}, ${from}, ${kind})`;
  await recordAct(transaction, { at, act: `licence-${kind}`, office, subject: applicationNumber });
  return true;
}
