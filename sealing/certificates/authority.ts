import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Chunks } from "../der/write.ts";
import { SealingError } from "../errors.ts";
import { certify, type Validity } from "./certify.ts";
import {
  authorityConstraints,
  authorityKeyIdentifier,
  keyIdentifier,
  keyUsage,
} from "./extensions.ts";
import { decodeName, encodeName, type Name } from "./name.ts";
import { type CertificateInfo, parseCertificate } from "./parse.ts";
import { type StructureSigner, signerOfKey } from "./signature.ts";

/** A certificate authority: what is needed to issue. Where its private key lies is its own affair. */
export interface Authority {
  /** PEM */
  readonly certificate: string;
  /** Signs with the key of the certificate, as `StructureSigner` says. */
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
}

/** An authority whose key is in this process. */
export interface AuthorityWithKey extends Authority {
  readonly privateKey: KeyObject;
}

export function authorityOf(of: {
  readonly certificate: string;
  readonly privateKey: KeyObject;
}): AuthorityWithKey {
  const { certificate, privateKey } = of;
  return { certificate, privateKey, sign: signerOfKey(privateKey).sign };
}

export const signerOf = ({ certificate, sign }: Authority): StructureSigner => ({
  publicKey: parseCertificate(certificate).publicKey,
  sign,
});

export interface NewAuthority extends Validity {
  readonly name?: string;
  /** Stands in the subject of everything it issues. */
  readonly organization?: string;
  readonly curve?: "P-256" | "P-384";
}

/** Makes an authority that is root and issuer in one: it certifies with its own key, and no other stands under it. */
export async function createAuthority(options: NewAuthority): Promise<AuthorityWithKey> {
  return selfSigned({ name: "e-seikyu CA", ...options }, 0);
}

/** Makes a root (ルート認証局), which certifies issuing authorities only. */
export async function createRootAuthority(options: NewAuthority): Promise<AuthorityWithKey> {
  return selfSigned({ name: "e-seikyu Root CA", ...options }, 1);
}

async function selfSigned(
  options: NewAuthority & { readonly name: string },
  pathLength: number,
): Promise<AuthorityWithKey> {
  const { name, organization = "tsunagi", curve = "P-256" } = options;
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: curve });
  const subject = encodeName({ country: "JP", organization, commonName: name });
  const { pem } = await certify(
    {
      issuer: subject,
      subject,
      publicKey,
      notBefore: options.notBefore,
      notAfter: options.notAfter,
      extensions: [
        authorityKeyIdentifier(keyIdentifier(publicKey)),
        authorityConstraints(pathLength),
        keyUsage("keyCertSign", "cRLSign"),
      ],
    },
    signerOfKey(privateKey),
  );
  return authorityOf({ certificate: pem, privateKey });
}

/** What an authority certifies: a subject of its own country and organization. */
export interface ToCertify extends Validity {
  readonly serial?: string | undefined;
  readonly subject: Pick<Name, "commonName" | "serialNumber">;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Chunks[];
}

/** @throws SealingError `request-invalid` when it would outlive the authority */
export async function certifyBy(authority: Authority, end: ToCertify): Promise<CertificateInfo> {
  const issuer = parseCertificate(authority.certificate);
  // Of both, whole seconds stand in the certificates.
  if (end.notAfter.getTime() >= issuer.notAfter.getTime() + 1000) {
    throw new SealingError("request-invalid", "the certificate would outlive its authority");
  }
  const { country, organization } = decodeName(issuer.subjectDer).name;
  const subject = encodeName({
    ...(country !== undefined && { country }),
    ...(organization !== undefined && { organization }),
    ...end.subject,
  });
  return certify(
    {
      serial: end.serial,
      issuer: [issuer.subjectDer],
      subject,
      publicKey: end.publicKey,
      notBefore: end.notBefore,
      notAfter: end.notAfter,
      extensions: [authorityKeyIdentifier(identifierOf(issuer)), ...end.extensions],
    },
    signerOf(authority),
  );
}

/** The key identifier that the authority's own certificate states. */
export function identifierOf(authority: CertificateInfo): Uint8Array {
  return authority.subjectKeyIdentifier === undefined
    ? keyIdentifier(authority.publicKey)
    : Buffer.from(authority.subjectKeyIdentifier, "hex");
}
