import type { accountRoutes, PersonTicket } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { requirePassword } from "./attempts.ts";
import { refuseExpiredProvisional } from "./office-accounts.ts";
import { hashPassword, requireGoodPassword } from "./passwords.ts";
import { endLogins } from "./person-records.ts";
import { newToken } from "./tokens.ts";

const ticketMinutes = 10;

/** The first step of the login at the desk, and the person's own password. */
export function personLoginHandlers(
  context: Pick<Context, "sql" | "clock" | "limits" | "bell">,
): Handlers<Pick<typeof accountRoutes, "logInPerson" | "changePersonPassword">> {
  const { sql, clock, bell } = context;
  return {
    async logInPerson({ body, caller }): Promise<PersonTicket> {
      const person = await admitPerson(context, body.personId, body.password);
      if (person.office !== caller.officeNumber) throw new Refusal("certificate-office-mismatch");
      if (person.provisionalUntil) throw new Refusal("password-change-required");
      const token = newToken();
      const issuedAt = clock();
      const expiresAt = new Date(issuedAt.getTime() + ticketMinutes * 60_000);
      await sql`
        insert into person_tickets (token, person_id, expires_at)
        values (${token.hash}, ${person.personId}, ${expiresAt})`;
      const { personId, familyName, givenName, role } = person;
      return {
        ticket: token.text,
        issuedAt: issuedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        person: { personId, name: { familyName, givenName }, role },
      };
    },

    async changePersonPassword({ body, caller }) {
      const { personId, office } = await admitPerson(
        context,
        body.personId,
        body.currentPassword,
        caller.officeNumber,
      );
      requireGoodPassword(body.newPassword, { id: personId, current: body.currentPassword });
      const hash = await hashPassword(body.newPassword);
      const now = clock();
      await sql.begin(async (transaction) => {
        await transaction`
          update persons set password_hash = ${hash}, provisional_until = null
          where person_id = ${personId}`;
        await endLogins(transaction, personId, now);
        await recordAct(transaction, {
          at: now,
          act: "password-changed",
          office,
          subject: personId,
        });
      });
      bell.ring(office);
      return undefined;
    },
  };
}

interface PersonRow {
  readonly personId: string;
  readonly office: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly role: PersonTicket["person"]["role"];
  readonly active: boolean;
  readonly passwordHash: string;
  readonly provisionalUntil: Date | null;
}

/**
 * Lets a person (個人ユーザ) in by the password. With `onlyOf`, one of another office is nobody. Who was stopped is told
 * so, after the right password.
 *
 * @throws Refusal `login-wrong`, `login-locked`, `person-stopped`, `password-provisional-expired`
 */
async function admitPerson(
  context: Pick<Context, "sql" | "clock" | "limits">,
  typedId: string,
  password: string,
  onlyOf?: string,
): Promise<PersonRow> {
  const personId = typedId.normalize("NFKC").trim().toLowerCase();
  const attempt = { kind: "person", name: personId, password } as const;
  const person = await requirePassword(context, attempt, async () => {
    const [row] = await context.sql<PersonRow[]>`
      select person_id as "personId", office, family_name as "familyName", given_name as "givenName", role,
             active, password_hash as "passwordHash", provisional_until as "provisionalUntil"
      from persons where person_id = ${personId}`;
    return onlyOf === undefined || row?.office === onlyOf ? row : undefined;
  });
  if (!person.active) throw new Refusal("person-stopped");
  refuseExpiredProvisional(person.provisionalUntil, context.clock());
  return person;
}
