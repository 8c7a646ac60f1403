import { createHash } from "node:crypto";
import type { Message } from "@tsunagi/contract/exchange";
import {
  type LogState,
  type ManifestFile,
  type ParcelFile,
  SealingError,
  type Source,
  sourceOf,
} from "@tsunagi/sealing";
import { type OpenOptions, openSealed, openSealedStream } from "@tsunagi/sealing/open";
import { proveLogged } from "../certificate-log/prove-logged.ts";
import { allCertifiedKeys } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import type { StoredBytes } from "../store/stored-bytes.ts";
import { deliverFiles } from "./deliver-files.ts";

/** What is known of a message that was opened, and whose files are on disk. */
export interface Taken {
  readonly sealedSha256: string;
  readonly signed: StoredBytes;
  readonly signedSha256: string;
  readonly files: readonly ManifestFile[];
  /** The log of certificates as the sender knew it. */
  readonly log: LogState | undefined;
}

/** What unpacks to more than this is not held, however small it came. */
const heldUnpacked = 64 * 1024 * 1024;

/**
 * Opens and verifies a message that is held, and writes its files. The sender's certificate must stand in the log.
 * @throws SealingError; ClientError, CallError as `proveLogged`
 */
export async function openHeld(
  office: Office,
  session: Session,
  message: Message,
  sealed: Uint8Array,
): Promise<Taken> {
  const opened = openIfSmall(sealed, openOptions(office, message));
  if (opened === undefined) return openInSpool(office, session, message, sourceOf(sealed));
  await proveLogged(office, session, opened.signer);
  const { files, log } = opened.parcel;
  await deliverFiles(
    office,
    message.id,
    files.map(({ name, bytes }) => ({ name, pieces: [bytes] })),
  );
  const { sealedSha256, signed, signedSha256 } = opened;
  return { sealedSha256, signed, signedSha256, files: files.map(manifestFile), log };
}

function openIfSmall(sealed: Uint8Array, options: OpenOptions) {
  try {
    return openSealed(sealed, { ...options, limit: heldUnpacked });
  } catch (error) {
    if (error instanceof SealingError && error.code === "too-large") return undefined;
    throw error;
  }
}

/**
 * Does the same with a message that is not held.
 * @throws SealingError; ClientError, CallError as `proveLogged`
 */
export async function openInSpool(
  office: Office,
  session: Session,
  message: Message,
  sealed: Source,
): Promise<Taken> {
  const signed = office.store.spool.begin(`${message.id}.signed`);
  try {
    const opened = await openSealedStream(sealed, openOptions(office, message), signed);
    await proveLogged(office, session, opened.signer);
    const { files, log } = opened.parcel;
    await deliverFiles(
      office,
      message.id,
      files.map((file) => ({ name: file.name, pieces: opened.read(file) })),
    );
    const { sealedSha256, signedSha256 } = opened;
    return { sealedSha256, signed: await signed.finish(), signedSha256, files, log };
  } catch (error) {
    signed.discard();
    throw error;
  }
}

function openOptions(office: Office, { id, from, sha256 }: Message): OpenOptions {
  return {
    keys: allCertifiedKeys(office).map(({ pair, certificate }) => ({
      key: pair.privateKey,
      certificate,
    })),
    authorities: office.authorities,
    at: office.now(),
    expected: {
      id,
      from: from.number,
      to: ownOffice(office).number,
      sealedSha256: sha256,
    },
  };
}

function manifestFile({ name, type, bytes }: ParcelFile): ManifestFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, size: bytes.length, sha256, ...(type !== undefined && { type }) };
}
