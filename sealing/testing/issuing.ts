import {
  type AuthorityWithKey,
  type CertificateInfo,
  createAuthority,
  createIssuingAuthority,
  createRootAuthority,
  parseCertificate,
} from "../index.ts";
import {
  careManagement,
  type Dates,
  type Holder,
  homeVisit,
  longAroundToday,
  makeCenter,
  makeOffice,
  type Network,
} from "./offices.ts";

/** A network whose centre and offices were certified by an issuing authority under the root that all trust. */
export interface IssuedNetwork extends Network {
  /** The root. */
  readonly authority: AuthorityWithKey;
  readonly issuing: AuthorityWithKey;
}

export interface IssuingOptions {
  /** A root that issued by itself before, instead of one made for issuing authorities. */
  readonly once?: "root-and-issuer";
  readonly dates?: Dates;
}

export async function makeIssuedNetwork({
  once,
  dates = longAroundToday,
}: IssuingOptions = {}): Promise<IssuedNetwork> {
  const authority =
    once === undefined ? await createRootAuthority(dates) : await createAuthority(dates);
  const issuing = await createIssuingAuthority(authority, dates);
  return {
    authority,
    issuing,
    authorities: [parseCertificate(authority.certificate)],
    center: withIssuer(await makeCenter(issuing, dates), issuing),
    sender: withIssuer(await makeOffice(issuing, careManagement, dates), issuing),
    receiver: withIssuer(await makeOffice(issuing, homeVisit, dates), issuing),
  };
}

/** The holder with the issuer's certificate after its own, as a centre gives it out. */
export function withIssuer<C extends CertificateInfo>(
  holder: Holder<C>,
  issuing: AuthorityWithKey,
): Holder<C> {
  return { ...holder, certificate: holder.certificate + issuing.certificate };
}
