import type { CertificateInfo, OfficeCertificate } from "../certificates/parse.ts";
import { sha256Hex } from "../cms/sign.ts";
import { type SignatureCheck, verifySignedContent } from "../cms/verify.ts";
import { SealingError } from "../errors.ts";
import { mostBytes, type Parcel } from "../parcel/parcel.ts";
import { unpackParcel } from "./unpack.ts";

export interface ReadOptions extends SignatureCheck {
  /** What the centre's record says; the inside must say the same. */
  readonly expected: {
    readonly id?: string;
    readonly from?: string;
    readonly to?: string;
  };
  /** Most bytes of all files together; 1 GiB by default. */
  readonly limit?: number;
}

export interface ReadParcel {
  readonly parcel: Parcel;
  readonly signer: OfficeCertificate;
  /** The signing time that the signer states. */
  readonly signedAt: Date;
  /** SHA-256 of the SignedData, lower-case hexadecimal. */
  readonly signedSha256: string;
}

/**
 * Verifies and unpacks the SignedData of a parcel, as the sender keeps it.
 *
 * @throws SealingError `signature-wrong`, `changed`, `signing-time-wrong`, `certificate-*`,
 *   `parcel-invalid`, `too-large`, `signer-mismatch`, `wrong-id`, `wrong-sender`, `wrong-receiver`
 */
export function readSigned(signed: Uint8Array, options: ReadOptions): ReadParcel {
  const { content, signer, signedAt } = verifySignedContent(signed, {
    ...options,
    usage: "office",
  });
  const parcel = unpackParcel(content, options.limit ?? mostBytes);
  checkParties(parcel, signer, options);
  return { parcel, signer, signedAt, signedSha256: sha256Hex(signed) };
}

/**
 * Holds what a parcel says of itself against its signer and against what the centre said.
 *
 * @throws SealingError `signer-mismatch`, `wrong-id`, `wrong-sender`, `wrong-receiver`
 */
export function checkParties(
  parcel: Pick<Parcel, "id" | "from" | "to">,
  signer: CertificateInfo,
  { expected: { id, from, to } }: Pick<ReadOptions, "expected">,
): asserts signer is OfficeCertificate {
  if (signer.officeNumber === undefined || signer.officeNumber !== parcel.from) {
    throw new SealingError("signer-mismatch");
  }
  if (id !== undefined && parcel.id !== id) throw new SealingError("wrong-id");
  if (from !== undefined && parcel.from !== from) throw new SealingError("wrong-sender");
  if (to !== undefined && parcel.to !== to) throw new SealingError("wrong-receiver");
}
