import {
  type CertificateInfo,
  parseCertificate,
  parseChain,
  verifyCertificate,
} from "@tsunagi/sealing";
import { ClientError } from "../errors.ts";
import { keepSetting, readSetting } from "../store/settings.ts";
import type { Store } from "../store/store.ts";

/** Which centre the folder belongs to, and whom it trusts. */
export interface Configuration {
  /** Address of the exchange's door, without a slash at the end. */
  readonly centre: string;
  /** PEM, one certificate after the other. */
  readonly authority: string;
  readonly authorities: readonly CertificateInfo[];
}

/**
 * The configuration that is given, or else the one that was given before; it is remembered.
 * @throws ClientError `centre-not-set`; `folder-of-other-centre` when the folder's certificate is of another authority
 */
export function configure(
  store: Store,
  given: { readonly centre?: string | undefined; readonly authority?: string | undefined },
): Configuration {
  const centre = addressOf(given.centre ?? readSetting(store, "centre"));
  const authorities = authoritiesOf(given.authority ?? readSetting(store, "authority"));
  const authority = authorities.map(({ pem }) => pem).join("");
  if (given.authority !== undefined) refuseOther(store, authorities);
  store.atomically(() => {
    keepSetting(store, "centre", centre);
    keepSetting(store, "authority", authority);
  });
  return { centre, authority, authorities };
}

function addressOf(text: string | undefined): string {
  const url = text === undefined ? null : URL.parse(text);
  if (url?.protocol !== "https:") throw new ClientError("centre-not-set");
  return url.origin + url.pathname.replace(/\/+$/, "");
}

function authoritiesOf(pem: string | undefined): CertificateInfo[] {
  const blocks =
    pem?.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\r?\n?/g) ?? [];
  const authorities = blocks.map((block) => parseCertificate(block));
  const isAuthority = authorities.every(({ kind }) => kind === "authority");
  if (authorities.length === 0 || !isAuthority) throw new ClientError("centre-not-set");
  return authorities;
}

function refuseOther(store: Store, authorities: readonly CertificateInfo[]): void {
  const rows = store.sql.all`SELECT certificate_pem FROM own_key
    WHERE certificate_pem IS NOT NULL AND ended_code IS NULL`;
  for (const row of rows) {
    const { certificate: own, issuers } = parseChain(String(row["certificate_pem"]));
    try {
      verifyCertificate(own, { authorities, issuers, at: own.notBefore, usage: "office" });
    } catch (cause) {
      throw new ClientError("folder-of-other-centre", { cause });
    }
  }
}
