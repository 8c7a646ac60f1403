import type { AuthenticatorOffer } from "@tsunagi/contract/exchange";
import type { Context } from "../../context.ts";
import type { Transaction } from "../../database/pool.ts";
import { base32, findStep, newTotpKey, otpauthUri } from "./totp.ts";

/** So long a key that was shown may be confirmed. */
const offerMinutes = 30;

type Needs = Pick<Context, "sql" | "clock" | "secrets">;

/** Makes the key of a new app; the app of before, if there is one, goes on until this one is confirmed. */
export async function offerAuthenticator(
  { sql, clock, secrets }: Needs,
  { office, officeId }: { readonly office: string; readonly officeId: string },
): Promise<AuthenticatorOffer> {
  const key = newTotpKey();
  const secret = secrets.encrypt(ownerOf(office), key);
  await sql`
    insert into offered_authenticators (office, secret, offered_at)
    values (${office}, ${secret}, ${clock()})
    on conflict (office) do update set secret = excluded.secret, offered_at = excluded.offered_at`;
  return { key: base32(key), uri: otpauthUri(key, officeId) };
}

/** The key that was shown and the step of a code of it, where the code is right. */
export interface ConfirmedKey {
  readonly secret: Uint8Array;
  readonly step: number;
}

export async function judgeOffered(
  { sql, clock, secrets }: Needs,
  office: string,
  code: string,
): Promise<ConfirmedKey | undefined> {
  const now = clock();
  const oldest = new Date(now.getTime() - offerMinutes * 60_000);
  const [row] = await sql<{ secret: Uint8Array }[]>`
    select secret from offered_authenticators where office = ${office} and offered_at > ${oldest}`;
  if (!row) return undefined;
  const key = secrets.decrypt(ownerOf(office), row.secret);
  const step = findStep(key, code, { now, after: 0 });
  return step === undefined ? undefined : { secret: row.secret, step };
}

/** From now on codes of this app are asked for; the one that confirmed it does not serve again. */
export async function setAuthenticator(
  transaction: Transaction,
  office: string,
  { secret, step }: ConfirmedKey,
  at: Date,
): Promise<void> {
  await transaction`
    insert into authenticators (office, secret, last_step, since)
    values (${office}, ${secret}, ${step}, ${at})
    on conflict (office) do update
      set secret = excluded.secret, last_step = excluded.last_step, since = excluded.since`;
  await transaction`delete from offered_authenticators where office = ${office}`;
}

/** Uses a code of the app up; of the same code given twice at the same time one passes. */
export async function useAppCode(
  { sql, clock, secrets }: Needs,
  office: string,
  code: string,
): Promise<boolean> {
  const [row] = await sql<{ secret: Uint8Array; lastStep: string }[]>`
    select secret, last_step::text as "lastStep" from authenticators where office = ${office}`;
  if (!row) return false;
  const key = secrets.decrypt(ownerOf(office), row.secret);
  const step = findStep(key, code, { now: clock(), after: Number(row.lastStep) });
  if (step === undefined) return false;
  const used = await sql`
    update authenticators set last_step = ${step} where office = ${office} and last_step < ${step}`;
  return used.count === 1;
}

function ownerOf(office: string): string {
  return `authenticator:${office}`;
}
