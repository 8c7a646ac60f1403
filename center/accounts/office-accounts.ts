import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { requirePassword } from "./attempts.ts";

/** An office account as it logs in. */
export interface OfficeAccountRow {
  readonly officeId: string;
  readonly office: { readonly number: string; readonly name: string };
  readonly passwordHash: string;
  /** Null once the office has a password of its own. */
  readonly provisionalUntil: Date | null;
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
             a.provisional_until as "provisionalUntil", o.number, o.name
      from office_accounts a join offices o on o.number = a.office
      where a.office_id = ${officeId}`;
    return row && { ...row, office: { number: row.number, name: row.name } };
  });
  refuseExpiredProvisional(account.provisionalUntil, context.clock());
  return account;
}

/** @throws Refusal `password-provisional-expired` */
export function refuseExpiredProvisional(provisionalUntil: Date | null, now: Date): void {
  if (provisionalUntil !== null && provisionalUntil <= now) {
    throw new Refusal("password-provisional-expired");
  }
}
