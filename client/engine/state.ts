import type { DeskState } from "@tsunagi/contract/desk";
import { logTrouble } from "../certificate-log/check-log.ts";
import { strangeCertificates } from "../certificate-log/known-log.ts";
import { awaitedCertificate } from "../enrolment/awaited.ts";
import { keyInForce } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import { explanationOf } from "../errors.ts";
import type { Office } from "../office.ts";
import { knownLicence } from "../session/known-licence.ts";
import type { Session } from "../session/session.ts";
import { readSetting } from "../store/settings.ts";

function awaitedOf(office: Office): Extract<DeskState, { phase: "not-enrolled" }>["awaited"] {
  const awaited = awaitedCertificate(office);
  if (awaited === undefined) return null;
  return { office: awaited.office, askedAt: awaited.askedAt, refusal: awaited.refusal };
}

/** Where the desk stands; asks nobody. */
export function deskState(office: Office, session: Session, centre: string): DeskState {
  const key = keyInForce(office);
  if (key === undefined) {
    const suggestedOfficeId =
      awaitedCertificate(office)?.officeId ?? readSetting(office.store, "officeId") ?? null;
    return { phase: "not-enrolled", centre, suggestedOfficeId, awaited: awaitedOf(office) };
  }
  const known = { centre, office: ownOffice(office) };
  const login = session.step();
  if (login.step === "person") {
    return { phase: "person-login", ...known, loggedOut: login.loggedOut };
  }
  if (login.step === "office") return { phase: "office-login", ...known, person: login.person };
  const licence = knownLicence(office.store);
  const trouble = logTrouble(office);
  return {
    phase: "ready",
    ...known,
    person: login.person,
    online: session.online(),
    ...(licence !== undefined && { licence }),
    certificateUntil: key.notAfter,
    certificateLog: {
      trouble: trouble === undefined ? null : { message: explanationOf(trouble).messageJa },
      strange: strangeCertificates(office),
    },
  };
}
