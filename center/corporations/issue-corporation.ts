import { provisionalDays } from "../accounts/issue-office.ts";
import { hashPassword, newLetterPassword } from "../accounts/passwords.ts";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { CenterError } from "../errors.ts";
import { corporationId } from "./corporation-number.ts";
import { endCorporationSessions } from "./corporation-sessions.ts";

/** What the letter to a corporation says. The password is shown this once; the centre keeps its hash only. */
export interface CorporationLetter {
  /** 法人ユーザID */
  readonly corporationId: string;
  /** 仮パスワード */
  readonly provisionalPassword: string;
  /** RFC 3339, UTC */
  readonly provisionalUntil: string;
  readonly corporation: {
    readonly number: string;
    readonly name: string;
    readonly postalCode: string | null;
    readonly address: string | null;
  };
}

export interface IssueCorporation {
  readonly number: string;
  /** Over an account that it has: its password, and what it opened, end. */
  readonly again: boolean;
  /** Is given the letter before anything is issued; when it fails nothing is. */
  readonly deliver: (letter: CorporationLetter) => Promise<void>;
}

/**
 * Issues a corporation its account (法人ユーザ), or a new password for it.
 *
 * @throws CenterError `corporation-unknown`, `corporation-issued` without `again`
 */
export async function issueCorporation(
  { sql, clock }: Pick<Context, "sql" | "clock">,
  { number, again, deliver }: IssueCorporation,
): Promise<CorporationLetter> {
  const [corporation] = await sql<CorporationLetter["corporation"][]>`
    select number, name, postal_code as "postalCode", address from corporations where number = ${number}`;
  if (!corporation) throw new CenterError("corporation-unknown", number);
  const now = clock();
  const provisionalUntil = new Date(now.getTime() + provisionalDays * 86_400_000);
  const letter = {
    corporationId: corporationId(number),
    provisionalPassword: newLetterPassword(),
    provisionalUntil: provisionalUntil.toISOString(),
    corporation,
  };
  const hash = await hashPassword(letter.provisionalPassword);
  await sql.begin(async (transaction) => {
    const issued = await transaction`
      insert into corporation_accounts as a (corporation, password_hash, provisional_until)
      values (${number}, ${hash}, ${provisionalUntil})
      on conflict (corporation) do update
        set password_hash = excluded.password_hash, provisional_until = excluded.provisional_until
        where ${again}`;
    if (issued.count === 0) throw new CenterError("corporation-issued", number);
    await endCorporationSessions(transaction, number);
    await deliver(letter);
    await recordAct(transaction, { at: now, act: "corporation-issued", subject: number });
  });
  return letter;
}
