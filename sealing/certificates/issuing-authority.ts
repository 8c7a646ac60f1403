import { generateKeyPairSync } from "node:crypto";
import { SealingError } from "../errors.ts";
import { type Authority, type AuthorityWithKey, authorityOf, certifyBy } from "./authority.ts";
import type { Validity } from "./certify.ts";
import { authorityConstraints, keyUsage } from "./extensions.ts";
import { decodeName } from "./name.ts";
import { parseCertificate } from "./parse.ts";

/**
 * Makes an issuing authority (発行認証局) under a root: it certifies with a key of its own, and no other may stand under it.
 *
 * A root that was made to issue by itself allows none under it but of its own name (self-issued, RFC 5280, 4.2.1.9): there
 * the new one takes that name, as at a change of keys, and whoever trusts the root goes on as before.
 *
 * @throws SealingError `request-invalid` when it would outlive the root
 */
export async function createIssuingAuthority(
  root: Authority,
  options: Validity & { readonly name?: string; readonly curve?: "P-256" | "P-384" },
): Promise<AuthorityWithKey> {
  const { name = "e-seikyu CA", curve = "P-256" } = options;
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: curve });
  const { pem } = await certifyBy(root, {
    subject: { commonName: nameUnder(root) ?? name },
    publicKey,
    notBefore: options.notBefore,
    notAfter: options.notAfter,
    extensions: [authorityConstraints(0), keyUsage("keyCertSign", "cRLSign")],
  });
  return authorityOf({ certificate: pem, privateKey });
}

/** The only name that the root allows under it, or undefined when it allows any. */
function nameUnder({ certificate }: Authority): string | undefined {
  const { kind, pathLength, subjectDer } = parseCertificate(certificate);
  if (kind !== "authority") throw new SealingError("request-invalid", "the root is no authority");
  return pathLength === 0 ? decodeName(subjectDer).name.commonName : undefined;
}
