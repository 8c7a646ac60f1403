import { createHash, type KeyObject, X509Certificate } from "node:crypto";
import { oids } from "../der/oids.ts";
import { fromPem, toPem } from "../der/pem.ts";
import { Reader } from "../der/read.ts";
import { tags } from "../der/write.ts";
import { orFailAs } from "../errors.ts";
import { isP256, p256Point } from "../keys.ts";
import { type KeyUsage, keyUsageBits } from "./extensions.ts";
import { decodeName, type Name } from "./name.ts";
import { isOfficeNumber } from "./office-number.ts";

/**
 * What an office's certificate is: 介護保険証明書 (KaigoJigyousho) for offices that claim
 * electronically, 請求委任事業所用ケアプラン証明書 (CarePlanJigyousho) for those whose claims an
 * agent files.
 */
export type OfficeCertificateKind = "KaigoJigyousho" | "CarePlanJigyousho";

interface CertificateFields {
  readonly pem: string;
  readonly der: Uint8Array;
  /** Lower-case hexadecimal, whole octets. */
  readonly serial: string;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly fingerprint: string;
  readonly issuer: string;
  readonly subject: string;
  /** Encoded names, for comparing. */
  readonly issuerDer: Uint8Array;
  readonly subjectDer: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  /** The public key as an uncompressed point, if it is on P-256 (SEC 1, 2.3.3). */
  readonly p256Point: Uint8Array | undefined;
  readonly keyUsage: ReadonlySet<KeyUsage>;
  /** Object identifiers. */
  readonly extendedKeyUsage: readonly string[];
  /** Lower-case hexadecimal. */
  readonly subjectKeyIdentifier: string | undefined;
  readonly authorityKeyIdentifier: string | undefined;
  /** Of an authority: how many others may stand between it and an end certificate; unlimited when undefined. */
  readonly pathLength: number | undefined;
  /** A critical extension that this room does not know: such a certificate is never accepted. */
  readonly unknownCritical: boolean;
}

export type OfficeCertificate = CertificateFields & {
  readonly kind: OfficeCertificateKind;
  readonly officeNumber: string;
};

type OtherCertificate = CertificateFields & {
  readonly kind: "center" | "server" | "authority" | "other";
  readonly officeNumber?: never;
};

/** A certificate as read; who issued it is for `verifyCertificate` to say. */
export type CertificateInfo = OfficeCertificate | OtherCertificate;

/** Common name of the centre's certificate for receipts. */
export const centerName = "tsunagi-center";

const remembered = new Map<string, CertificateInfo>();
const rememberedAtMost = 1000;

/**
 * Reads one X.509 certificate (RFC 5280), PEM (the first block) or DER.
 *
 * @throws SealingError `certificate-invalid`
 */
export function parseCertificate(pemOrDer: string | Uint8Array): CertificateInfo {
  return orFailAs("certificate-invalid", () => {
    const der = typeof pemOrDer === "string" ? fromPem("CERTIFICATE", pemOrDer) : pemOrDer;
    const fingerprint = createHash("sha256").update(der).digest("hex");
    const known = remembered.get(fingerprint);
    if (known) return known;

    const read = readCertificate(Uint8Array.from(der), fingerprint);
    const oldest = remembered.size < rememberedAtMost ? undefined : remembered.keys().next().value;
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(fingerprint, read);
    return read;
  });
}

function readCertificate(der: Uint8Array, fingerprint: string): CertificateInfo {
  const outer = new Reader(der);
  const certificate = outer.inside();
  outer.end();
  const content = certificate.inside();
  const version = content.inside(0xa0);
  if (version.number() !== 2) throw new RangeError("not version 3");
  const serial = content.unsigned();
  content.next(tags.sequence);
  const issuerDer = content.next(tags.sequence).raw;
  const validity = content.inside();
  const notBefore = validity.time();
  const notAfter = validity.time();
  validity.end();
  const subjectDer = content.next(tags.sequence).raw;
  content.next(tags.sequence);
  const extensions = readExtensions(content);

  const subject = decodeName(subjectDer);
  const { publicKey } = new X509Certificate(der);
  const fields: CertificateFields = {
    pem: toPem("CERTIFICATE", der),
    der,
    serial: Buffer.from(serial).toString("hex"),
    fingerprint,
    issuer: decodeName(issuerDer).text,
    subject: subject.text,
    issuerDer,
    subjectDer,
    notBefore,
    notAfter,
    publicKey,
    p256Point: isP256(publicKey) ? p256Point(publicKey) : undefined,
    keyUsage: extensions.keyUsage,
    extendedKeyUsage: extensions.extendedKeyUsage,
    subjectKeyIdentifier: extensions.subjectKeyIdentifier,
    authorityKeyIdentifier: extensions.authorityKeyIdentifier,
    pathLength: extensions.constraints.pathLength,
    unknownCritical: extensions.unknownCritical,
  };
  return { ...fields, ...kindOf(subject.name, extensions) };
}

