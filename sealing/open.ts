/** The opening half, which the centre must not reach. */
import { sha256Hex } from "./cms/sign.ts";
import type { Signer } from "./cms/signer.ts";
import { SealingError } from "./errors.ts";
import { decryptContent } from "./open/decrypt.ts";
import { type ReadOptions, type ReadParcel, readSigned } from "./open/read-signed.ts";

export { type ReadOptions, type ReadParcel, readSigned } from "./open/read-signed.ts";

export interface OpenOptions extends ReadOptions {
  /** Keys of the receiving office with their certificates (PEM), old ones included. */
  readonly keys: readonly Signer[];
  /** What the centre's record of the message says. Without these a message sealed for another
   * office, or sent before, could be passed off as this one. */
  readonly expected: {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    /** Of the sealed bytes, from the centre's receipt: binds the parts meant for other keys too. */
    readonly sealedSha256?: string;
  };
}

export interface Opened extends ReadParcel {
  readonly sealedSha256: string;
  /** The SignedData inside, DER: the sender's signature, kept as evidence. */
  readonly signed: Uint8Array;
}

/**
 * Opens a sealed message: decrypts it, verifies the sender's signature and certificate, and holds
 * the content against the manifest and against what the centre said.
 *
 * @throws SealingError `not-a-sealed-message`, `not-for-this-office`, `changed`, and those of
 *   `readSigned`
 */
export function openSealed(sealed: Uint8Array, options: OpenOptions): Opened {
  const sealedSha256 = sha256Hex(sealed);
  const { expected } = options;
  if (expected.sealedSha256 !== undefined && expected.sealedSha256 !== sealedSha256) {
    throw new SealingError("changed", "the digest of the sealed bytes is not the expected one");
  }
  const signed = decryptContent(sealed, options.keys);
  return { ...readSigned(signed, options), sealedSha256, signed };
}
