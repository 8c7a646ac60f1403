import type { OfficeCertificate } from "../certificates/parse.ts";
import { outlineSigned } from "../cms/signed-outline.ts";
import { verifySignedParts } from "../cms/verify.ts";
import { SealingError } from "../errors.ts";
import { type Manifest, type ManifestFile, mostBytes } from "../parcel/parcel.ts";
import { partOf, type Source, type Spool, sha256OfSource } from "../source.ts";
import { decryptInto } from "./decrypt-stream.ts";
import type { OpenOptions } from "./options.ts";
import { checkParties, type ReadOptions } from "./read-signed.ts";
import { openParcel } from "./unpack-stream.ts";

/** A parcel that is not held: what it says of itself, and its files to be read. */
export interface LargeReadParcel {
  readonly parcel: Omit<Manifest, "format">;
  readonly signer: OfficeCertificate;
  /** The signing time that the signer states. */
  readonly signedAt: Date;
  /** SHA-256 of the SignedData, lower-case hexadecimal. */
  readonly signedSha256: string;
  /**
   * A file of the parcel, piece by piece, out of the SignedData. At its end it is held against the manifest: whoever
   * writes it somewhere keeps it only when no error came. Throws SealingError `parcel-invalid`.
   */
  read(this: void, file: ManifestFile): AsyncGenerator<Uint8Array>;
}

export interface LargeOpened extends LargeReadParcel {
  readonly sealedSha256: string;
}

/**
 * Opens a sealed message that is too large to be held; DER throughout, as `sealParcel` and `sealParcelStream` write it.
 *
 * @param signed takes the SignedData, which the receiver keeps as evidence; what was written is of no use when this
 *   fails
 * @throws SealingError as `openSealed` does
 */
export async function openSealedStream(
  sealed: Source,
  options: OpenOptions,
  signed: Spool,
): Promise<LargeOpened> {
  const sealedSha256 = await sha256OfSource(sealed);
  const { expected } = options;
  if (expected.sealedSha256 !== undefined && expected.sealedSha256 !== sealedSha256) {
    throw new SealingError("changed", "the digest of the sealed bytes is not the expected one");
  }
  await decryptInto(signed, sealed, options.keys);
  return { ...(await readSignedStream(signed, options)), sealedSha256 };
}

/**
 * Verifies the SignedData of a parcel and looks into it.
 *
 * @throws SealingError as `readSigned` does
 */
export async function readSignedStream(
  signed: Source,
  options: ReadOptions,
): Promise<LargeReadParcel> {
  const { sha256, content, contentDigest, parts } = await outlineSigned(signed);
  const { signer, signedAt } = verifySignedParts(parts, contentDigest, {
    ...options,
    usage: "office",
  });
  const archive = partOf(signed, content.from, content.to);
  const { manifest, read } = await openParcel(archive, options.limit ?? mostBytes);
  const { format: _, ...parcel } = manifest;
  checkParties(parcel, signer, options);
  return { parcel, signer, signedAt, signedSha256: sha256, read };
}
