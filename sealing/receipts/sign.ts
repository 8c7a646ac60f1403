import type { CertificateInfo } from "../certificates/parse.ts";
import { signContent } from "../cms/sign.ts";
import { certificateOf, type Signer } from "../cms/signer.ts";
import { SealingError } from "../errors.ts";
import { encodeReceipt, type Receipt } from "./receipt.ts";

/**
 * Signs a receipt: SignedData (DER) around its JSON. `accepted` is signed by the centre,
 * `opened` by the receiving office; the signing time is the receipt's `at`.
 *
 * @throws SealingError `receipt-invalid`, `signer-mismatch`, `key-invalid`
 */
export function signReceipt(receipt: Receipt, signer: Signer): Uint8Array {
  checkParty(receipt, certificateOf(signer));
  return signContent(encodeReceipt(receipt), signer, new Date(receipt.at));
}

/** @throws SealingError `signer-mismatch` unless the certificate is that of the receipt's issuer */
export function checkParty(receipt: Receipt, signer: CertificateInfo): void {
  const fits =
    receipt.type === "accepted" ? signer.kind === "center" : signer.officeNumber === receipt.to;
  if (!fits) throw new SealingError("signer-mismatch", `"${receipt.type}" by ${signer.subject}`);
}
