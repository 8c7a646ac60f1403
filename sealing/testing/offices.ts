import type { KeyObject } from "node:crypto";
import {
  type Authority,
  type CertificateInfo,
  createAuthority,
  createRequest,
  generateKeyPair,
  issueCenterCertificate,
  issueCertificate,
  type OfficeCertificate,
  parseCertificate,
} from "../index.ts";

/** Made-up parties for tests. */
export const careManagement = "1300000001";
export const homeVisit = "1300000002";

export interface Dates {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export const validity: Dates = {
  notBefore: new Date("2026-04-01T00:00:00Z"),
  notAfter: new Date("2029-03-31T23:59:59Z"),
};
export const authorityValidity: Dates = {
  notBefore: new Date("2026-01-01T00:00:00Z"),
  notAfter: new Date("2046-01-01T00:00:00Z"),
};
export const noon: Date = new Date("2026-11-20T03:00:00Z");

export interface Holder<Certificate extends CertificateInfo = CertificateInfo> {
  readonly key: KeyObject;
  readonly certificate: string;
  readonly info: Certificate;
}

export async function makeOffice(
  authority: Authority,
  officeNumber: string,
  dates: Dates = validity,
): Promise<Holder<OfficeCertificate>> {
  const pair = generateKeyPair();
  const request = await createRequest(pair, { officeNumber });
  const kind = "KaigoJigyousho";
  const info = await issueCertificate(authority, { request, kind, officeNumber, ...dates });
  return { key: pair.privateKey, certificate: info.pem, info };
}

export async function makeCenter(authority: Authority, dates: Dates = validity): Promise<Holder> {
  const { privateKey, publicKey } = generateKeyPair();
  const info = await issueCenterCertificate(authority, { publicKey, ...dates });
  return { key: privateKey, certificate: info.pem, info };
}

/** An authority with a centre and two offices. */
export interface Network {
  readonly authority: Authority;
  readonly authorities: readonly CertificateInfo[];
  readonly center: Holder;
  readonly sender: Holder<OfficeCertificate>;
  readonly receiver: Holder<OfficeCertificate>;
}

export async function makeNetwork(
  dates: Dates = validity,
  authorityDates: Dates = authorityValidity,
): Promise<Network> {
  const authority = await createAuthority(authorityDates);
  return {
    authority,
    authorities: [parseCertificate(authority.certificate)],
    center: await makeCenter(authority, dates),
    sender: await makeOffice(authority, careManagement, dates),
    receiver: await makeOffice(authority, homeVisit, dates),
  };
}

const day = 24 * 60 * 60_000;
/** For programs that look at the machine's clock: TLS, `openssl cms -sign`. */
export const aroundToday: Dates = {
  notBefore: new Date(Date.now() - day),
  notAfter: new Date(Date.now() + 365 * day),
};
export const longAroundToday: Dates = {
  notBefore: aroundToday.notBefore,
  notAfter: new Date(Date.now() + 3650 * day),
};
