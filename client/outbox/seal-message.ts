import { type Parcel, type SealOptions, sealParcel, sealParcelStream } from "@tsunagi/sealing";
import { knownHead } from "../certificate-log/known-log.ts";
import { keyInForce } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import { filesOf, type StoredFile, sentBytes } from "../store/message-files.ts";
import { keepProof } from "../store/proofs.ts";
import { heldAtMost, type SpoolFile } from "../store/spool.ts";
import type { Store } from "../store/store.ts";
import { type StoredBytes, sourceOfStored } from "../store/stored-bytes.ts";
import type { AskCertificates } from "./receiver-certificates.ts";
import type { Sent } from "./sent.ts";

/**
 * Seals a made message to the certificates its receiver holds now, and keeps the sealed bytes: every try from here on
 * sends the same bytes under the same id.
 * @throws ClientError, CallError, SealingError
 */
export async function sealMessage(
  office: Office,
  sent: Sent,
  askCertificates: AskCertificates,
): Promise<void> {
  const { store } = office;
  const key = keyInForce(office);
  if (key === undefined) throw new ClientError("not-enrolled");
  const recipients = await askCertificates(sent.to_number);
  const { number: from } = ownOffice(office);
  const log = knownHead(office);
  const parcel = {
    id: sent.id,
    from,
    to: sent.to_number,
    madeAt: office.now().toISOString(),
    ...(log && { log }),
  };
  const signer = { key: key.pair.privateKey, certificate: key.certificate };
  const options = { signer, recipients, authorities: office.authorities };
  const files = filesOf(store, sent.id);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const seal = total > heldAtMost ? sealInSpool : sealHeld;
  const { sealed, signed, ...digests } = await seal(store, parcel, files, options);
  store.atomically(() => {
    keepProof(store, sent.id, "sealed", sealed);
    keepProof(store, sent.id, "signed", signed);
    store.sql.run`UPDATE sent SET work = 'sealed', sealed_sha256 = ${digests.sealedSha256},
      signed_sha256 = ${digests.signedSha256} WHERE id = ${sent.id} AND work = 'made'`;
    at("sealed-before-commit");
  });
  at("sealed-after-commit");
}

interface SealedBytes {
  readonly sealed: StoredBytes;
  readonly sealedSha256: string;
  readonly signed: StoredBytes;
  readonly signedSha256: string;
}

async function sealHeld(
  store: Store,
  parcel: Omit<Parcel, "files">,
  files: readonly StoredFile[],
  options: SealOptions,
): Promise<SealedBytes> {
  const held = files.map(({ position, name, type }) => {
    const bytes = sentBytes(store, parcel.id, position);
    if (!(bytes instanceof Uint8Array)) throw new Error("a small file that is not held");
    return { name, bytes, ...(type !== null && { type }) };
  });
  return sealParcel({ ...parcel, files: held }, options);
}

/** From files and into files; what is left of one that fails is replaced by the next, or swept away. */
async function sealInSpool(
  store: Store,
  parcel: Omit<Parcel, "files">,
  files: readonly StoredFile[],
  options: SealOptions,
): Promise<SealedBytes> {
  const begin = (part: string): SpoolFile => store.spool.begin(`${parcel.id}.${part}`);
  const places = { archive: begin("archive"), signed: begin("signed"), sealed: begin("sealed") };
  const large = files.map(({ position, name, type, size }) => {
    const bytes = sentBytes(store, parcel.id, position);
    if (bytes === undefined) throw new Error("a sent file without its bytes");
    const source = sourceOfStored(store, bytes);
    return { name, size, read: () => source.read(0, size), ...(type !== null && { type }) };
  });
  try {
    await sealParcelStream({ ...parcel, files: large }, options, places);
  } catch (error) {
    for (const place of Object.values(places)) place.discard();
    throw error;
  }
  places.archive.discard();
  const signed = await places.signed.finish();
  const sealed = await places.sealed.finish();
  return { sealed, sealedSha256: sealed.sha256, signed, signedSha256: signed.sha256 };
}
