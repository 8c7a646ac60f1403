import type { Person, personRoutes } from "@tsunagi/contract/exchange";
import { type Act, recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { AdministratorCaller, Handlers } from "../server/handlers.ts";
import { officeOf, subjectOf } from "./administrator.ts";
import { forgetFailures } from "./attempts.ts";
import { hashPassword, newLetterPassword } from "./passwords.ts";
import {
  endLogins,
  findPerson,
  findPersons,
  insertPerson,
  renewLogins,
  requireOtherAdministrator,
} from "./person-records.ts";
import { invite } from "./recovery/invite.ts";

const provisionalDays = 7;

/**
 * The staff of an office (個人ユーザ), as its own account and its 管理者 keep them. A person cannot take away the last
 * 管理者; the office's account can.
 */
export function personHandlers({
  sql,
  clock,
  limits,
  bell,
  sendsMail,
}: Pick<Context, "sql" | "clock" | "limits" | "bell" | "sendsMail">): Handlers<
  typeof personRoutes
> {
  return {
    async listPersons({ caller }) {
      const persons = await findPersons(sql, { office: officeOf(caller), now: clock() });
      return { persons, invites: sendsMail };
    },

    async addPerson({ body, caller }) {
      const provisional = await newProvisional();
      const person = await sql.begin((transaction) => add(transaction, body, provisional, caller));
      return letterOf(person, provisional);
    },

    async invitePerson({ body, caller }) {
      if (!sendsMail) throw new Refusal("invitation-unavailable");
      // Nobody knows this password: the link's is the first.
      const provisional = await newProvisional();
      return sql.begin(async (transaction) => {
        const { personId } = await add(transaction, body, provisional, caller);
        return sendLink(transaction, { personId, email: body.email }, caller);
      });
    },

    setPersonActive({ params: { personId }, body: { active }, caller }) {
      const act = active ? "person-resumed" : "person-stopped";
      return change(personId, caller, act, async (transaction, now) => {
        if (!active) await requireNotLast(transaction, personId, caller);
        await transaction`update persons set active = ${active} where person_id = ${personId}`;
        if (!active) await endLogins(transaction, personId, now);
      });
    },

    setPersonRole({ params: { personId }, body: { role }, caller }) {
      return change(personId, caller, "person-role-changed", async (transaction, now) => {
        if (role === "member") await requireNotLast(transaction, personId, caller);
        await transaction`update persons set role = ${role} where person_id = ${personId}`;
        await renewLogins(transaction, personId, now);
      });
    },

    async reissuePersonPassword({ params: { personId }, caller }) {
      const provisional = await newProvisional();
      const { hash, until } = provisional;
      const act = "person-reissued";
      const person = await change(personId, caller, act, async (transaction, now) => {
        await transaction`
          update persons set password_hash = ${hash}, provisional_until = ${until}
          where person_id = ${personId}`;
        await endLogins(transaction, personId, now);
        await forgetFailures(transaction, { kind: "person", name: personId });
      });
      return letterOf(person, provisional);
    },

    async inviteAgain({ params: { personId }, body: { email }, caller }) {
      if (!sendsMail) throw new Refusal("invitation-unavailable");
      return sql.begin(async (transaction) => {
        const { active } = await findPerson(transaction, {
          office: officeOf(caller),
          personId,
          now: clock(),
        });
        if (!active) throw new Refusal("person-stopped");
        return sendLink(transaction, { personId, email }, caller);
      });
    },
  };

  async function newProvisional(): Promise<Provisional> {
    const password = newLetterPassword();
    const hash = await hashPassword(password);
    return { password, hash, until: new Date(clock().getTime() + provisionalDays * 86_400_000) };
  }

  async function add(
    transaction: Transaction,
    { name, role }: Pick<Person, "name" | "role">,
    { hash, until }: Provisional,
    caller: AdministratorCaller,
  ): Promise<Person> {
    const office = officeOf(caller);
    const now = clock();
    const made = { office, name, role, hash, provisionalUntil: until, now };
    const personId = await insertPerson(transaction, made);
    const person = await findPerson(transaction, { office, personId, now });
    const subject = subjectOf(personId, caller);
    await recordAct(transaction, { at: now, act: "person-added", office, subject });
    return person;
  }

  async function sendLink(
    transaction: Transaction,
    { personId, email }: { readonly personId: string; readonly email: string },
    caller: AdministratorCaller,
  ): Promise<Person> {
    const office = officeOf(caller);
    const now = clock();
    await invite(transaction, { office, personId, email, now }, limits);
    const person = await findPerson(transaction, { office, personId, now });
    const subject = subjectOf(personId, caller);
    await recordAct(transaction, { at: now, act: "person-invited", office, subject });
    return person;
  }

  /** Changes a person of the office, and wakes what the person has open. */
  async function change(
    personId: string,
    caller: AdministratorCaller,
    act: Act["act"],
    work: (transaction: Transaction, now: Date) => Promise<void>,
  ): Promise<Person> {
    const office = officeOf(caller);
    const now = clock();
    const person = await sql.begin(async (transaction) => {
      await findPerson(transaction, { office, personId, now });
      await work(transaction, now);
      const changed = await findPerson(transaction, { office, personId, now });
      const subject = subjectOf(personId, caller);
      await recordAct(transaction, { at: now, act, office, subject });
      return changed;
    });
    bell.ring(office);
    return person;
  }
}

/** Nobody but the office's own account takes away the last administrator. */
async function requireNotLast(
  transaction: Transaction,
  personId: string,
  caller: AdministratorCaller,
): Promise<void> {
  if ("office" in caller) return;
  await requireOtherAdministrator(transaction, { office: officeOf(caller), personId });
}

interface Provisional {
  readonly password: string;
  readonly hash: string;
  readonly until: Date;
}

function letterOf(person: Person, { password, until }: Provisional) {
  return { person, provisionalPassword: password, provisionalUntil: until.toISOString() };
}
