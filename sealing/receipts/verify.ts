import type { CertificateInfo } from "../certificates/parse.ts";
import { type SignatureCheck, verifySignedContent } from "../cms/verify.ts";
import { SealingError } from "../errors.ts";
import { decodeReceipt, type Receipt } from "./receipt.ts";
import { checkParty } from "./sign.ts";

/** Fields that a receipt must have with these values. */
export interface ExpectedReceipt {
  readonly type?: Receipt["type"] | undefined;
  readonly id?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sealedSha256?: string | undefined;
  readonly signedSha256?: string | undefined;
  readonly size?: number | undefined;
}

export interface VerifiedReceipt {
  readonly receipt: Receipt;
  readonly signer: CertificateInfo;
}

/**
 * Verifies a signed receipt: signature, certificate as of the receipt's time (`accepted` by a
 * centre's certificate, `opened` by one of the receiving office), and the expected fields.
 *
 * @throws SealingError `signature-wrong`, `changed`, `signing-time-wrong`, `certificate-*`,
 *   `receipt-invalid`, `signer-mismatch`, `receipt-mismatch`
 */
export function verifyReceipt(
  der: Uint8Array,
  check: SignatureCheck & { readonly expected: ExpectedReceipt },
): VerifiedReceipt {
  const { content, signer, signedAt } = verifySignedContent(der, {
    ...check,
    usage: "office-or-center",
  });
  const receipt = decodeReceipt(content);
  checkParty(receipt, signer);
  if (Math.floor(Date.parse(receipt.at) / 1000) * 1000 !== signedAt.getTime()) {
    throw new SealingError("receipt-invalid", "signing time differs from the receipt's");
  }
  checkExpected(receipt, check.expected);
  return { receipt, signer };
}

function checkExpected(receipt: Receipt, expected: ExpectedReceipt): void {
  const found: Readonly<Record<string, unknown>> = { ...receipt };
  for (const [field, value] of Object.entries(expected)) {
    if (value !== undefined && found[field] !== value) {
      throw new SealingError("receipt-mismatch", field);
    }
  }
}
