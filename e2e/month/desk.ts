import type { Center, OfficeLetter } from "@tsunagi/center";
import { type Engine, openEngine } from "@tsunagi/client";
import type { DeskMessage } from "@tsunagi/contract/desk";
import type { MonthOffice } from "./offices.ts";

/** An office that has joined: its engine, and the person who logs in at it. */
export interface JoinedOffice {
  readonly who: MonthOffice;
  readonly letter: OfficeLetter;
  readonly engine: Engine;
  readonly personId: string;
}

/** Opens an office's folder for a centre; makes key and certificate there. The key never leaves the folder. */
export async function enrolOffice(
  center: Pick<Center, "exchangeUrl" | "authorities">,
  folder: string,
  who: MonthOffice,
  letter: OfficeLetter,
): Promise<Engine> {
  const engine = await openEngine({
    folder,
    centre: center.exchangeUrl,
    authority: center.authorities.join("\n"),
  });
  await engine.enrol({
    officeId: letter.officeId,
    password: who.officePassword,
    issuePassword: letter.issuePassword,
  });
  return engine;
}

/** The first person of an office, and the login in two steps: person, then office. */
export async function logInFirstPerson(
  engine: Engine,
  who: MonthOffice,
  letter: OfficeLetter,
): Promise<string> {
  const { officeId } = letter;
  const added = await engine.addPerson({
    officeId,
    password: who.officePassword,
    name: who.person,
    role: "administrator",
  });
  await engine.logInPerson({
    personId: added.personId,
    password: added.provisionalPassword,
    newPassword: who.personPassword,
  });
  await engine.logInOffice({ officeId, password: who.officePassword });
  return added.personId;
}

/**
 * Resolves when a box holds a message that fits; asks only when the engine says that something changed.
 * @throws Error with `what` when that does not happen within a minute
 */
export function untilMessage(
  engine: Engine,
  box: "sent" | "received",
  what: string,
  fits: (message: DeskMessage) => boolean,
): Promise<DeskMessage> {
  return new Promise((resolve, reject) => {
    const deadline = AbortSignal.timeout(60_000);
    const giveUp = () => {
      stop();
      const seen = engine.list(box).map(({ station, trouble }) => trouble?.message ?? station);
      reject(new Error(`${what}: not within a minute (${seen.join(", ") || "nothing there"})`));
    };
    deadline.addEventListener("abort", giveUp);
    const look = () => {
      const found = engine.list(box).find(fits);
      if (!found) return;
      deadline.removeEventListener("abort", giveUp);
      stop();
      resolve(found);
    };
    const stop = engine.on("changed", look);
    look();
  });
}
