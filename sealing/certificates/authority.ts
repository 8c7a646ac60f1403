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

/** A certificate authority: what is needed to issue. */
export interface Authority {
  /** PEM */
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

/** Makes a root authority with a key of its own. */
export async function createAuthority(
  options: Validity & {
    readonly name?: string;
    /** Stands in the subject of everything it issues. */
    readonly organization?: string;
    readonly curve?: "P-256" | "P-384";
  },
): Promise<Authority> {
  const { name = "e-seikyu CA", organization = "tsunagi", curve = "P-256" } = options;
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
        authorityConstraints(),
        keyUsage("keyCertSign", "cRLSign"),
      ],
    },
    privateKey,
  );
  return { certificate: pem, privateKey };
}

/** What an authority certifies: a subject of its own country and organization. */
export interface EndCertificate extends Validity {
  readonly serial?: string | undefined;
  readonly subject: Pick<Name, "commonName" | "serialNumber">;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Chunks[];
}

/** @throws SealingError `request-invalid` when it would outlive the authority */
export async function certifyBy(
  authority: Authority,
  end: EndCertificate,
): Promise<CertificateInfo> {
  const issuer = parseCertificate(authority.certificate);
  if (end.notAfter.getTime() > issuer.notAfter.getTime()) {
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
    authority.privateKey,
  );
}

/** The key identifier that the authority's own certificate states. */
export function identifierOf(authority: CertificateInfo): Uint8Array {
  return authority.subjectKeyIdentifier === undefined
    ? keyIdentifier(authority.publicKey)
    : Buffer.from(authority.subjectKeyIdentifier, "hex");
}
