import type { Caller } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { keepSetting, readSetting } from "../store/settings.ts";
import { followLog, proveGrowth } from "./follow-log.ts";
import { dropPartnerView, partnerViews } from "./known-log.ts";
import { readEntries } from "./read-entries.ts";

/** Why nothing may be sealed now. */
export type LogTrouble = "log-rewritten" | "log-held-back";

/**
 * Checks the log of certificates (公開記録) as far as it is new: that it has only grown, that it is the one that partners
 * are shown, and that it names no certificate of this office that nobody asked for here. What is wrong is noted, and
 * stops sending until a later check finds the log in order again.
 * @throws ClientError `log-rewritten`, `log-held-back`, `login-needed`; CallError when the centre cannot be asked
 */
export async function checkLog(office: Office, session: Session): Promise<void> {
  try {
    await session.authorized((call) => checkAll(office, call));
    keepSetting(office.store, "logCheckedAt", office.now().toISOString());
    noteTrouble(office, undefined);
  } catch (error) {
    if (error instanceof ClientError && isLogTrouble(error.code)) noteTrouble(office, error.code);
    throw error;
  }
}

/** What the last check found. */
export function logTrouble({ store }: Office): LogTrouble | undefined {
  const code = readSetting(store, "logTrouble");
  return code !== undefined && isLogTrouble(code) ? code : undefined;
}

/**
 * Lets pass when the log is in order; where it was not, checks again.
 * @throws as `checkLog`
 */
export async function requireSoundLog(office: Office, session: Session): Promise<void> {
  if (logTrouble(office) !== undefined) await checkLog(office, session);
}

async function checkAll(office: Office, call: Caller<ExchangeRoutes>): Promise<void> {
  const head = await followLog(office, call);
  await readEntries(office, head, call);
  for (const view of partnerViews(office)) {
    await proveGrowth(view, head, call);
    dropPartnerView(office, view);
  }
}

function noteTrouble(office: Office, trouble: LogTrouble | undefined): void {
  if (logTrouble(office) === trouble) return;
  keepSetting(office.store, "logTrouble", trouble ?? "");
  office.changes.tell("state");
}

export function isLogTrouble(code: string): code is LogTrouble {
  return code === "log-rewritten" || code === "log-held-back";
}
