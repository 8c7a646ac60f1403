import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { searchable } from "../directory/searchable.ts";
import { CenterError } from "../errors.ts";
import { endSessions } from "./office-sessions.ts";
import { hashPassword, newLetterPassword } from "./passwords.ts";

/** An office to be registered (事業所). */
export interface NewOffice {
  /** 事業所番号 */
  readonly number: string;
  /** 都道府県番号, two digits */
  readonly prefecture: string;
  readonly name: string;
  /** サービス種類, two characters each */
  readonly serviceTypes: readonly string[];
  readonly certificateKind: "KaigoJigyousho" | "CarePlanJigyousho";
}

/** What the letter to the office says. The passwords are shown this once; the centre keeps hashes only. */
export interface OfficeLetter {
  /** 事業所ユーザID */
  readonly officeId: string;
  /** 仮パスワード */
  readonly provisionalPassword: string;
  /** RFC 3339, UTC */
  readonly provisionalUntil: string;
  /** 証明書発行用パスワード */
  readonly issuePassword: string;
}

/** A letter takes about two weeks to the office; after that it has as long again and more. */
const provisionalDays = 45;

type Needs = Pick<Context, "sql" | "clock">;

/**
 * Registers an office and issues its account.
 *
 * @throws CenterError `input-invalid`, `office-exists`
 */
export async function issueOffice({ sql, clock }: Needs, office: NewOffice): Promise<OfficeLetter> {
  check(office);
  const letter = await write(`KJ${office.prefecture}${office.number}`, clock());
  await sql.begin(async (transaction) => {
    const added = await transaction`
      insert into offices (number, prefecture, name, search_name, service_types, certificate_kind, added_at)
      values (${office.number}, ${office.prefecture}, ${office.name}, ${searchable(office.name)},
              ${[...office.serviceTypes]}, ${office.certificateKind}, ${clock()})
      on conflict do nothing`;
    if (added.count === 0) throw new CenterError("office-exists", office.number);
    await transaction`
      insert into office_accounts (office, office_id, password_hash, provisional_until, issue_password_hash)
      values (${office.number}, ${letter.text.officeId}, ${letter.passwordHash},
              ${letter.text.provisionalUntil}, ${letter.issuePasswordHash})`;
    await recordAct(transaction, {
      at: clock(),
      act: "office-added",
      office: office.number,
      subject: letter.text.officeId,
    });
  });
  return letter.text;
}

/**
 * Writes a new letter to an office whose passwords are lost or past their end; the old ones, and what they opened, end.
 *
 * @throws CenterError `office-unknown`
 */
export async function reissueOffice(
  { sql, clock }: Needs,
  officeNumber: string,
): Promise<OfficeLetter> {
  const [account] = await sql<{ officeId: string }[]>`
    select office_id as "officeId" from office_accounts where office = ${officeNumber}`;
  if (!account) throw new CenterError("office-unknown", officeNumber);
  const letter = await write(account.officeId, clock());
  await sql.begin(async (transaction) => {
    await transaction`
      update office_accounts
      set password_hash = ${letter.passwordHash}, provisional_until = ${letter.text.provisionalUntil},
          issue_password_hash = ${letter.issuePasswordHash}
      where office = ${officeNumber}`;
    await endSessions(transaction, officeNumber);
    await recordAct(transaction, {
      at: clock(),
      act: "office-reissued",
      office: officeNumber,
      subject: account.officeId,
    });
  });
  return letter.text;
}

async function write(
  officeId: string,
  now: Date,
): Promise<{ text: OfficeLetter; passwordHash: string; issuePasswordHash: string }> {
  const text = {
    officeId,
    provisionalPassword: newLetterPassword(),
    provisionalUntil: new Date(now.getTime() + provisionalDays * 86_400_000).toISOString(),
    issuePassword: newLetterPassword(),
  };
  return {
    text,
    passwordHash: await hashPassword(text.provisionalPassword),
    issuePasswordHash: await hashPassword(text.issuePassword),
  };
}

function check({ number, prefecture, name, serviceTypes }: NewOffice): void {
  const wrong = [
    !/^[0-9A-Z]{10}$/.test(number) && `事業所番号: ${number}`,
    !/^(0[1-9]|[1-3][0-9]|4[0-7])$/.test(prefecture) && `都道府県番号: ${prefecture}`,
    (name.trim() === "" || name.length > 100) && "事業所名",
    serviceTypes.length === 0 && "サービス種類",
    ...serviceTypes.map((type) => !/^[0-9A-Z]{2}$/.test(type) && `サービス種類: ${type}`),
  ].filter((one) => one !== false);
  if (wrong.length > 0) throw new CenterError("input-invalid", wrong.join(", "));
}
