import { randomInt } from "node:crypto";
import type { PersonName, Role } from "@tsunagi/contract";
import type { Invitation, Person } from "@tsunagi/contract/exchange";
import type { Sql, Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { endInvitations } from "./recovery/invite.ts";

/** Persons (個人ユーザ) of an office, by their ID; all, or the one that is named. */
export async function findPersons(
  sql: Sql | Transaction,
  { office, personId, now }: { readonly office: string; readonly personId?: string; now: Date },
): Promise<Person[]> {
  const rows = await sql<PersonRow[]>`
    select p.person_id as "personId", p.family_name as "familyName", p.given_name as "givenName", p.role,
           p.active, p.last_login_at as "lastLoginAt",
           i.id is not null as invited, i.expires_at as "invitedUntil", i.refused_at as "refusedAt"
    from persons p
    left join lateral (
      select id, expires_at, refused_at from recoveries
      where person = p.person_id and done_at is null order by id desc limit 1
    ) i on true
    where p.office = ${office} ${personId === undefined ? sql`` : sql`and p.person_id = ${personId}`}
    order by p.person_id`;
  return rows.map((row) => personFrom(row, now));
}

/** @throws Refusal `not-found` */
export async function findPerson(
  sql: Sql | Transaction,
  of: { readonly office: string; readonly personId: string; now: Date },
): Promise<Person> {
  const [person] = await findPersons(sql, of);
  if (!person) throw new Refusal("not-found");
  return person;
}

interface PersonRow {
  readonly personId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly role: Role;
  readonly active: boolean;
  readonly lastLoginAt: Date | null;
  readonly invited: boolean;
  readonly invitedUntil: Date | null;
  readonly refusedAt: Date | null;
}

function personFrom(row: PersonRow, now: Date): Person {
  const { personId, familyName, givenName, role, active, lastLoginAt, invitedUntil } = row;
  return {
    personId,
    name: { familyName, givenName },
    role,
    active,
    lastLoginAt: lastLoginAt?.toISOString() ?? null,
    invitation: row.invited
      ? { state: stateOf(row, now), until: invitedUntil?.toISOString() ?? null }
      : null,
  };
}

function stateOf({ invitedUntil, refusedAt }: PersonRow, now: Date): Invitation["state"] {
  if (refusedAt !== null) return "failed";
  if (invitedUntil === null) return "waiting";
  return invitedUntil > now ? "sent" : "ended";
}

/** A person as it is made, with the hash of a password that serves until `provisionalUntil`. */
export interface NewPersonRecord {
  readonly office: string;
  readonly name: PersonName;
  readonly role: Role;
  readonly hash: string;
  readonly provisionalUntil: Date;
  readonly now: Date;
}

/** @returns the new person's ID */
export async function insertPerson(
  transaction: Transaction,
  { office, name, role, hash, provisionalUntil, now }: NewPersonRecord,
): Promise<string> {
  const id = await freePersonId(transaction);
  await transaction`
    insert into persons (person_id, office, family_name, given_name, role, password_hash, provisional_until, added_at)
    values (${id}, ${office}, ${name.familyName}, ${name.givenName}, ${role}, ${hash}, ${provisionalUntil}, ${now})`;
  return id;
}

async function freePersonId(transaction: Transaction): Promise<string> {
  for (;;) {
    const id = `c${randomInt(1_000_000_000).toString().padStart(9, "0")}`;
    const taken = await transaction`select 1 from persons where person_id = ${id}`;
    if (taken.length === 0) return id;
  }
}

/**
 * Refuses to take the last administrator from an office. Of two administrators that take each other's role side by side,
 * the second waits here for the first, and is refused.
 *
 * @throws Refusal `last-administrator`
 */
export async function requireOtherAdministrator(
  transaction: Transaction,
  { office, personId }: { readonly office: string; readonly personId: string },
): Promise<void> {
  const administrators = await transaction<{ personId: string }[]>`
    select person_id as "personId" from persons
    where office = ${office} and role = 'administrator' and active order by person_id for update`;
  if (administrators.length === 1 && administrators[0]?.personId === personId) {
    throw new Refusal("last-administrator");
  }
}

/** Ends whatever the person has open: logins at desks, half-done logins, links in mails. */
export async function endLogins(
  transaction: Transaction,
  personId: string,
  now: Date,
): Promise<void> {
  await transaction`delete from desk_sessions where person_id = ${personId}`;
  await transaction`delete from person_tickets where person_id = ${personId}`;
  await endInvitations(transaction, personId, now);
}

/** Has the person's desks ask for new tokens at once, and hear the person's role with them. */
export async function renewLogins(
  transaction: Transaction,
  personId: string,
  now: Date,
): Promise<void> {
  await transaction`
    update desk_sessions set access_expires_at = ${now}
    where person_id = ${personId} and access_expires_at > ${now}`;
}
