import { renewalDays } from "@tsunagi/contract/exchange";
import { createRequest, parseChain, signRenewal } from "@tsunagi/sealing";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { keepCertificate, keyInForce, makeKey, uncertifiedKey } from "./own-keys.ts";
import { ownOffice } from "./own-office.ts";
import { requireOwn } from "./require-own.ts";

const dayMilliseconds = 86_400_000;

/** From when on a certificate with this end is renewed. */
export function renewsFrom(notAfter: string): Date {
  return new Date(Date.parse(notAfter) - renewalDays * dayMilliseconds);
}

/** Whether the certificate in force is near enough to its end to be renewed. */
export function isRenewalDue(office: Office): boolean {
  const key = keyInForce(office);
  return key !== undefined && renewsFrom(key.notAfter) <= office.now();
}

/**
 * 電子証明書の更新: makes a new key, has the present one vouch for it, and shows the office with the new certificate from
 * then on. The old key is kept for opening. May be called again after any failure: the same new key is asked for again,
 * and the centre answers with the certificate that it issued to it.
 * @throws ClientError `not-enrolled`, `login-needed`; CallError with the centre's code; SealingError
 */
export async function renewCertificate(office: Office, session: Session): Promise<void> {
  const present = keyInForce(office);
  if (present === undefined) throw new ClientError("not-enrolled");
  const { number } = ownOffice(office);
  const key = uncertifiedKey(office, number) ?? makeKey(office, number);
  const request = await createRequest(key.pair, { officeNumber: number });
  const signer = { key: present.pair.privateKey, certificate: present.certificate };
  const renewal = Buffer.from(signRenewal(request, signer, office.now())).toString("base64");
  const { pem } = await session.authorized((call) => call.renewCertificate({ body: { renewal } }));
  const chain = parseChain(pem);
  requireOwn(office, chain, key, number);
  office.store.atomically(() => keepCertificate(office, key.keyId, chain));
  office.changes.tell("state");
}
