import { sealParcel } from "@tsunagi/sealing";
import { keyInForce } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { filesOf, storedBytes } from "../store/message-files.ts";
import { keepProof } from "../store/proofs.ts";
import { receiverCertificates } from "./receiver-certificates.ts";
import type { Sent } from "./sent.ts";

/**
 * Seals a made message to the certificates its receiver holds now, and keeps the sealed bytes: every try from here on
 * sends the same bytes under the same id.
 * @throws ClientError, CallError, SealingError
 */
export async function sealMessage(office: Office, session: Session, sent: Sent): Promise<void> {
  const { store } = office;
  const key = keyInForce(office);
  if (key === undefined) throw new ClientError("not-enrolled");
  const recipients = await receiverCertificates(office, session, sent.to_number);
  const files = filesOf(store, sent.id).map(({ position, name, type }) => ({
    name,
    bytes: storedBytes(store, sent.id, position) ?? new Uint8Array(),
    ...(type !== null && { type }),
  }));
  const sealed = sealParcel(
    {
      id: sent.id,
      from: ownOffice(office).number,
      to: sent.to_number,
      madeAt: office.now().toISOString(),
      files,
    },
    {
      signer: { key: key.pair.privateKey, certificate: key.certificate },
      recipients,
      authorities: office.authorities,
    },
  );
  store.atomically(() => {
    keepProof(store, sent.id, "sealed", sealed.sealed);
    keepProof(store, sent.id, "signed", sealed.signed);
    store.sql.run`UPDATE sent SET work = 'sealed', sealed_sha256 = ${sealed.sealedSha256},
      signed_sha256 = ${sealed.signedSha256} WHERE id = ${sent.id} AND work = 'made'`;
    at("sealed-before-commit");
  });
  at("sealed-after-commit");
}
