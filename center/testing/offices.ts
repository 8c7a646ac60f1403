import type { Caller, Role } from "@tsunagi/contract";
import type { Application, ExchangeRoutes } from "@tsunagi/contract/exchange";
import { createRequest, exportPrivateKey, generateKeyPair, type Signer } from "@tsunagi/sealing";
import type { NewOffice, OfficeLetter } from "../index.ts";
import type { CenterUnderTest } from "./center.ts";
import type { TlsClient } from "./https-fetch.ts";

/** Made-up offices. */
export const careManagement: NewOffice = {
  number: "1300000001",
  prefecture: "13",
  name: "試験居宅介護支援事業所",
  serviceTypes: ["43"],
  certificateKind: "KaigoJigyousho",
};
export const homeVisit: NewOffice = {
  number: "1300000002",
  prefecture: "13",
  name: "試験ヘルパーステーション",
  serviceTypes: ["11"],
  certificateKind: "CarePlanJigyousho",
};
export const dayCare: NewOffice = {
  number: "1300000003",
  prefecture: "13",
  name: "試験デイサービス",
  serviceTypes: ["15", "78"],
  certificateKind: "KaigoJigyousho",
};

export const password = "himitsu-2026";

/** An office whose own password is chosen, at the portal. */
export interface PortalOffice {
  readonly number: string;
  readonly letter: OfficeLetter;
  readonly token: string;
  readonly portal: Caller<ExchangeRoutes>;
}

export async function openPortal(
  center: CenterUnderTest,
  office: NewOffice,
): Promise<PortalOffice> {
  const letter = await center.issueOffice(office);
  const { officeId, provisionalPassword } = letter;
  const first = await center.callWeb().logInOffice({
    body: { officeId, password: provisionalPassword },
  });
  const { token } = await center.callWeb(first.token).changeOfficePassword({
    body: { currentPassword: provisionalPassword, newPassword: password },
  });
  return { number: office.number, letter, token, portal: center.callWeb(token) };
}

export async function application(office: PortalOffice): Promise<Application> {
  const { edition } = await office.portal.terms();
  return {
    representative: { familyName: "試験", givenName: "花子" },
    contact: { familyName: "試験", givenName: "次郎" },
    telephone: "0312345678",
    email: "shiken@example.jp",
    emailAgain: "shiken@example.jp",
    termsEdition: edition,
  };
}

/** A key pair with the certificate that the centre issued for it. */
export interface Enrolled {
  readonly serial: string;
  readonly signer: Signer;
  readonly client: Omit<TlsClient, "authority">;
}

export async function requestCertificate({
  number,
  letter,
  portal,
}: PortalOffice): Promise<Enrolled> {
  const pair = generateKeyPair();
  const { certificate } = await portal.requestCertificate({
    body: {
      request: await createRequest(pair, { officeNumber: number }),
      issuePassword: letter.issuePassword,
    },
  });
  if (certificate === null) throw new Error("the certificate waits for the operator");
  return {
    serial: certificate.serial,
    signer: { key: pair.privateKey, certificate: certificate.pem },
    client: { key: exportPrivateKey(pair.privateKey), certificate: certificate.pem },
  };
}

/** A person with a password of their own. */
export async function addPerson(
  center: CenterUnderTest,
  { portal }: PortalOffice,
  { client }: Enrolled,
  role: Role = "member",
): Promise<string> {
  const { person, provisionalPassword } = await portal.addPerson({
    body: { name: { familyName: "試験", givenName: "太郎" }, role },
  });
  const { personId } = person;
  await center.callExchange(client).changePersonPassword({
    body: { personId, currentPassword: provisionalPassword, newPassword: password },
  });
  return personId;
}

/** An office that sends and receives: licence, certificate, one person, logged in. */
export interface TestOffice extends PortalOffice, Enrolled {
  readonly personId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly desk: Caller<ExchangeRoutes>;
}

export async function join(center: CenterUnderTest, office: NewOffice): Promise<TestOffice> {
  const portal = await openPortal(center, office);
  await portal.portal.apply({ body: await application(portal) });
  const enrolled = await requestCertificate(portal);
  const personId = await addPerson(center, portal, enrolled);
  return { ...portal, ...enrolled, personId, ...(await logIn(center, portal, enrolled, personId)) };
}

export async function logIn(
  center: CenterUnderTest,
  { letter }: PortalOffice,
  { client }: Enrolled,
  personId: string,
): Promise<Pick<TestOffice, "accessToken" | "refreshToken" | "desk">> {
  const call = center.callExchange(client);
  const { ticket } = await call.logInPerson({ body: { personId, password } });
  const { accessToken, refreshToken } = await call.logIn({
    body: { ticket, officeId: letter.officeId, password },
  });
  return { accessToken, refreshToken, desk: center.callExchange(client, accessToken) };
}
