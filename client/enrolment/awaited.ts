import { createHash } from "node:crypto";
import { CallError, type Caller, type OfficeName } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import { parseChain } from "@tsunagi/sealing";
import type { Office } from "../office.ts";
import { keepSetting, readSetting } from "../store/settings.ts";
import { keepCertificate, type OwnKey, uncertifiedKey } from "./own-keys.ts";
import { requireOwn } from "./require-own.ts";

/** A certificate that was asked for on this machine and waits for the operator's approval (承認). */
export interface Awaited {
  readonly officeId: string;
  readonly office: OfficeName;
  readonly askedAt: string;
  /** Why the operator refused it, where it was. */
  readonly refusal: { readonly reason: string; readonly at: string } | null;
}

/** What is awaited, or undefined; it outlives the end of the program. */
export function awaitedCertificate({ store }: Office): Awaited | undefined {
  const kept = readSetting(store, "awaitedCertificate") ?? "";
  // Written by `keepAwaited`, and by nobody else.
  return kept === "" ? undefined : (JSON.parse(kept) as Awaited);
}

/** Whether asking the centre may bring something. */
export function isAwaiting(office: Office): boolean {
  return awaitedCertificate(office)?.refusal === null;
}

export function keepAwaited({ store }: Office, awaited: Awaited | undefined): void {
  keepSetting(store, "awaitedCertificate", awaited === undefined ? "" : JSON.stringify(awaited));
}

/** Puts a certificate in: from then on this folder is the office's. @throws SealingError, ClientError `answer-unexpected` */
export function putIn(
  office: Office,
  key: OwnKey,
  pem: string,
  { officeId, office: { number, name } }: Pick<Awaited, "officeId" | "office">,
): void {
  const chain = parseChain(pem);
  requireOwn(office, chain, key, number);
  office.store.atomically(() => {
    keepCertificate(office, key.keyId, chain);
    keepSetting(office.store, "officeId", officeId);
    keepSetting(office.store, "officeNumber", number);
    keepSetting(office.store, "officeName", name);
    keepAwaited(office, undefined);
  });
}

/** Said where the centre no longer knows of the request. */
const forgotten = "センターに申請が残っていません。お手数ですが、もう一度申請してください。";

/**
 * Asks how the awaited request stands: puts the certificate in when it was issued, and keeps the reason when it was refused.
 * @throws CallError when the centre does not answer; SealingError, ClientError as `putIn`
 */
export async function collectAwaited(office: Office, call: Caller<ExchangeRoutes>): Promise<void> {
  const awaited = awaitedCertificate(office);
  if (awaited === undefined || awaited.refusal !== null) return;
  const key = uncertifiedKey(office, awaited.office.number);
  if (key === undefined) return keepAwaited(office, undefined);
  const answer = await call
    .awaitedCertificate({ params: { key: fingerprintOf(key) } })
    .catch((error: unknown) => {
      if (!(error instanceof CallError) || error.code !== "not-found") throw error;
      const at = office.now().toISOString();
      return { state: "refused" as const, reason: forgotten, at };
    });
  if (answer.state === "waiting") return;
  if (answer.state === "issued") putIn(office, key, answer.certificate.pem, awaited);
  else keepAwaited(office, { ...awaited, refusal: { reason: answer.reason, at: answer.at } });
  office.changes.tell("state");
}

/** Of the public key, as the centre knows a request by it. */
function fingerprintOf({ pair }: OwnKey): string {
  const key = pair.publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("hex");
}
