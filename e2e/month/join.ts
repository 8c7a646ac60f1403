import { join } from "node:path";
import type { Center } from "@tsunagi/center";
import { enrolOffice, type JoinedOffice, logInFirstPerson } from "./desk.ts";
import type { MonthOffice } from "./offices.ts";
import { applyForLicence, changeProvisionalPassword } from "./portal.ts";

/** An office from its letter to its first login: password, licence, certificate, person. */
export async function joinOffice(
  center: Center,
  folder: string,
  who: MonthOffice,
): Promise<JoinedOffice> {
  const letter = await center.issueOffice(who.office);
  await changeProvisionalPassword(center.webUrl, letter, who);
  await applyForLicence(center.webUrl, letter, who);
  const engine = await enrolOffice(center, join(folder, who.office.number), who, letter);
  const personId = await logInFirstPerson(engine, who, letter);
  return { who, letter, engine, personId };
}
