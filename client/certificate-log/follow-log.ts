import type { Caller } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import {
  type LogHead,
  type LogState,
  SealingError,
  verifyConsistency,
  verifyLogHead,
} from "@tsunagi/sealing";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import { keepHead, knownHead } from "./known-log.ts";

type Ask = Pick<Caller<ExchangeRoutes>, "logHead" | "logConsistency">;

/** A head older than this is held back by somebody: the centre signs one each hour. */
const oldestMs = 2 * 86_400_000;

/**
 * Asks for the head of the log and proves that the log has only grown since the one that was seen last, which it then
 * replaces. One that is not in order never does.
 * @throws ClientError `log-rewritten`, `log-held-back`; CallError
 */
export async function followLog(office: Office, ask: Ask): Promise<LogHead> {
  const answer = await ask.logHead();
  const known = knownHead(office);
  const head = provedOr("log-rewritten", () =>
    verifyLogHead(Buffer.from(answer.signed, "base64"), {
      authorities: office.authorities,
      at: office.now(),
    }),
  );
  if (head.at < new Date(office.now().getTime() - oldestMs).toISOString()) {
    throw new ClientError("log-held-back", { detail: head.at });
  }
  if (known !== undefined) {
    // Another process of the centre may have signed before the last entry came.
    if (head.at < known.at && head.size < known.size) return known;
    await proveGrowth(known, head, ask);
  }
  // Another call may have come further meanwhile.
  const latest = knownHead(office);
  if (latest !== undefined && latest.size > head.size) return latest;
  keepHead(office, head);
  return head;
}

/** @throws ClientError `log-rewritten` unless the newer log begins with the older one; CallError */
export async function proveGrowth(older: LogState, newer: LogState, ask: Ask): Promise<void> {
  if (older.size > newer.size) throw new ClientError("log-rewritten", { detail: "it shrank" });
  const isSame = older.size === newer.size || older.size === 0;
  const { proof } = isSame
    ? { proof: [] }
    : await ask.logConsistency({ query: { older: older.size, newer: newer.size } });
  provedOr("log-rewritten", () => verifyConsistency(older, newer, proof));
}

/** Runs a check of the sealing room; that it fails is this room's error. */
export function provedOr<T>(code: "log-rewritten" | "certificate-unlogged", check: () => T): T {
  try {
    return check();
  } catch (cause) {
    if (cause instanceof SealingError) throw new ClientError(code, { cause });
    throw cause;
  }
}
