import { createHash } from "node:crypto";
import { oids } from "../der/oids.ts";
import { Reader } from "../der/read.ts";
import {
  type Chunks,
  context,
  contextPrimitive,
  element,
  generalizedTime,
  join,
  octetString,
  oid,
  sequence,
  tags,
} from "../der/write.ts";
import { orFailAs } from "../errors.ts";
import { type Authority, signerOf } from "./authority.ts";
import { extension, publicKeyBits } from "./extensions.ts";
import { type CertificateInfo, parseCertificate } from "./parse.ts";
import { type RevokedCertificate, reasonCodes } from "./revocation-list.ts";
import { signStructure } from "./signature.ts";

/** A question for the status of certificates (OCSP, RFC 6960). */
export interface StatusQuestion {
  readonly certificates: readonly AskedCertificate[];
  /** Comes back in the answer, so that an old one cannot be shown for a new one (RFC 9654). */
  readonly nonce: Uint8Array | undefined;
}

/** A certificate as the question names it: by hashes of its issuer, and serial. */
export interface AskedCertificate {
  /** Lower-case hexadecimal. */
  readonly serial: string;
  /** CertID as it came, to be repeated in the answer. */
  readonly id: Uint8Array;
  readonly hash: "sha1" | "sha256" | undefined;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
}

/** What the issuer knows of a certificate; `unknown`: it is none of its own. */
export type CertificateStatus = "good" | "unknown" | Omit<RevokedCertificate, "serial">;

const mostAsked = 20;
const longestNonce = 128;

/** @throws SealingError `status-question-invalid` */
export function readStatusQuestion(der: Uint8Array): StatusQuestion {
  return orFailAs("status-question-invalid", () => {
    const outer = new Reader(der);
    const request = outer.inside();
    outer.end();
    const content = request.inside();
    content.optional(0xa0);
    content.optional(0xa1);
    const list = content.inside();
    const certificates: AskedCertificate[] = [];
    while (!list.done) certificates.push(readAsked(list.inside()));
    if (certificates.length === 0 || certificates.length > mostAsked) {
      throw new RangeError(`${certificates.length} certificates are asked for`);
    }
    const nonce = content.nextIs(0xa2) ? readNonce(content.inside(0xa2).inside()) : undefined;
    return { certificates, nonce };
  });
}

function readAsked(one: Reader): AskedCertificate {
  const id = one.next(tags.sequence);
  const inside = one.into(id);
  const algorithm = inside.inside().oid();
  return {
    id: id.raw,
    hash: algorithm === oids.sha1 ? "sha1" : algorithm === oids.sha256 ? "sha256" : undefined,
    issuerNameHash: inside.octets(),
    issuerKeyHash: inside.octets(),
    serial: Buffer.from(inside.unsigned()).toString("hex"),
  };
}

function readNonce(extensions: Reader): Uint8Array | undefined {
  while (!extensions.done) {
    const one = extensions.inside();
    const type = one.oid();
    if (one.nextIs(tags.boolean)) one.boolean();
    const value = one.octets();
    if (type === oids.ocspNonce && value.length <= longestNonce) return value;
  }
  return undefined;
}

/** Whether the question means a certificate that this authority issued. */
export function isIssuerAsked(
  { hash, issuerNameHash, issuerKeyHash }: AskedCertificate,
  authority: CertificateInfo,
): boolean {
  if (hash === undefined) return false;
  const digest = (bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest();
  return (
    digest(authority.subjectDer).equals(issuerNameHash) &&
    digest(publicKeyBits(authority.publicKey)).equals(issuerKeyHash)
  );
}

export interface StatusAnswer {
  readonly statuses: readonly {
    readonly asked: AskedCertificate;
    readonly status: CertificateStatus;
  }[];
  readonly nonce: Uint8Array | undefined;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
}

/** The answer, signed by the issuing authority itself (RFC 6960 section 4.2), as DER. */
export async function signStatusAnswer(
  authority: Authority,
  { statuses, nonce, thisUpdate, nextUpdate }: StatusAnswer,
): Promise<Uint8Array> {
  const issuer = parseCertificate(authority.certificate);
  const content = sequence(
    context(1, [issuer.subjectDer]),
    generalizedTime(thisUpdate),
    sequence(
      ...statuses.map(({ asked, status }) =>
        sequence(
          [asked.id],
          statusOf(status),
          generalizedTime(thisUpdate),
          context(0, generalizedTime(nextUpdate)),
        ),
      ),
    ),
    ...(nonce === undefined ? [] : [context(1, sequence(extension(oids.ocspNonce, [nonce])))]),
  );
  // The authority's own certificate comes along, so that who trusts only the root above can check the answer.
  const basic = await signStructure(
    content,
    signerOf(authority),
    context(0, sequence([issuer.der])),
  );
  return join(
    sequence(enumerated(0), context(0, sequence(oid(oids.ocspBasic), octetString(basic)))),
  );
}

/** What is answered to a question that cannot be read; it is not signed (RFC 6960 section 2.3). */
export const malformedStatusAnswer = (): Uint8Array => join(sequence(enumerated(1)));

/** What is answered to a question about certificates of others; it is not signed either. */
export const unauthorizedStatusAnswer = (): Uint8Array => join(sequence(enumerated(6)));

function statusOf(status: CertificateStatus): Chunks {
  if (status === "good") return contextPrimitive(0, new Uint8Array());
  if (status === "unknown") return contextPrimitive(2, new Uint8Array());
  const reason = context(0, enumerated(reasonCodes[status.reason]));
  return context(1, generalizedTime(status.at), reason);
}

const enumerated = (value: number): Chunks => element(tags.enumerated, [Uint8Array.of(value)]);
