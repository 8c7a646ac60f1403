import { verify } from "node:crypto";
import { type CertificateInfo, parseCertificate } from "../certificates/parse.ts";
import { type Trust, verifyCertificate } from "../certificates/verify.ts";
import { orFailAs, SealingError } from "../errors.ts";
import { names } from "./certificate-id.ts";
import { digest } from "./sign.ts";
import { decodeSignedData, type SignedParts } from "./signed-data.ts";

/** Content whose signature holds. */
export interface SignedContent {
  readonly content: Uint8Array;
  readonly signer: CertificateInfo;
  /** The signing time that the signer states. */
  readonly signedAt: Date;
}

export interface SignatureCheck extends Trust {
  /** The present moment of the check, the clock's by default. No signature may be from after it. */
  readonly at?: Date;
}

/** Clocks of two machines may differ this much. */
const clockTolerance = 10 * 60_000;

/**
 * Verifies SignedData (made by `signContent` or `openssl cms -sign -cades`): digest, signature,
 * and the signer's certificate as of the signing time, so that evidence outlives certificates.
 * Issuing authorities may stand inside; they count under the roots that are trusted.
 *
 * @throws SealingError `signature-wrong`, `changed`, `signing-time-wrong`, `certificate-*`
 */
export function verifySignedContent(
  bytes: Uint8Array,
  check: SignatureCheck & { readonly usage: "office" | "office-or-center" },
): SignedContent {
  const signedData = orFailAs("signature-wrong", () => decodeSignedData(bytes));
  const { content } = signedData;
  return { content, ...verifySignedParts(signedData, digest(content), check) };
}

/** Does the same by the SHA-256 of a content that is not held. */
export function verifySignedParts(
  parts: SignedParts,
  contentDigest: Uint8Array,
  check: SignatureCheck & { readonly usage: "office" | "office-or-center" },
): Omit<SignedContent, "content"> {
  const inside = orFailAs("signature-wrong", () =>
    parts.certificates.map((certificate) => parseCertificate(certificate)),
  );
  const signer = findSigner(parts, inside);
  verifySignature(parts, contentDigest, signer);

  const { signingTime } = parts;
  const now = check.at ?? new Date();
  if (signingTime.getTime() > now.getTime() + clockTolerance) {
    throw new SealingError("signing-time-wrong", signingTime.toISOString());
  }
  const byCenter = check.usage === "office-or-center" && signer.kind === "center";
  verifyCertificate(signer, {
    ...check,
    issuers: [...(check.issuers ?? []), ...inside],
    at: signingTime,
    usage: byCenter ? "center" : "office",
  });
  return { signer, signedAt: signingTime };
}

function findSigner(
  { signer, certificateHash }: SignedParts,
  inside: readonly CertificateInfo[],
): CertificateInfo {
  const hash = Buffer.from(certificateHash).toString("hex");
  const found = inside.find(
    (certificate) => certificate.fingerprint === hash && names(signer, certificate),
  );
  if (!found) throw new SealingError("signature-wrong", "the signer's certificate is not inside");
  return found;
}

function verifySignature(
  { messageDigest, signedBytes, signature }: SignedParts,
  contentDigest: Uint8Array,
  { publicKey, p256Point }: CertificateInfo,
): void {
  if (Buffer.compare(contentDigest, messageDigest) !== 0) {
    throw new SealingError("changed", "the digest of the content differs from the signed one");
  }
  if (!p256Point) throw new SealingError("signature-wrong", "the key is not on P-256");
  if (!verify("sha256", signedBytes, { key: publicKey, dsaEncoding: "der" }, signature)) {
    throw new SealingError("signature-wrong", "the signature does not verify");
  }
}
