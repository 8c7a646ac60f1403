import type { OfficeLetter } from "@tsunagi/center";
import { createCaller, type FetchLike } from "@tsunagi/contract";
import { exchangeRoutes, type Licence } from "@tsunagi/contract/exchange";
import type { MonthOffice } from "./offices.ts";

const overHttp: FetchLike = (url, init) => fetch(url, init);

/** What an office does at the portal, through the same routes as the page: a password of its own. */
export async function changeProvisionalPassword(
  webUrl: string,
  letter: OfficeLetter,
  { officePassword }: MonthOffice,
): Promise<void> {
  let token: string | undefined;
  const portal = createCaller(exchangeRoutes, {
    baseUrl: webUrl,
    fetch: overHttp,
    token: () => token,
  });
  const first = await portal.logInOffice({
    body: { officeId: letter.officeId, password: letter.provisionalPassword },
  });
  token = first.token;
  if (!first.passwordChangeRequired) throw new Error("the provisional password was not recognised");
  const changed = await portal.changeOfficePassword({
    body: { currentPassword: letter.provisionalPassword, newPassword: officePassword },
  });
  token = changed.token;
  await portal.logOutOffice();
}

/** 利用申請 with the terms in force; gives the licence. */
export async function applyForLicence(
  webUrl: string,
  letter: OfficeLetter,
  { officePassword, representative, person }: MonthOffice,
): Promise<Licence> {
  let token: string | undefined;
  const portal = createCaller(exchangeRoutes, {
    baseUrl: webUrl,
    fetch: overHttp,
    token: () => token,
  });
  const session = await portal.logInOffice({
    body: { officeId: letter.officeId, password: officePassword },
  });
  token = session.token;
  const terms = await portal.terms();
  const email = "shiken@example.jp";
  const licence = await portal.apply({
    body: {
      representative,
      contact: person,
      telephone: "0300000000",
      email,
      emailAgain: email,
      termsEdition: terms.edition,
    },
  });
  await portal.logOutOffice();
  return licence;
}
