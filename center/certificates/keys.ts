import { X509Certificate } from "node:crypto";
import { join } from "node:path";
import {
  type CertificateInfo,
  exportPrivateKey,
  generateKeyPair,
  issueCenterCertificate,
  issueServerCertificate,
  parseCertificate,
  type Signer,
  type Trust,
} from "@tsunagi/sealing";
import type { CenterConfig } from "../config.ts";
import { type Issuer, needsSuccessor, openAuthorities } from "./authorities.ts";
import { type FilePlace, type KeyFile, readKeyFile, writeKeyFile } from "./files.ts";
import { span } from "./years.ts";

/** Key and certificate (PEM, with its chain) to answer TLS with. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
}

/** Where anybody may ask whether a certificate was revoked. */
export interface StatusUrls {
  readonly revocationListUrl?: string;
  readonly ocspUrl?: string;
}

/**
 * The centre's own keys, in `authority/` of the data folder: the authorities', `center.pem` (signs receipts), `server.pem`
 * (TLS). With a passphrase they are encrypted.
 */
export interface CenterKeys {
  /** The root's certificate (PEM): what everybody has to trust. */
  readonly root: string;
  /** Issues what is issued to offices. */
  issuer(): Issuer;
  /** All whose certificates may be in force, the oldest first. */
  issuers(): readonly Issuer[];
  /** For verifying what offices sign. */
  trust(): Pick<Trust, "authorities" | "issuers">;
  /** Stand in what the issuer issues to offices. */
  statusUrls(issuer: Issuer): StatusUrls;
  /** Signs receipts; after a renewal with the new certificate. */
  signer(): Signer;
  /** Answers TLS on the exchange's door. */
  server(): TlsIdentity;
  /**
   * Renews what is near its end, and takes up an issuing authority that was made meanwhile.
   * @returns whether the door has to change its certificate
   */
  renew(now: Date): Promise<boolean>;
  /** Whether a new issuing authority is due that this centre cannot make, because the root's key is elsewhere. */
  isIssuerDue(now: Date): boolean;
}

const years = { center: 3, server: 1 } as const;
/** A certificate is renewed when less than this is left. */
const renewalDays = 30;
const dayMilliseconds = 86_400_000;

/** Where a centre keeps its keys. */
export function keyPlace(
  config: Pick<CenterConfig, "dataFolder" | "authorityPassphrase">,
): FilePlace {
  return { folder: join(config.dataFolder, "authority"), passphrase: config.authorityPassphrase };
}

/** @throws CenterError `authority-unreadable` */
export async function openKeys(config: CenterConfig, now: Date): Promise<CenterKeys> {
  const place = keyPlace(config);
  const hosts = ["localhost", "127.0.0.1", "::1", ...(config.hostNames ?? [])];
  let authorities = await openAuthorities(place, now);
  const { root } = authorities;

  /** The file as it is, or with a new key and certificate of the present issuer. */
  const fileOf = async (
    name: string,
    isGood: (file: KeyFile) => boolean,
    certify: (issuer: Issuer, publicKey: Signer["key"]) => Promise<CertificateInfo>,
  ): Promise<KeyFile> => {
    const present = readKeyFile(place, name);
    if (present && isGood(present)) return present;
    const { publicKey, privateKey } = generateKeyPair();
    const { pem } = await certify(authorities.current, publicKey);
    const made = { certificate: `${pem}${authorities.current.chain}`, privateKey };
    writeKeyFile(place, name, made);
    return made;
  };
  const centerFile = (at: Date): Promise<KeyFile> =>
    fileOf(
      "center",
      (file) => !endsSoon(file, at),
      (issuer, publicKey) =>
        issueCenterCertificate(issuer, { publicKey, ...span(at, years.center) }),
    );
  const serverFile = (at: Date): Promise<KeyFile> =>
    fileOf(
      "server",
      (file) => !endsSoon(file, at) && serves(file, hosts),
      (issuer, publicKey) =>
        issueServerCertificate(issuer, { publicKey, hosts, ...span(at, years.server) }),
    );
  let center = await centerFile(now);
  let server = await serverFile(now);

  return {
    root: root.pem,
    issuer: () => authorities.current,
    issuers: () => authorities.issuers,
    trust: () => ({ authorities: [root], issuers: authorities.issuers.map(({ info }) => info) }),
    statusUrls: (issuer) => statusUrls(config.statusUrl, issuer),
    signer: () => ({ key: center.privateKey, certificate: center.certificate }),
    server: () => ({ key: exportPrivateKey(server.privateKey), cert: server.certificate }),
    async renew(at) {
      const before = server.certificate;
      authorities = await openAuthorities(place, at);
      center = await centerFile(at);
      server = await serverFile(at);
      return server.certificate !== before;
    },
    isIssuerDue: (at) => needsSuccessor(authorities.current, at),
  };
}

function statusUrls(base: string | undefined, { id }: Issuer): StatusUrls {
  if (base === undefined) return {};
  const origin = base.replace(/\/+$/, "");
  return { revocationListUrl: `${origin}/v1/crl/${id}`, ocspUrl: `${origin}/v1/ocsp` };
}

function endsSoon({ certificate }: KeyFile, now: Date): boolean {
  const left = parseCertificate(certificate).notAfter.getTime() - now.getTime();
  return left < renewalDays * dayMilliseconds;
}

function serves({ certificate }: KeyFile, hosts: readonly string[]): boolean {
  const issued = new X509Certificate(certificate);
  return hosts.every((host) => issued.checkHost(host) ?? issued.checkIP(host));
}