function kindOf(
  { commonName, serialNumber }: Name,
  { constraints, extendedKeyUsage }: Extensions,
): Pick<OfficeCertificate, "kind" | "officeNumber"> | Pick<OtherCertificate, "kind"> {
  if (constraints.isAuthority) return { kind: "authority" };
  if (commonName === "KaigoJigyousho" || commonName === "CarePlanJigyousho") {
    return serialNumber !== undefined && isOfficeNumber(serialNumber)
      ? { kind: commonName, officeNumber: serialNumber }
      : { kind: "other" };
  }
  if (extendedKeyUsage.includes(oids.serverAuth)) return { kind: "server" };
  return { kind: commonName === centerName ? "center" : "other" };
}

interface Constraints {
  readonly isAuthority: boolean;
  readonly pathLength: number | undefined;
}

interface Extensions {
  readonly constraints: Constraints;
  readonly keyUsage: ReadonlySet<KeyUsage>;
  readonly extendedKeyUsage: readonly string[];
  readonly subjectKeyIdentifier: string | undefined;
  readonly authorityKeyIdentifier: string | undefined;
  readonly unknownCritical: boolean;
}

const understood: readonly string[] = [
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.subjectAltName,
];

function readExtensions(content: Reader): Extensions {
  const values = new Map<string, Uint8Array>();
  let unknownCritical = false;
  if (!content.done) {
    const wrapper = content.inside(0xa3);
    const list = wrapper.inside();
    wrapper.end();
    content.end();
    while (!list.done) {
      const one = list.inside();
      const type = one.oid();
      const critical = one.nextIs(tags.boolean) && one.boolean();
      if (values.has(type)) throw new RangeError(`extension ${type} twice`);
      values.set(type, one.octets());
      one.end();
      unknownCritical ||= critical && !understood.includes(type);
    }
  }
  const read = <T>(type: string, decode: (value: Reader) => T): T | undefined => {
    const value = values.get(type);
    return value && decode(new Reader(value));
  };
  return {
    constraints: read(oids.basicConstraints, readConstraints) ?? {
      isAuthority: false,
      pathLength: undefined,
    },
    keyUsage: read(oids.keyUsage, readKeyUsage) ?? new Set(),
    extendedKeyUsage: read(oids.extendedKeyUsage, readPurposes) ?? [],
    subjectKeyIdentifier: read(oids.subjectKeyIdentifier, (value) => hex(value.octets())),
    authorityKeyIdentifier: read(oids.authorityKeyIdentifier, (value) => {
      const identifier = value.inside().optional(0x80);
      return identifier && hex(identifier.contents);
    }),
    unknownCritical,
  };
}

function readConstraints(value: Reader): Constraints {
  const constraints = value.inside();
  return {
    isAuthority: constraints.nextIs(tags.boolean) && constraints.boolean(),
    pathLength: constraints.nextIs(tags.integer) ? constraints.number() : undefined,
  };
}

function readKeyUsage(value: Reader): ReadonlySet<KeyUsage> {
  const { contents } = value.next(tags.bitString);
  const octet = contents[1] ?? 0;
  const usages = Object.keys(keyUsageBits) as KeyUsage[];
  return new Set(usages.filter((usage) => octet & (0x80 >> keyUsageBits[usage])));
}

function readPurposes(value: Reader): string[] {
  const list = value.inside();
  const purposes: string[] = [];
  while (!list.done) purposes.push(list.oid());
  return purposes;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
