import { parseChain } from "./certificates/chain.ts";
import type { CertificateInfo } from "./certificates/parse.ts";
import { type Trust, verifyCertificate } from "./certificates/verify.ts";
import { mostRecipients } from "./cms/auth-enveloped-data.ts";
import { encryptContent } from "./cms/encrypt.ts";
import { sha256Hex, signContent } from "./cms/sign.ts";
import { chainOf, type Signer } from "./cms/signer.ts";
import { SealingError } from "./errors.ts";
import { checkParcel } from "./parcel/check.ts";
import { packParcel } from "./parcel/pack.ts";
import { type LargeParcel, mostBytes, type Parcel } from "./parcel/parcel.ts";

export interface SealOptions extends Trust {
  /** The sending office. */
  readonly signer: Signer;
  /** Every valid certificate (PEM, issuing authorities after it) of the receiving office; at least one, at most 64. */
  readonly recipients: readonly string[];
  /** Most bytes of all files together; 1 GiB by default. */
  readonly limit?: number;
}

export interface Sealed {
  /** What travels: AuthEnvelopedData, DER. */
  readonly sealed: Uint8Array;
  /** Lower-case hexadecimal. */
  readonly sealedSha256: string;
  /** The SignedData inside, DER, which the sender keeps as evidence. */
  readonly signed: Uint8Array;
  readonly signedSha256: string;
}

/**
 * Packs, signs and encrypts a parcel. The certificates are verified first, as of `madeAt`: what
 * a directory says of a partner's certificate is not taken on trust.
 *
 * @throws SealingError `parcel-invalid`, `too-large`, `key-invalid`, `signer-mismatch`,
 *   `recipient-missing`, `wrong-receiver` (a certificate of another office), `certificate-*`
 */
export function sealParcel(parcel: Parcel, options: SealOptions): Sealed {
  const sizes = parcel.files.map(({ bytes }) => bytes.length);
  const { madeAt, recipients } = checkSealing(parcel, sizes, options);
  const signed = signContent(packParcel(parcel), options.signer, madeAt);
  const sealed = encryptContent(signed, recipients);
  return { sealed, sealedSha256: sha256Hex(sealed), signed, signedSha256: sha256Hex(signed) };
}

/**
 * Everything that is checked before a parcel is sealed.
 *
 * @param sizes of its files, in bytes
 * @throws SealingError as `sealParcel` does
 */
export function checkSealing(
  parcel: Parcel | LargeParcel,
  sizes: readonly number[],
  options: SealOptions,
): { readonly madeAt: Date; readonly recipients: readonly CertificateInfo[] } {
  checkParcel(parcel);
  const limit = options.limit ?? mostBytes;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > limit) throw new SealingError("too-large", `${total} bytes, limit ${limit}`);
  const madeAt = new Date(parcel.madeAt);
  const check = { ...options, at: madeAt, usage: "office" as const };

  const { certificate: sender, issuers } = chainOf(options.signer);
  const known = options.issuers ?? [];
  verifyCertificate(sender, { ...check, issuers: [...known, ...issuers] });
  if (sender.officeNumber !== parcel.from) throw new SealingError("signer-mismatch");

  if (options.recipients.length === 0) throw new SealingError("recipient-missing");
  if (options.recipients.length > mostRecipients) throw new SealingError("too-large", "recipients");
  const recipients = options.recipients.map((pem) => parseChain(pem));
  for (const { certificate, issuers: above } of recipients) {
    verifyCertificate(certificate, { ...check, issuers: [...known, ...above] });
    if (certificate.officeNumber !== parcel.to) throw new SealingError("wrong-receiver");
  }
  return { madeAt, recipients: recipients.map(({ certificate }) => certificate) };
}
