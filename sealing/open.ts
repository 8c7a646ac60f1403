/** The opening half, which the centre must not reach. */
import { sha256Hex } from "./cms/sign.ts";
import { SealingError } from "./errors.ts";
import { decryptContent } from "./open/decrypt.ts";
import type { OpenOptions } from "./open/options.ts";
import { type ReadParcel, readSigned } from "./open/read-signed.ts";

export {
  type LargeOpened,
  type LargeReadParcel,
  openSealedStream,
  readSignedStream,
} from "./open/open-stream.ts";
export type { OpenOptions } from "./open/options.ts";
export { type ReadOptions, type ReadParcel, readSigned } from "./open/read-signed.ts";

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
