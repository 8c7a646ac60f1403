import { X509Certificate } from "node:crypto";
import { join } from "node:path";
import {
  type Authority,
  type CertificateInfo,
  createAuthority,
  exportPrivateKey,
  generateKeyPair,
  issueCenterCertificate,
  issueServerCertificate,
  parseCertificate,
  type Signer,
} from "@tsunagi/sealing";
import type { CenterConfig } from "../config.ts";
import { type KeyFile, readKeyFile, writeKeyFile } from "./files.ts";

/** Key and certificate (PEM) to answer TLS with. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
}

/**
 * The centre's own keys, in `authority/` of the data folder: `authority.pem` (e-seikyu CA), `center.pem` (signs
 * receipts), `server.pem` (TLS). With a passphrase the keys are encrypted.
 */
export interface CenterKeys {
  readonly authority: Authority;
  /** Stand in what is issued to offices: where anybody may ask whether it was revoked. */
  readonly statusUrls: { readonly revocationListUrl?: string; readonly ocspUrl?: string };
  /** The authority's certificate, for verifying what offices sign. */
  readonly trusted: readonly CertificateInfo[];
  /** Signs receipts; after a renewal with the new certificate. */
  signer(): Signer;
  /** Answers TLS on the exchange's door. */
  server(): TlsIdentity;
  /**
   * Renews what is near its end.
   * @returns whether the door has to change its certificate
   */
  renew(now: Date): Promise<boolean>;
}

const years = { authority: 20, center: 3, server: 1 } as const;
/** A certificate is renewed when less than this is left. */
const renewalDays = 30;
const dayMilliseconds = 86_400_000;

/** @throws CenterError `authority-unreadable` */
export async function openKeys(config: CenterConfig, now: Date): Promise<CenterKeys> {
  const folder = join(config.dataFolder, "authority");
  const passphrase = config.authorityPassphrase;
  const read = (name: string): KeyFile | undefined => readKeyFile(folder, name, passphrase);
  const write = (name: string, file: KeyFile): void => writeKeyFile(folder, name, file, passphrase);

  let authority: Authority | undefined = read("authority");
  if (!authority) {
    // Begins a day early: clocks of offices differ.
    const notBefore = new Date(now.getTime() - dayMilliseconds);
    authority = await createAuthority({ notBefore, notAfter: yearsAfter(now, years.authority) });
    write("authority", authority);
  }
  const issuer = authority;
  const hosts = ["localhost", "127.0.0.1", "::1", ...(config.hostNames ?? [])];

  const centerFile = async (at: Date): Promise<KeyFile> => {
    const present = read("center");
    if (present && !endsSoon(present, at)) return present;
    const { publicKey, privateKey } = generateKeyPair();
    const info = await issueCenterCertificate(issuer, { publicKey, ...span(at, years.center) });
    const made = { certificate: info.pem, privateKey };
    write("center", made);
    return made;
  };
  const serverFile = async (at: Date): Promise<KeyFile> => {
    const present = read("server");
    if (present && !endsSoon(present, at) && serves(present, hosts)) return present;
    const { publicKey, privateKey } = generateKeyPair();
    const options = { publicKey, hosts, ...span(at, years.server) };
    const made = { certificate: (await issueServerCertificate(issuer, options)).pem, privateKey };
    write("server", made);
    return made;
  };
  let center = await centerFile(now);
  let server = await serverFile(now);

  return {
    authority: issuer,
    statusUrls: statusUrls(config.statusUrl),
    trusted: [parseCertificate(issuer.certificate)],
    signer: () => ({ key: center.privateKey, certificate: center.certificate }),
    server: () => ({ key: exportPrivateKey(server.privateKey), cert: server.certificate }),
    async renew(at) {
      const before = server.certificate;
      center = await centerFile(at);
      server = await serverFile(at);
      return server.certificate !== before;
    },
  };
}

function statusUrls(base: string | undefined): CenterKeys["statusUrls"] {
  if (base === undefined) return {};
  const origin = base.replace(/\/+$/, "");
  return { revocationListUrl: `${origin}/v1/crl`, ocspUrl: `${origin}/v1/ocsp` };
}

/** From a little before now (clocks differ) for whole years. */
export function span(now: Date, length: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(now.getTime() - 300_000), notAfter: yearsAfter(now, length) };
}

export function yearsAfter(day: Date, length: number): Date {
  const end = new Date(day);
  end.setUTCFullYear(end.getUTCFullYear() + length);
  return end;
}

function endsSoon({ certificate }: KeyFile, now: Date): boolean {
  const left = parseCertificate(certificate).notAfter.getTime() - now.getTime();
  return left < renewalDays * dayMilliseconds;
}

function serves({ certificate }: KeyFile, hosts: readonly string[]): boolean {
  const issued = new X509Certificate(certificate);
  return hosts.every((host) => issued.checkHost(host) ?? issued.checkIP(host));
}
