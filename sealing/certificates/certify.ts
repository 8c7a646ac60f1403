import { type KeyObject, randomBytes } from "node:crypto";
import { type Chunks, context, integer, sequence, time } from "../der/write.ts";
import { SealingError } from "../errors.ts";
import { keyIdentifier, subjectKeyIdentifier } from "./extensions.ts";
import { type CertificateInfo, parseCertificate } from "./parse.ts";
import { type StructureSigner, signatureAlgorithm, signStructure } from "./signature.ts";

export interface Validity {
  /** Whole seconds count. */
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface CertificateContent extends Validity {
  /** Hexadecimal; 128 random bits when absent. */
  readonly serial?: string | undefined;
  readonly issuer: Chunks;
  readonly subject: Chunks;
  readonly publicKey: KeyObject;
  /** Beside the subject key identifier, which every certificate gets. */
  readonly extensions: readonly Chunks[];
}

/** Signs a certificate, version 3 (RFC 5280, 4.1). */
export async function certify(
  content: CertificateContent,
  signer: StructureSigner,
): Promise<CertificateInfo> {
  if (content.notBefore.getTime() >= content.notAfter.getTime()) {
    throw new SealingError("request-invalid", "the end of the validity is not after its beginning");
  }
  const toBeSigned = sequence(
    context(0, integer(2)),
    integer(content.serial === undefined ? randomSerial() : givenSerial(content.serial)),
    signatureAlgorithm(signer.publicKey),
    content.issuer,
    sequence(time(content.notBefore), time(content.notAfter)),
    content.subject,
    [content.publicKey.export({ type: "spki", format: "der" })],
    context(
      3,
      sequence(subjectKeyIdentifier(keyIdentifier(content.publicKey)), ...content.extensions),
    ),
  );
  return parseCertificate(await signStructure(toBeSigned, signer));
}

function randomSerial(): Uint8Array {
  return randomBytes(16);
}

function givenSerial(serial: string): Uint8Array {
  if (!/^([0-9a-f]{2}){1,19}$/.test(serial)) {
    throw new SealingError(
      "request-invalid",
      "serial is not 1 to 19 octets in lower-case hexadecimal",
    );
  }
  return Buffer.from(serial, "hex");
}
