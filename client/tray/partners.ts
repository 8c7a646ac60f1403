import { CallError } from "@tsunagi/contract";
import type { DirectoryEntry } from "@tsunagi/contract/exchange";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";

/** Whether an office can be sent to, or the code of the exchange that says why not. */
export type Standing =
  | "can-receive"
  | "office-unknown"
  | "receiver-unlicensed"
  | "receiver-without-certificate";

/** What the directory last said of another office. */
export interface Partner {
  readonly number: string;
  /** null when the directory does not have the office. */
  readonly name: string | null;
  readonly standing: Standing;
  readonly checkedAt: string;
}

/** So long what the directory said is taken as it is, in milliseconds. */
const freshMs = 10 * 60_000;

export function findPartner({ store }: Office, number: string): Partner | undefined {
  const row = store.sql.get`SELECT name, standing, checked_at FROM partner
    WHERE number = ${number}`;
  if (row === undefined) return undefined;
  const name = row["name"];
  return {
    number,
    name: typeof name === "string" ? name : null,
    standing: String(row["standing"]) as Standing,
    checkedAt: String(row["checked_at"]),
  };
}

/** Remembers what the directory says of an office, so that its name is known without the centre too. */
export function keepPartner(office: Office, entry: DirectoryEntry): void {
  keep(office, entry.number, entry.name, standingOf(entry));
}

/**
 * Asks the directory for those of the offices of which nothing fresh is known. That the centre cannot be asked (no
 * network, no login) is no failure: what was known before stays.
 */
export async function lookUp(
  office: Office,
  session: Session,
  numbers: readonly string[],
): Promise<void> {
  const since = new Date(office.now().getTime() - freshMs).toISOString();
  for (const number of new Set(numbers)) {
    const known = findPartner(office, number);
    if (known !== undefined && known.checkedAt > since) continue;
    if (!(await askDirectory(office, session, number))) return;
  }
}

/** @returns whether the centre answered */
async function askDirectory(office: Office, session: Session, number: string): Promise<boolean> {
  if (session.step().step !== "done") return false;
  try {
    const answer = await session.authorized((call) => call.office({ params: { number } }));
    keepPartner(office, answer.office);
    return true;
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== "office-unknown") return false;
    keep(office, number, null, "office-unknown");
    return true;
  }
}

function standingOf({ licensed, canReceive }: DirectoryEntry): Standing {
  if (canReceive) return "can-receive";
  return licensed ? "receiver-without-certificate" : "receiver-unlicensed";
}

function keep(
  { store, now }: Office,
  number: string,
  name: string | null,
  standing: Standing,
): void {
  store.sql.run`INSERT INTO partner (number, name, standing, checked_at)
    VALUES (${number}, ${name}, ${standing}, ${now().toISOString()})
    ON CONFLICT (number) DO UPDATE SET name = coalesce(excluded.name, name),
      standing = excluded.standing, checked_at = excluded.checked_at`;
}
