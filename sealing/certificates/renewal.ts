import { signContent } from "../cms/sign.ts";
import { certificateOf, type Signer } from "../cms/signer.ts";
import { type SignatureCheck, verifySignedContent } from "../cms/verify.ts";
import { SealingError } from "../errors.ts";
import type { OfficeCertificate } from "./parse.ts";

/**
 * 更新の申請: the request (PKCS#10 PEM) of the new key under the signature of the present one, as SignedData (DER). Who
 * holds the present key vouches for the new one, and whoever doubts it later can see that.
 *
 * @throws SealingError `signer-mismatch`, `key-invalid`
 */
export function signRenewal(request: string, signer: Signer, at: Date): Uint8Array {
  if (certificateOf(signer).officeNumber === undefined) throw new SealingError("signer-mismatch");
  return signContent(Buffer.from(request, "utf8"), signer, at);
}

export interface Renewal {
  /** PKCS#10 PEM; its own signature is for `issueCertificate` to check. */
  readonly request: string;
  /** The office's certificate whose key signed. */
  readonly signer: OfficeCertificate;
}

/**
 * Verifies what `signRenewal` made: signature, and the signer's certificate as of the signing time.
 *
 * @throws SealingError `signature-wrong`, `changed`, `signing-time-wrong`, `certificate-*`, `signer-mismatch`
 */
export function verifyRenewal(der: Uint8Array, check: SignatureCheck): Renewal {
  const { content, signer } = verifySignedContent(der, { ...check, usage: "office" });
  if (signer.officeNumber === undefined) throw new SealingError("signer-mismatch");
  return { request: Buffer.from(content).toString("utf8"), signer };
}
