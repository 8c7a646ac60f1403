import { randomInt } from "node:crypto";
import type { accountRoutes, Person } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { hashPassword, newLetterPassword } from "./passwords.ts";

const provisionalDays = 7;

/** The staff of an office (個人ユーザ), as the office's own account keeps them. */
export function personHandlers({
  sql,
  clock,
  bell,
}: Pick<Context, "sql" | "clock" | "bell">): Handlers<
  Pick<typeof accountRoutes, "addPerson" | "listPersons" | "setPersonActive">
> {
  const columns = sql`
    person_id as "personId", family_name as "familyName", given_name as "givenName", role, active,
    last_login_at as "lastLoginAt"`;
  return {
    async addPerson({ body, caller }) {
      const provisionalPassword = newLetterPassword();
      const hash = await hashPassword(provisionalPassword);
      const now = clock();
      const until = new Date(now.getTime() + provisionalDays * 86_400_000);
      const office = caller.office.number;
      const personId = await sql.begin(async (transaction) => {
        const id = await freePersonId(transaction);
        await transaction`
          insert into persons (person_id, office, family_name, given_name, role, password_hash, provisional_until, added_at)
          values (${id}, ${office}, ${body.name.familyName}, ${body.name.givenName}, ${body.role}, ${hash}, ${until}, ${now})`;
        await recordAct(transaction, { at: now, act: "person-added", office, subject: id });
        return id;
      });
      return {
        person: { personId, name: body.name, role: body.role, active: true, lastLoginAt: null },
        provisionalPassword,
        provisionalUntil: until.toISOString(),
      };
    },

    async listPersons({ caller }) {
      const rows = await sql<PersonRow[]>`
        select ${columns} from persons where office = ${caller.office.number} order by person_id`;
      return { persons: rows.map(personFrom) };
    },

    async setPersonActive({ params, body, caller }) {
      const office = caller.office.number;
      const person = await sql.begin(async (transaction) => {
        const [row] = await transaction<PersonRow[]>`
          update persons set active = ${body.active}
          where person_id = ${params.personId} and office = ${office}
          returning ${columns}`;
        if (!row) throw new Refusal("not-found");
        if (!body.active) await endLogins(transaction, params.personId);
        await recordAct(transaction, {
          at: clock(),
          act: body.active ? "person-resumed" : "person-stopped",
          office,
          subject: params.personId,
        });
        return personFrom(row);
      });
      bell.ring(office);
      return person;
    },
  };
}

/** Ends whatever the person has open. */
export async function endLogins(transaction: Transaction, personId: string): Promise<void> {
  await transaction`delete from desk_sessions where person_id = ${personId}`;
  await transaction`delete from person_tickets where person_id = ${personId}`;
}

interface PersonRow {
  readonly personId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly role: Person["role"];
  readonly active: boolean;
  readonly lastLoginAt: Date | null;
}

function personFrom({ familyName, givenName, lastLoginAt, ...row }: PersonRow): Person {
  return {
    ...row,
    name: { familyName, givenName },
    lastLoginAt: lastLoginAt?.toISOString() ?? null,
  };
}

async function freePersonId(transaction: Transaction): Promise<string> {
  for (;;) {
    const id = `c${randomInt(1_000_000_000).toString().padStart(9, "0")}`;
    const taken = await transaction`select 1 from persons where person_id = ${id}`;
    if (taken.length === 0) return id;
  }
}
