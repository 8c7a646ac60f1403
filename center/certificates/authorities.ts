import {
  type Authority,
  authorityOf,
  type CertificateInfo,
  createIssuingAuthority,
  createRootAuthority,
  parseCertificate,
} from "@tsunagi/sealing";
import { CenterError } from "../errors.ts";
import { type FilePlace, readCertificateFile, readKeyFile, writeKeyFile } from "./files.ts";
import { yearsAfter } from "./years.ts";

/** An authority that certifies offices, signs lists of revoked certificates and answers on their status. */
export interface Issuer extends Authority {
  /** Its name in tables and addresses: the identifier of its key, or `root`. */
  readonly id: string;
  readonly info: CertificateInfo;
  /** PEM of what goes with a certificate that it issued; empty for the root, which everybody has. */
  readonly chain: string;
}

/**
 * The authorities (認証局) of this centre, in `authority/` of the data folder. `authority.pem` is the root (ルート認証局), which
 * everybody trusts; its key may be taken away. `issuing-1.pem` and so on are the issuing ones (発行認証局), the last of which
 * issues. A root that allows none but itself, as the first centres made it, issues by itself until there is one.
 */
export interface Authorities {
  readonly root: CertificateInfo;
  /** Undefined when its key was taken away. */
  readonly rootKey: Authority | undefined;
  /** All that may have issued what is still in force, the oldest first. */
  readonly issuers: readonly Issuer[];
  /** Issues from now on. */
  readonly current: Issuer;
}

/** The name, in tables, of the root as an issuer. */
export const rootId = "root";

const years = { root: 30, issuing: 10 } as const;
/** What an office gets may last so long; an issuing authority with less left needs a successor. */
const yearsOfUse = 4;
const dayMilliseconds = 86_400_000;

/**
 * The authorities of a data folder; a new folder gets a root and an issuing authority. Where the root's key is at hand,
 * an issuing authority gets its successor four years before its end.
 *
 * @throws CenterError `authority-unreadable`
 */
export async function openAuthorities(place: FilePlace, now: Date): Promise<Authorities> {
  if (readCertificateFile(place, "authority") === undefined) {
    // Begins a day early: clocks of offices differ.
    const notBefore = new Date(now.getTime() - dayMilliseconds);
    const notAfter = yearsAfter(now, years.root);
    writeKeyFile(place, "authority", await createRootAuthority({ notBefore, notAfter }));
  }
  const { rootKey, issuers } = readAuthorities(place);
  const current = issuers.at(-1);
  const isDue = current === undefined || (current.id !== rootId && needsSuccessor(current, now));
  if (rootKey !== undefined && isDue) await addIssuer(place, rootKey, now);
  return requireIssuer(place, readAuthorities(place));
}

/** Whether what it issues would soon have to be shorter than it should. */
export function needsSuccessor({ info }: Pick<Issuer, "info">, now: Date): boolean {
  return info.notAfter < yearsAfter(now, yearsOfUse);
}

/**
 * Makes an issuing authority, which issues from the next look at the folder on; certificates of those before stay good.
 *
 * @param rootKey the root of the folder
 * @throws CenterError `authority-other-root`
 */
export async function addIssuer(place: FilePlace, rootKey: Authority, now: Date): Promise<Issuer> {
  const { root, issuers } = readAuthorities(place);
  const given = parseCertificate(rootKey.certificate);
  if (!given.publicKey.equals(root.publicKey)) throw new CenterError("authority-other-root");
  const number = issuers.filter(({ id }) => id !== rootId).length + 1;
  const end = Math.min(yearsAfter(now, years.issuing).getTime(), root.notAfter.getTime());
  const made = await createIssuingAuthority(rootKey, {
    name: number === 1 ? "e-seikyu CA" : `e-seikyu CA G${number}`,
    notBefore: new Date(now.getTime() - dayMilliseconds),
    notAfter: new Date(end),
  });
  writeKeyFile(place, fileOf(number), made);
  return issuerFrom(made);
}

/** What stands in the folder. @throws CenterError `authority-unreadable` */
export function readAuthorities(place: FilePlace): Omit<Authorities, "current"> {
  const file = readCertificateFile(place, "authority");
  if (file === undefined) throw new CenterError("authority-unreadable", place.folder);
  const root = parseCertificate(file.certificate);
  const { certificate, privateKey } = file;
  const rootKey = privateKey && authorityOf({ certificate, privateKey });
  const issuers: Issuer[] = [];
  if (rootKey !== undefined && root.pathLength === 0) {
    issuers.push({ ...rootKey, id: rootId, info: root, chain: "" });
  }
  for (let number = 1; ; number++) {
    const issuing = readKeyFile(place, fileOf(number));
    if (issuing === undefined) return { root, rootKey, issuers };
    issuers.push(issuerFrom(authorityOf(issuing)));
  }
}

function requireIssuer(place: FilePlace, read: Omit<Authorities, "current">): Authorities {
  const current = read.issuers.at(-1);
  if (current === undefined) throw new CenterError("authority-unreadable", place.folder);
  return { ...read, current };
}

function issuerFrom(authority: Authority): Issuer {
  const info = parseCertificate(authority.certificate);
  const { certificate, sign } = authority;
  return { certificate, sign, id: info.subjectKeyIdentifier ?? "", info, chain: info.pem };
}

const fileOf = (number: number): string => `issuing-${number}`;
