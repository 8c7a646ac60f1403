import {
  type Application,
  type Licence,
  type licenceRoutes,
  receivingDays,
} from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { dayAfter, dayInTokyo, lastDayOfYear, monthAfter } from "./days.ts";
import { terms } from "./terms.ts";

/** 利用料: yen a year, tax included. */
export const feeYen = 21_000;
/** The fee is deducted from what is paid in the second month after the application (the terms, article 4). */
export const deductionMonths = 2;

/** 利用申請 and ライセンス, one to an office number. */
export function licenceHandlers({
  sql,
  clock,
}: Pick<Context, "sql" | "clock">): Handlers<typeof licenceRoutes> {
  return {
    async terms() {
      return terms;
    },

    async licence({ caller }) {
      return { licence: await findLicence(sql, caller.office.number, clock()) };
    },

    async licenceStanding({ caller }) {
      const licence = await findLicence(sql, caller.officeNumber, clock());
      if (licence === null) return { standing: null };
      const { state, until, receivesUntil } = licence;
      return { standing: { state, until, receivesUntil } };
    },

    async apply({ body, caller }) {
      if (body.termsEdition !== terms.edition) throw new Refusal("terms-outdated");
      if (body.email !== body.emailAgain) throw new Refusal("email-mismatch");
      const office = caller.office.number;
      return sql.begin(async (transaction) => {
        // One application of an office at a time.
        await transaction`select 1 from offices where number = ${office} for no key update`;
        const now = clock();
        const today = dayInTokyo(now);
        const inForce = await transaction`
          select 1 from licences
          where office = ${office} and (valid_until >= ${today} or automatic_renewal)`;
        if (inForce.length > 0) throw new Refusal("licence-exists");
        const licence = await addLicence(transaction, office, now);
        await keepApplication(transaction, office, licence.applicationNumber, body);
        await recordAct(transaction, {
          at: now,
          act: "licence-applied",
          office,
          subject: licence.applicationNumber,
        });
        return licenceFrom(licence, today);
      });
    },
  };
}

type LicenceRow = Omit<Licence, "state" | "appliedAt" | "receivesUntil"> & {
  readonly appliedAt: Date;
};

/** The year that is under way, or the last one. */
async function findLicence(sql: Sql, office: string, now: Date): Promise<Licence | null> {
  const today = dayInTokyo(now);
  const [row] = await sql<LicenceRow[]>`
    select application_number as "applicationNumber", applied_at as "appliedAt", valid_from as "from",
           valid_until as "until", fee_yen as "feeYen", deduction_month as "deductionMonth",
           automatic_renewal as "automaticRenewal", terms_edition as "termsEdition"
    from licences where office = ${office} and valid_from <= ${today}
    order by valid_from desc limit 1`;
  return row ? licenceFrom(row, today) : null;
}

function licenceFrom({ appliedAt, ...row }: LicenceRow, today: string): Licence {
  const receivesUntil = dayAfter(row.until, receivingDays);
  return {
    ...row,
    appliedAt: appliedAt.toISOString(),
    receivesUntil,
    state: stateOf({ ...row, receivesUntil }, today),
  };
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

async function addLicence(
  transaction: Transaction,
  office: string,
  now: Date,
): Promise<LicenceRow> {
  const from = dayInTokyo(now);
  const [{ next }] = await transaction<[{ next: number }]>`
    select nextval('application_numbers') as next`;
  const licence: LicenceRow = {
    applicationNumber: `${from.replaceAll("-", "")}-${String(next).padStart(6, "0")}`,
    appliedAt: now,
    from,
    until: lastDayOfYear(from),
    feeYen,
    deductionMonth: monthAfter(from, deductionMonths),
    automaticRenewal: true,
    termsEdition: terms.edition,
  };
  await transaction`
    insert into licences (office, valid_from, valid_until, application_number, applied_at, fee_yen,
                          deduction_month, automatic_renewal, terms_edition)
    values (${office}, ${licence.from}, ${licence.until}, ${licence.applicationNumber}, ${now},
            ${licence.feeYen}, ${licence.deductionMonth}, true, ${licence.termsEdition})`;
  return licence;
}

async function keepApplication(
  transaction: Transaction,
  office: string,
  applicationNumber: string,
  { representative, contact, telephone, email }: Application,
): Promise<void> {
  await transaction`
    insert into applications (application_number, office, representative_family_name, representative_given_name,
                              contact_family_name, contact_given_name, telephone, email)
    values (${applicationNumber}, ${office}, ${representative.familyName}, ${representative.givenName},
            ${contact.familyName}, ${contact.givenName}, ${telephone}, ${email})`;
}
