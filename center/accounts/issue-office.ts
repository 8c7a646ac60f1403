import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../database/pool.ts";
import { searchable } from "../directory/searchable.ts";
import { CenterError } from "../errors.ts";
import { tellOffice } from "./changes/tell-office.ts";
import { endSessions } from "./office-sessions.ts";
import { hashPassword, newLetterPassword } from "./passwords.ts";
import { endRecoveries } from "./recovery/handlers.ts";
import { clearSecondFactor } from "./second-factor/factor.ts";

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

/** A letter takes about two weeks to who reads it; after that they have as long again and more. */
export const provisionalDays = 45;

/** A letter, and where it goes. */
export interface AddressedLetter extends OfficeLetter {
  readonly office: {
    readonly number: string;
    readonly name: string;
    readonly postalCode: string | null;
    readonly address: string | null;
  };
}

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
    await addAccount(transaction, office.number, letter, clock());
  });
  return letter.text;
}

/** Which of the registered offices get an account. */
export type Unissued =
  | { readonly numbers: readonly string[] }
  /** The first so many of those that have none. */
  | { readonly first: number };

/**
 * How an office hears of its account.
 * - `letters`: they are given before anything is issued; when that fails nothing is.
 * - `mail`: a link goes to its address in the register, where it chooses its password; its passwords until then are known
 *   to nobody. Offices without an address get none.
 */
export type Delivery =
  | { readonly letters: (letters: readonly AddressedLetter[]) => Promise<void> }
  | { readonly mail: true };

/**
 * Issues accounts to offices that are registered and have none. All of them exist once this returns, or none.
 *
 * @throws CenterError `office-unknown`, `account-exists`, `address-missing`
 */
export async function issueAccounts(
  { sql, clock }: Needs,
  which: Unissued,
  delivery: Delivery,
): Promise<readonly AddressedLetter[]> {
  const byMail = "mail" in delivery;
  const offices = await findUnissued(sql, which, byMail);
  const now = clock();
  const written: { office: AddressedLetter["office"]; letter: Written }[] = [];
  for (const { prefecture, ...office } of offices) {
    written.push({ office, letter: await write(`KJ${prefecture}${office.number}`, now) });
  }
  const letters = written.map(({ office, letter }) => ({ ...letter.text, office }));
  if (letters.length === 0) return letters;
  if (!byMail) await delivery.letters(letters);
  await sql.begin(async (transaction) => {
    for (const { office, letter } of written) {
      if (byMail) {
        await transaction`
          insert into recoveries (office, kind, asked_at) values (${office.number}, 'issued', ${now})`;
      }
      await addAccount(transaction, office.number, letter, now);
    }
  });
  return letters;
}

type UnissuedRow = AddressedLetter["office"] & { readonly prefecture: string };

async function findUnissued(
  sql: Needs["sql"],
  which: Unissued,
  byMail: boolean,
): Promise<readonly UnissuedRow[]> {
  const columns = sql`o.number, o.prefecture, o.name, o.postal_code as "postalCode", o.address`;
  if ("first" in which) {
    return sql<UnissuedRow[]>`
      select ${columns} from offices o
      where not exists (select 1 from office_accounts a where a.office = o.number)
        and (not ${byMail} or o.email is not null)
      order by o.number limit ${which.first}`;
  }
  const numbers = [...new Set(which.numbers)].sort();
  const found = await sql<(UnissuedRow & { mailable: boolean; issued: boolean })[]>`
    select ${columns}, o.email is not null as mailable, exists (select 1 from office_accounts a where a.office = o.number) as issued
    from offices o where o.number = any(${numbers}) order by o.number`;
  const unknown = numbers.filter((number) => !found.some((office) => office.number === number));
  if (unknown.length > 0) throw new CenterError("office-unknown", unknown.join(", "));
  const issued = found.filter((office) => office.issued);
  if (issued.length > 0) {
    throw new CenterError("account-exists", issued.map(({ number }) => number).join(", "));
  }
  const unreachable = found.filter((office) => byMail && !office.mailable);
  if (unreachable.length > 0) {
    throw new CenterError("address-missing", unreachable.map(({ number }) => number).join(", "));
  }
  return found;
}

/** @throws CenterError `account-exists` when somebody else has issued it meanwhile */
async function addAccount(
  transaction: Transaction,
  office: string,
  { text, passwordHash, issuePasswordHash }: Written,
  at: Date,
): Promise<void> {
  const added = await transaction`
    insert into office_accounts (office, office_id, password_hash, provisional_until, issue_password_hash)
    values (${office}, ${text.officeId}, ${passwordHash}, ${text.provisionalUntil}, ${issuePasswordHash})
    on conflict do nothing`;
  if (added.count === 0) throw new CenterError("account-exists", office);
  await recordAct(transaction, { at, act: "office-added", office, subject: text.officeId });
}

/**
 * Writes a new letter to an office whose passwords are lost or past their end; the old ones, and what they opened, end.
 *
 * @param withoutSecondFactor the office has lost what it is asked for besides: who has the letter comes in without
 * @throws CenterError `office-unknown`
 */
export async function reissueOffice(
  { sql, clock }: Needs,
  officeNumber: string,
  { withoutSecondFactor = false }: { readonly withoutSecondFactor?: boolean } = {},
): Promise<AddressedLetter> {
  const [account] = await sql<(AddressedLetter["office"] & { officeId: string })[]>`
    select a.office_id as "officeId", o.number, o.name, o.postal_code as "postalCode", o.address
    from office_accounts a join offices o on o.number = a.office where a.office = ${officeNumber}`;
  if (!account) throw new CenterError("office-unknown", officeNumber);
  const { officeId, ...office } = account;
  const letter = await write(officeId, clock());
  await sql.begin(async (transaction) => {
    await transaction`
      update office_accounts
      set password_hash = ${letter.passwordHash}, provisional_until = ${letter.text.provisionalUntil},
          issue_password_hash = ${letter.issuePasswordHash}
      where office = ${officeNumber}`;
    await endSessions(transaction, officeNumber);
    const at = clock();
    await endRecoveries(transaction, officeNumber, at);
    const told = { office: officeNumber, at };
    await tellOffice(transaction, { ...told, change: "account-reissued" });
    if (withoutSecondFactor) {
      await tellOffice(transaction, { ...told, change: "second-factor-cleared" });
      await clearSecondFactor(transaction, officeNumber);
    }
    const audited = { at, office: officeNumber, subject: officeId };
    await recordAct(transaction, { ...audited, act: "office-reissued" });
    if (withoutSecondFactor) {
      await recordAct(transaction, { ...audited, act: "second-factor-cleared" });
    }
  });
  return { ...letter.text, office };
}

interface Written {
  readonly text: OfficeLetter;
  readonly passwordHash: string;
  readonly issuePasswordHash: string;
}

async function write(officeId: string, now: Date): Promise<Written> {
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
