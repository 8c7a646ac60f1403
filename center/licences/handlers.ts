import type { Application, licenceRoutes } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { addYear, nextApplicationNumber } from "./add-year.ts";
import { dayInTokyo } from "./days.ts";
import { findLicence, licenceOverview } from "./overview.ts";
import { acceptTerms, findTerms, termsOn } from "./terms.ts";

/** 利用申請 and ライセンス, one to an office number. */
export function licenceHandlers({
  sql,
  clock,
}: Pick<Context, "sql" | "clock">): Handlers<typeof licenceRoutes> {
  return {
    terms: () => termsOn(sql, dayInTokyo(clock())),

    async termsEdition({ params }) {
      const terms = await findTerms(sql, params.edition);
      if (!terms) throw new Refusal("not-found");
      return terms;
    },

    licence: ({ caller }) => licenceOverview(sql, caller.office.number, clock()),

    async licenceStanding({ caller }) {
      const licence = await findLicence(sql, caller.officeNumber, clock());
      if (licence === null) return { standing: null };
      const { state, until, receivesUntil } = licence;
      return { standing: { state, until, receivesUntil } };
    },

    async apply({ body, caller }) {
      if (body.email !== body.emailAgain) throw new Refusal("email-mismatch");
      const office = caller.office.number;
      const now = clock();
      const today = dayInTokyo(now);
      return sql.begin(async (transaction) => {
        await lockOffice(transaction, office);
        if ((await findLicence(transaction, office, now))?.state === "active") {
          throw new Refusal("licence-exists");
        }
        const { edition } = await termsOn(transaction, today);
        if (body.termsEdition !== edition) throw new Refusal("terms-outdated");
        const applicationNumber = await nextApplicationNumber(transaction, now);
        await keepApplication(transaction, office, applicationNumber, body);
        await acceptTerms(transaction, { office, edition, at: now, applicationNumber });
        const year = {
          office,
          from: today,
          chargedOn: today,
          applicationNumber,
          appliedAt: now,
          automaticRenewal: true,
          termsEdition: edition,
        };
        await addYear(transaction, year, { kind: "applied", at: now });
        const licence = await findLicence(transaction, office, now);
        if (!licence) throw new Error(`the licence ${applicationNumber} was added and not found`);
        return licence;
      });
    },

    async acceptTerms({ body: { edition }, caller }) {
      const office = caller.office.number;
      const now = clock();
      await sql.begin(async (transaction) => {
        if (!(await findTerms(transaction, edition))) throw new Refusal("terms-outdated");
        const isFirst = await acceptTerms(transaction, { office, edition, at: now });
        if (isFirst) {
          await recordAct(transaction, {
            at: now,
            act: "terms-accepted",
            office,
            subject: edition,
          });
        }
      });
      return licenceOverview(sql, office, now);
    },

    async chooseRenewal({ body: { automatic }, caller }) {
      const office = caller.office.number;
      const now = clock();
      await sql.begin(async (transaction) => {
        await lockOffice(transaction, office);
        const licence = await findLicence(transaction, office, now);
        if (licence?.state !== "active") throw new Refusal("licence-missing");
        await transaction`
          update licences set automatic_renewal = ${automatic} where office = ${office}`;
        const subject = automatic ? "automatic" : "by-hand";
        await recordAct(transaction, { at: now, act: "renewal-chosen", office, subject });
      });
      return licenceOverview(sql, office, now);
    },

    async renewLicence({ body: { termsEdition }, caller }) {
      const office = caller.office.number;
      const now = clock();
      const today = dayInTokyo(now);
      await sql.begin(async (transaction) => {
        await lockOffice(transaction, office);
        const { licence, renewal } = await licenceOverview(transaction, office, now);
        if (licence === null || renewal === null) throw new Refusal("licence-missing");
        if (renewal.done) throw new Refusal("licence-exists");
        if (today < renewal.opensOn) throw new Refusal("licence-renewal-closed");
        const { edition } = await termsOn(transaction, renewal.from);
        if (termsEdition !== edition) throw new Refusal("terms-outdated");
        await acceptTerms(transaction, { office, edition, at: now });
        const { applicationNumber, automaticRenewal } = licence;
        const { from } = renewal;
        const of = { office, from, chargedOn: today, applicationNumber, appliedAt: now };
        const year = { ...of, automaticRenewal, termsEdition: edition };
        await addYear(transaction, year, { kind: "renewed", at: now });
      });
      return licenceOverview(sql, office, now);
    },
  };
}

/** What is decided about an office's licence is decided by one at a time. */
export async function lockOffice(transaction: Transaction, office: string): Promise<void> {
  await transaction`select 1 from offices where number = ${office} for no key update`;
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
