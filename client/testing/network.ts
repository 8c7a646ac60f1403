import type { CenterConfig, OfficeLetter } from "../../center/index.ts";
import { startTestCenter, type TestCenter } from "../../center/testing/center.ts";
import { embeddedPlace, type TestPlace } from "../../center/testing/databases.ts";
import { makeServerLast } from "../../center/testing/lasting-server.ts";
import {
  application,
  careManagement,
  homeVisit,
  type PortalOffice,
} from "../../center/testing/offices.ts";
import type { Engine, EngineOptions } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Made-up offices, those of `samples/`. */
export const planner = {
  ...careManagement,
  number: "1370000011",
  name: "つなぎ居宅介護支援事業所",
};
export const provider = { ...homeVisit, number: "1370000029", name: "みほん訪問介護ステーション" };

/** Passwords that the made-up people choose. */
export const officePassword = "jigyousho-2026";
export const personPassword = "kojin-2026";

/** A real centre on an embedded PostgreSQL, reached through a proxy that can cut the line. */
export interface Network {
  center(): TestCenter;
  /** Where the centre's data lie, for another process while this centre is stopped. */
  readonly place: TestPlace;
  readonly proxy: FaultProxy;
  readonly authority: string;
  stopCenter(): Promise<void>;
  /** Starts the centre again on the same data and address; its clock goes on from `at`, or from now. */
  startCenter(at?: Date): Promise<void>;
  /** Gives the centre, while it is stopped, a certificate for TLS that holds for years, whatever clock it is started with. */
  makeServerLast(): Promise<void>;
  /** Registers an office; with a licence unless told otherwise. */
  issue(office: typeof planner, options?: { licensed?: boolean }): Promise<OfficeLetter>;
  /** Applies for a licence, for an office whose password has been changed. */
  license(letter: OfficeLetter): Promise<void>;
  /** Revokes every certificate of an office. */
  revokeAll(letter: OfficeLetter): Promise<void>;
  /** Ends everything and removes its data. */
  remove(): Promise<void>;
}

/** An office's own folder with its engine. */
export interface TestDesk {
  readonly letter: OfficeLetter;
  readonly folder: string;
  engine: Engine;
  personId: string;
  /** Closes the engine and opens its folder again. */
  reopen(): Promise<void>;
}

/** @param prepare puts into the centre's folder what is to be there before its first start */
export async function startNetwork(
  config: Partial<CenterConfig> = {},
  prepare: (place: TestPlace) => Promise<void> = async () => undefined,
): Promise<Network> {
  const place = embeddedPlace();
  await prepare(place);
  let center = await startTestCenter(place, config);
  const port = Number(new URL(center.exchangeUrl).port);
  const proxy = await startFaultProxy(port);
  let running = true;
  const network: Network = {
    center: () => center,
    place,
    proxy,
    authority: center.authorities.join("\n"),
    async stopCenter() {
      running = false;
      await center.stop();
    },
    async startCenter(at) {
      const clock = at && { clock: () => at };
      center = await startTestCenter(place, { ...config, ...clock, exchangePort: port });
      running = true;
    },
    makeServerLast: () => makeServerLast(place),
    async issue(office, { licensed = true } = {}) {
      const letter = await center.issueOffice(office);
      if (!licensed) return letter;
      const { officeId, provisionalPassword } = letter;
      const first = await center.callWeb().logInOffice({
        body: { officeId, password: provisionalPassword },
      });
      await center.callWeb(first.token).changeOfficePassword({
        body: { currentPassword: provisionalPassword, newPassword: officePassword },
      });
      await network.license(letter);
      return { ...letter, provisionalPassword: officePassword };
    },
    async license(letter) {
      const portal = await portalOf(center, letter);
      await portal.portal.apply({ body: await application(portal) });
    },
    async revokeAll(letter) {
      const { portal } = await portalOf(center, letter);
      for (const { serial } of (await portal.listCertificates()).certificates) {
        await portal.revokeCertificate({ params: { serial }, body: { reason: "keyCompromise" } });
      }
    },
    async remove() {
      await proxy.stop();
      if (running) await center.stop();
      await place.remove();
    },
  };
  return network;
}

async function portalOf(center: TestCenter, letter: OfficeLetter): Promise<PortalOffice> {
  const { officeId } = letter;
  const { token, office } = await center.callWeb().logInOffice({
    body: { officeId, password: officePassword },
  });
  return { number: office.number, letter, token, portal: center.callWeb(token) };
}

/** Retries without waiting long, and never by the clock of a test. */
export const quickRetry = { firstMs: 20, mostMs: 200, pollMs: 200 };

/** Options of an engine in this network. */
export function engineOptions(network: Network, folder: string): EngineOptions {
  return {
    folder,
    centre: network.proxy.url,
    authority: network.authority,
    retry: quickRetry,
  };
}

/** A new folder with an open engine, before enrolment. */
export async function openDesk(
  network: Network,
  letter: OfficeLetter,
  options: Partial<EngineOptions> = {},
): Promise<TestDesk> {
  const folder = options.folder ?? temporaryFolder();
  const all = { ...engineOptions(network, folder), ...options };
  const desk: TestDesk = {
    letter,
    folder,
    engine: await openEngine(all),
    personId: "",
    async reopen() {
      await desk.engine.close();
      desk.engine = await openEngine(all);
    },
  };
  return desk;
}

/** Enrols, makes the first person, and changes the person's provisional password. */
export async function enrolDesk(desk: TestDesk): Promise<void> {
  const { officeId, provisionalPassword, issuePassword } = desk.letter;
  await desk.engine.enrol({
    officeId,
    password: provisionalPassword,
    newPassword: officePassword,
    issuePassword,
  });
  const person = await desk.engine.addPerson({
    officeId,
    password: officePassword,
    name: { familyName: "試験", givenName: "太郎" },
    role: "administrator",
  });
  desk.personId = person.personId;
  await desk.engine.logInPerson({
    personId: person.personId,
    password: person.provisionalPassword,
    newPassword: personPassword,
  });
}

/** Both steps of the login. */
export async function logIn({ engine, letter, personId }: TestDesk): Promise<void> {
  await engine.logInPerson({ personId, password: personPassword });
  await engine.logInOffice({ officeId: letter.officeId, password: officePassword });
}

/** An office that has joined: licence, certificate, person, logged in. */
export async function joinNetwork(
  network: Network,
  office: typeof planner,
  options: Partial<EngineOptions> = {},
): Promise<TestDesk> {
  const desk = await openDesk(network, await network.issue(office), options);
  await enrolDesk(desk);
  const { officeId } = desk.letter;
  await desk.engine.logInOffice({ officeId, password: officePassword });
  return desk;
}

/** Resolves as soon as `look` finds something, asked again at each change of the engine. */
export async function until<T>(
  engine: Engine,
  look: () => T | undefined | null | false,
): Promise<T> {
  const found = (value: T | undefined | null | false): value is T =>
    value !== undefined && value !== null && value !== false;
  const now = look();
  if (found(now)) return now;
  return new Promise((resolve) => {
    const stop = engine.on("changed", () => {
      const value = look();
      if (!found(value)) return;
      stop();
      resolve(value);
    });
  });
}
