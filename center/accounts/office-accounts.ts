import type { Context } from "../context.ts";
import type { Transaction } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { requirePassword } from "./attempts.ts";
import type { PasswordAge } from "./password-age.ts";

/** An office account as it logs in. */
export interface OfficeAccountRow extends PasswordAge {
  readonly officeId: string;
  readonly office: { readonly number: string; readonly name: string };
  readonly passwordHash: string;
}

/**
 * Lets an office account (事業所ユーザ) in by its password. The ID is taken as people write it: full-width letters,
 * lower case.
 *
 * @throws Refusal `agent-id-refused`, `login-wrong`, `login-locked`, `password-provisional-expired`
 */
export async function admitOffice(
  context: Pick<Context, "sql" | "clock" | "limits">,
  typedId: string,
  password: string,
): Promise<OfficeAccountRow> {
  const officeId = typedId.normalize("NFKC").trim().toUpperCase();
  if (officeId.startsWith("HD")) throw new Refusal("agent-id-refused");
  const attempt = { kind: "office", name: officeId, password } as const;
  const account = await requirePassword(context, attempt, async () => {
    const [row] = await context.sql<
      (Omit<OfficeAccountRow, "office"> & { number: string; name: string })[]
    >`
      select a.office_id as "officeId", a.password_hash as "passwordHash",
             a.provisional_until as "provisionalUntil",
             coalesce(a.password_set_at, o.added_at) as "passwordSetAt", o.number, o.name
      from office_accounts a join offices o on o.number = a.office
      where a.office_id = ${officeId}`;
    return row && { ...row, office: { number: row.number, name: row.name } };
  });
  refuseExpiredProvisional(account.provisionalUntil, context.clock());
  return account;
}

/** Gives an office account a password of its own. */
export async function setOfficePassword(
  transaction: Transaction,
  office: string,
  { hash, at }: { readonly hash: string; readonly at: Date },
): Promise<void> {
  await transaction`
    update office_accounts
    set password_hash = ${hash}, provisional_until = null, password_set_at = ${at}
    where office = ${office}`;
}

/** @throws Refusal `password-provisional-expired` */
export function refuseExpiredProvisional(provisionalUntil: Date | null, now: Date): void {
  if (provisionalUntil !== null && provisionalUntil <= now) {
    throw new Refusal("password-provisional-expired");
  }
}
