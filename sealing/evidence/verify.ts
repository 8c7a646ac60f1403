import type { OfficeCertificate } from "../certificates/parse.ts";
import { sha256Hex } from "../cms/sign.ts";
import type { SignedOutline } from "../cms/signed-outline.ts";
import {
  type SignatureCheck,
  type SignedContent,
  verifySignedContent,
  verifySignedParts,
} from "../cms/verify.ts";
import { SealingError, type SealingErrorCode } from "../errors.ts";
import type { AcceptedReceipt, OpenedReceipt, Receipt } from "../receipts/receipt.ts";
import { verifyReceipt } from "../receipts/verify.ts";
import { type Source, sha256OfSource } from "../source.ts";
import { describeAccepted, describeOpened, describeSigned, sentences } from "./sentences.ts";

/** What there is of a message; any part may be missing. */
export interface Evidence {
  /** The sealed message (AuthEnvelopedData). */
  readonly sealed?: Uint8Array | SealedMeasure | undefined;
  /** The SignedData inside it, which sender and receiver have. */
  readonly signed?: Uint8Array | SignedOutline | undefined;
  /** The centre's signed receipt. */
  readonly accepted?: Uint8Array | undefined;
  /** The receiver's signed receipt. */
  readonly opened?: Uint8Array | undefined;
}

/** What counts of a sealed message that is too large to be held. */
export interface SealedMeasure {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export async function measureSealed(sealed: Source): Promise<SealedMeasure> {
  return { size: sealed.size, sha256: await sha256OfSource(sealed) };
}

/**
 * What evidence can show: three signatures, and three ties that show that they are about the
 * same message.
 */
export type EvidenceSubject =
  | "accepted"
  | "opened"
  | "signed"
  | "sealed-is-the-accepted"
  | "opened-is-the-accepted"
  | "signed-is-the-opened";

/** `absent`: a part needed for it is missing, or has itself failed. */
export type EvidenceStatement = {
  readonly subject: EvidenceSubject;
  /** For people, with names of offices and times in Asia/Tokyo. */
  readonly ja: string;
} & (
  | { readonly state: "ok" | "absent" }
  | { readonly state: "failed"; readonly code: SealingErrorCode }
);

export interface EvidenceReport {
  /** Whether something is shown and nothing contradicts it. */
  readonly holds: boolean;
  /** One for each subject, in the order of the type. */
  readonly statements: readonly EvidenceStatement[];
  /** The receipts whose signatures hold. */
  readonly accepted?: AcceptedReceipt;
  readonly opened?: OpenedReceipt;
}

/**
 * Checks the evidence of one message, without decrypting it and without the centre. Signatures
 * count with the certificates as they were when they were made. Does not throw on bad evidence.
 */
export function verifyEvidence(evidence: Evidence & SignatureCheck): EvidenceReport {
  const accepted = shown("accepted", evidence.accepted, (der) => {
    const receipt = receiptOf(der, evidence, "accepted");
    return { value: receipt, ja: describeAccepted(receipt) };
  });
  const opened = shown("opened", evidence.opened, (der) => {
    const receipt = receiptOf(der, evidence, "opened");
    return { value: receipt, ja: describeOpened(receipt) };
  });
  const signed = shown("signed", evidence.signed, (given) => {
    const { signer, signedAt, sha256 } = verifySigned(given, evidence);
    const sender = opened.value?.from ?? accepted.value?.from;
    return { value: sha256, ja: describeSigned(senderOf(signer, sender), signedAt) };
  });

  const sealed = evidence.sealed && measureOf(evidence.sealed);
  const statements = [
    accepted.statement,
    opened.statement,
    signed.statement,
    tie("sealed-is-the-accepted", sealed, accepted.value, ({ size, sha256 }, receipt) => {
      return size === receipt.size && sha256 === receipt.sealedSha256;
    }),
    tie("opened-is-the-accepted", opened.value, accepted.value, sameMessage),
    tie("signed-is-the-opened", signed.value, opened.value, (sha256, receipt) => {
      return sha256 === receipt.signedSha256;
    }),
  ];
  return {
    holds:
      statements.some(({ state }) => state === "ok") &&
      statements.every(({ state }) => state !== "failed"),
    statements,
    ...(accepted.value && { accepted: accepted.value }),
    ...(opened.value && { opened: opened.value }),
  };
}

function verifySigned(
  given: Uint8Array | SignedOutline,
  check: SignatureCheck,
): Omit<SignedContent, "content"> & { readonly sha256: string } {
  const options = { ...check, usage: "office" } as const;
  return given instanceof Uint8Array
    ? { ...verifySignedContent(given, options), sha256: sha256Hex(given) }
    : { ...verifySignedParts(given.parts, given.contentDigest, options), sha256: given.sha256 };
}

function measureOf(sealed: Uint8Array | SealedMeasure): SealedMeasure {
  return sealed instanceof Uint8Array ? { size: sealed.length, sha256: sha256Hex(sealed) } : sealed;
}

interface Shown<T> {
  readonly value?: T;
  readonly statement: EvidenceStatement;
}

/** One signed part: what it says, if its signature holds. */
function shown<Part, T>(
  subject: "accepted" | "opened" | "signed",
  part: Part | undefined,
  verify: (part: Part) => { value: T; ja: string },
): Shown<T> {
  if (part === undefined)
    return { statement: { subject, state: "absent", ja: sentences[subject].absent } };
  try {
    const { value, ja } = verify(part);
    return { value, statement: { subject, state: "ok", ja } };
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
    const ja = `${sentences[subject].failed}${error.messageJa}`;
    return { statement: { subject, state: "failed", code: error.code, ja } };
  }
}

/** That two parts are about the same message. */
function tie<A, B>(
  subject: Exclude<EvidenceSubject, "accepted" | "opened" | "signed">,
  one: A | undefined,
  other: B | undefined,
  fits: (one: A, other: B) => boolean,
): EvidenceStatement {
  const { ok, failed, absent } = sentences[subject];
  if (one === undefined || other === undefined) return { subject, state: "absent", ja: absent };
  return fits(one, other)
    ? { subject, state: "ok", ja: ok }
    : { subject, state: "failed", code: "receipt-mismatch", ja: failed };
}

function receiptOf<Type extends Receipt["type"]>(
  der: Uint8Array,
  check: SignatureCheck,
  type: Type,
): Receipt & { readonly type: Type } {
  const { receipt } = verifyReceipt(der, { ...check, expected: { type } });
  return receipt as Receipt & { readonly type: Type };
}

function senderOf(
  signer: { readonly officeNumber?: string },
  sender: string | undefined,
): OfficeCertificate["officeNumber"] {
  const { officeNumber } = signer;
  if (officeNumber === undefined || (sender !== undefined && officeNumber !== sender)) {
    throw new SealingError("signer-mismatch");
  }
  return officeNumber;
}

function sameMessage(opened: OpenedReceipt, accepted: AcceptedReceipt): boolean {
  return (
    opened.id === accepted.id &&
    opened.from === accepted.from &&
    opened.to === accepted.to &&
    opened.sealedSha256 === accepted.sealedSha256
  );
}
