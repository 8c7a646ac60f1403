import type { Security, secondFactorRoutes } from "@tsunagi/contract/exchange";
import { type Act, recordAct } from "../../audit/record.ts";
import type { Context } from "../../context.ts";
import type { Transaction } from "../../database/pool.ts";
import { Refusal } from "../../errors.ts";
import type { Handlers, OfficeCaller } from "../../server/handlers.ts";
import { type Change, tellOffice } from "../changes/tell-office.ts";
import { admitOffice } from "../office-accounts.ts";
import { judgeOffered, offerAuthenticator, setAuthenticator } from "./authenticators.ts";
import { forgetBrowsers, rememberBrowser } from "./browsers.ts";
import { askLoginCode, factorOf, type Holder, normal, requireCode, securityOf } from "./factor.ts";
import { askMailedCode, useMailedCode } from "./mailed-codes.ts";
import { makeRecoveryCodes } from "./recovery-codes.ts";

/** 2段階認証 of the office account: what is asked for at the login, and how the office sets it. */
export function secondFactorHandlers(context: Context): Handlers<typeof secondFactorRoutes> {
  const { sql, clock } = context;

  /** A change that the office hears of by mail, and that stands in the audit. */
  async function change<T>(
    { office, officeId }: OfficeCaller,
    { told, also }: { readonly told: Change & Act["act"]; readonly also?: string },
    work: (transaction: Transaction, at: Date) => Promise<T>,
  ): Promise<T> {
    const at = clock();
    return sql.begin(async (transaction) => {
      const named = { office: office.number, change: told, at };
      await tellOffice(transaction, { ...named, ...(also !== undefined && { also }) });
      const done = await work(transaction, at);
      await recordAct(transaction, { at, act: told, office: office.number, subject: officeId });
      return done;
    }) as Promise<T>;
  }

  const now = (caller: OfficeCaller): Promise<Security> =>
    securityOf(context, caller.office.number);

  async function requireFactor({ office }: OfficeCaller): Promise<void> {
    const { way } = await factorOf(sql, office.number);
    if (way === "none") throw new Refusal("code-not-needed");
  }

  return {
    async askLoginCode({ body }) {
      const account = await admitOffice(context, body.officeId, body.password);
      return askLoginCode(context, account.office.number);
    },

    security: ({ caller }) => now(caller),

    async setSecurityAddress({ body, caller }) {
      await admitOffice(context, caller.officeId, body.password);
      const office = caller.office.number;
      return askMailedCode(context, { office, purpose: "address", email: body.email }, "refuse");
    },

    async confirmSecurityAddress({ body, caller }) {
      const office = caller.office.number;
      const email = await requireCode(context, holderOf(caller), () =>
        useMailedCode(context, { office, purpose: "address" }, normal(body.code)),
      );
      await change(
        caller,
        { told: "security-address-set", also: email },
        async (transaction, at) => {
          await transaction`
          insert into security_addresses (office, email, since) values (${office}, ${email}, ${at})
          on conflict (office) do update set email = excluded.email, since = excluded.since`;
          await endOthers(transaction, caller);
        },
      );
      return now(caller);
    },

    async removeSecurityAddress({ body, caller }) {
      await admitOffice(context, caller.officeId, body.password);
      const office = caller.office.number;
      await change(caller, { told: "security-address-removed" }, async (transaction) => {
        await transaction`delete from security_addresses where office = ${office}`;
        await dropUnneeded(transaction, office);
      });
      return now(caller);
    },

    async offerAuthenticator({ body, caller }) {
      await admitOffice(context, caller.officeId, body.password);
      return offerAuthenticator(context, holderOf(caller));
    },

    async confirmAuthenticator({ body, caller }) {
      const office = caller.office.number;
      const confirmed = await requireCode(context, holderOf(caller), () =>
        judgeOffered(context, office, normal(body.code)),
      );
      const recoveryCodes = await change(
        caller,
        { told: "authenticator-set" },
        async (transaction, at) => {
          await setAuthenticator(transaction, office, confirmed, at);
          await endOthers(transaction, caller);
          return makeRecoveryCodes(context, transaction, office);
        },
      );
      return { recoveryCodes, security: await now(caller) };
    },

    async removeAuthenticator({ body, caller }) {
      await admitOffice(context, caller.officeId, body.password);
      const office = caller.office.number;
      await change(caller, { told: "authenticator-removed" }, async (transaction) => {
        await transaction`delete from authenticators where office = ${office}`;
        await dropUnneeded(transaction, office);
      });
      return now(caller);
    },

    async renewRecoveryCodes({ body, caller }) {
      await admitOffice(context, caller.officeId, body.password);
      await requireFactor(caller);
      const recoveryCodes = await change(
        caller,
        { told: "recovery-codes-renewed" },
        (transaction) => makeRecoveryCodes(context, transaction, caller.office.number),
      );
      return { recoveryCodes, security: await now(caller) };
    },

    async rememberBrowser({ caller }) {
      await requireFactor(caller);
      return rememberBrowser(context, caller.office.number);
    },

    async forgetBrowsers({ caller }) {
      await forgetBrowsers(sql, caller.office.number);
      return now(caller);
    },
  };
}

function holderOf({ office, officeId }: OfficeCaller): Holder {
  return { office: office.number, officeId };
}

/** Who came in by the password alone, or by what was asked for before, has to come again. */
async function endOthers(transaction: Transaction, { office, token }: OfficeCaller): Promise<void> {
  await transaction`
    delete from office_sessions where office = ${office.number} and token <> ${token}`;
  await forgetBrowsers(transaction, office.number);
}

/** Without any second factor there is nothing that recovery codes and remembered browsers could stand for. */
async function dropUnneeded(transaction: Transaction, office: string): Promise<void> {
  const needed = await transaction`
    select 1 from authenticators where office = ${office}
    union all select 1 from security_addresses where office = ${office}`;
  if (needed.length > 0) return;
  await transaction`delete from recovery_codes where office = ${office}`;
  await forgetBrowsers(transaction, office);
}
