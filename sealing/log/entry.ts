import { isOfficeNumber } from "../certificates/office-number.ts";
import type {
  CertificateInfo,
  OfficeCertificate,
  OfficeCertificateKind,
} from "../certificates/parse.ts";
import { SealingError } from "../errors.ts";
import { isInstant } from "../parcel/check.ts";
import { leafHash, type TreeHash } from "./hash.ts";

/** One certificate of an office, as the log names it. */
export interface LogEntry {
  readonly office: string;
  readonly kind: OfficeCertificateKind;
  /** Lower-case hexadecimal. */
  readonly serial: string;
  /** SHA-256 of the certificate (DER), lower-case hexadecimal. */
  readonly fingerprint: string;
  /** UTC with milliseconds, though certificates count in seconds. */
  readonly notBefore: string;
  readonly notAfter: string;
}

const entryFormat = "tsunagi-certificate/1";

/** The one way to write the entry of a certificate: words with one space between them. */
export function writeLogEntry(certificate: OfficeCertificate): string {
  const { officeNumber, kind, serial, fingerprint, notBefore, notAfter } = certificate;
  const times = [notBefore.toISOString(), notAfter.toISOString()];
  return [entryFormat, officeNumber, kind, serial, fingerprint, ...times].join(" ");
}

/** @throws SealingError `log-entry-invalid` unless the text is as `writeLogEntry` writes it */
export function readLogEntry(text: string): LogEntry {
  const [
    format,
    office = "",
    kind,
    serial = "",
    fingerprint = "",
    notBefore = "",
    notAfter = "",
    ...more
  ] = text.split(" ");
  const isEntry =
    format === entryFormat &&
    isOfficeNumber(office) &&
    (kind === "KaigoJigyousho" || kind === "CarePlanJigyousho") &&
    /^([0-9a-f]{2}){1,20}$/.test(serial) &&
    /^[0-9a-f]{64}$/.test(fingerprint) &&
    isInstant(notBefore) &&
    isInstant(notAfter) &&
    more.length === 0;
  if (!isEntry) throw new SealingError("log-entry-invalid");
  return { office, kind, serial, fingerprint, notBefore, notAfter };
}

/** What stands for an entry in the tree. */
export function leafHashOf(entry: string): TreeHash {
  return leafHash(Buffer.from(entry, "utf8"));
}

/** What must stand in the log for this certificate; undefined for one that is not an office's. */
export function leafHashOfCertificate(certificate: CertificateInfo): TreeHash | undefined {
  return certificate.officeNumber === undefined
    ? undefined
    : leafHashOf(writeLogEntry(certificate));
}
