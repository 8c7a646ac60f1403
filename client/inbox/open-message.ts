import { createHash } from "node:crypto";
import type { Message } from "@tsunagi/contract/exchange";
import {
  type ManifestFile,
  type ParcelFile,
  SealingError,
  type Source,
  sourceOf,
} from "@tsunagi/sealing";
import { type OpenOptions, openSealed, openSealedStream } from "@tsunagi/sealing/open";
import { allCertifiedKeys } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import type { Office } from "../office.ts";
import type { StoredBytes } from "../store/stored-bytes.ts";
import { deliverFiles } from "./deliver-files.ts";

/** What is known of a message that was opened, and whose files are on disk. */
export interface Taken {
  readonly sealedSha256: string;
  readonly signed: StoredBytes;
  readonly signedSha256: string;
  readonly files: readonly ManifestFile[];
}

/** What unpacks to more than this is not held, however small it came. */
const heldUnpacked = 64 * 1024 * 1024;

/**
 * Opens and verifies a message that is held, and writes its files.
 * @throws SealingError
 */
export async function openHeld(
  office: Office,
  message: Message,
  sealed: Uint8Array,
): Promise<Taken> {
  const opened = openIfSmall(sealed, openOptions(office, message));
  if (opened === undefined) return openInSpool(office, message, sourceOf(sealed));
  const { files } = opened.parcel;
  await deliverFiles(
    office,
    message.id,
    files.map(({ name, bytes }) => ({ name, pieces: [bytes] })),
  );
  const { sealedSha256, signed, signedSha256 } = opened;
  return { sealedSha256, signed, signedSha256, files: files.map(manifestFile) };
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
 * Opens and verifies a message that is not held, and writes its files.
 * @throws SealingError
 */
export async function openInSpool(
  office: Office,
  message: Message,
  sealed: Source,
): Promise<Taken> {
  const signed = office.store.spool.begin(`${message.id}.signed`);
  try {
    const opened = await openSealedStream(sealed, openOptions(office, message), signed);
    const { files } = opened.parcel;
    await deliverFiles(
      office,
      message.id,
      files.map((file) => ({ name: file.name, pieces: opened.read(file) })),
    );
    const { sealedSha256, signedSha256 } = opened;
    return { sealedSha256, signed: await signed.finish(), signedSha256, files };
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
