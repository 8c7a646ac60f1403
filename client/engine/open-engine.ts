import { exportPkcs12 } from "@tsunagi/sealing";
import { backUp } from "../backup/back-up.ts";
import { openCareUsers } from "../care-users/care-users.ts";
import { checkLog, isLogTrouble } from "../certificate-log/check-log.ts";
import { acknowledgeStrange } from "../certificate-log/known-log.ts";
import { createChanges } from "../changes.ts";
import { listDrafts, listSendings, removeDrafts, saveDrafts } from "../drafts/drafts.ts";
import { sendDrafts } from "../drafts/send-drafts.ts";
import { addPerson } from "../enrolment/add-person.ts";
import { collectAwaited } from "../enrolment/awaited.ts";
import { enrol, type OfficeLine } from "../enrolment/enrol.ts";
import { keyInForce } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import { isRenewalDue, renewCertificate } from "../enrolment/renew.ts";
import { ClientError, explain } from "../errors.ts";
import { checkEvidence } from "../evidence/check.ts";
import { evidenceFiles } from "../evidence/files.ts";
import { openConnection } from "../exchange/connection.ts";
import { contentOf } from "../file-content.ts";
import { createInbox } from "../inbox/inbox.ts";
import { readReceivedFile } from "../inbox/read-file.ts";
import { markRead } from "../inbox/received.ts";
import { findMessage, listMessages } from "../messages/view.ts";
import type { Office } from "../office.ts";
import { type RetryTimes, usualRetryTimes } from "../outbox/back-off.ts";
import { cancel } from "../outbox/cancel.ts";
import { followAll } from "../outbox/follow.ts";
import { createOutbox } from "../outbox/outbox.ts";
import { sendProgress } from "../outbox/progress.ts";
import { retry } from "../outbox/retry.ts";
import { personsOf } from "../persons/persons.ts";
import { openServiceCodes } from "../service-codes/service-codes.ts";
import { keepHelpDesk } from "../session/known-help-desk.ts";
import { keepLicence } from "../session/known-licence.ts";
import { createSession, type SessionOptions } from "../session/session.ts";
import { filesOf, sentBytes } from "../store/message-files.ts";
import { readSetting } from "../store/settings.ts";
import { openStore } from "../store/store.ts";
import { sourceOfStored, sweepSpool } from "../store/stored-bytes.ts";
import { sendFiles } from "../tray/send-files.ts";
import { createTray } from "../tray/tray.ts";
import { type Configuration, configure } from "./configuration.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { deskSettings } from "./settings.ts";
import { deskState } from "./state.ts";
import { createTasks } from "./tasks.ts";
import { startWatch, type Watch } from "./watch.ts";

/**
 * Opens the office's folder for this process alone.
 * @throws ClientError `folder-in-use`, `folder-of-newer-version`, `centre-not-set`, `folder-of-other-centre`;
 * SealingError `passphrase-wrong`
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const store = openStore(options.folder);
  try {
    sweepSpool(store);
    const configuration = configure(store, options);
    const office: Office = {
      store,
      now: options.clock ?? (() => new Date()),
      changes: createChanges(),
      authorities: configuration.authorities,
      report: options.report ?? reportToStandardError,
      keyPassphrase: options.keyPassphrase,
    };
    keyInForce(office);
    const times = { ...usualRetryTimes, ...options.retry };
    return assemble(office, { ...configuration, silenceMs: options.silenceMs }, times);
  } catch (error) {
    store.close();
    throw error;
  }
}

function assemble(
  office: Office,
  { centre, authority, silenceMs }: Configuration & Pick<SessionOptions, "silenceMs">,
  times: RetryTimes,
): Engine {
  const { store, changes } = office;
  const closing = new AbortController();
  const isClosing = () => closing.signal.aborted;
  const session = createSession(office, { centre, authority, silenceMs });
  const outbox = createOutbox(office, session, times, isClosing);
  const inbox = createInbox(office, session, isClosing);
  const tray = createTray(office, session);
  const { line, closeLine } = officeLine(centre, authority);
  const tasks = createTasks((error) => {
    if (!isClosing()) office.report(error);
  });
  let watch: Watch | undefined;
  let renewal: Promise<void> | undefined;

  const state = () => deskState(office, session, centre);
  const message = (id: string) => {
    const found = findMessage(office, id);
    if (found === undefined) throw new ClientError("not-found");
    return found;
  };

  function sendOn(): void {
    if (watch === undefined) tasks.begin(() => outbox.run("due"));
    else watch.wake();
  }

  async function learnStanding(): Promise<void> {
    keepLicence(store, (await session.authorized((call) => call.licenceStanding())).standing);
    changes.tell("state");
  }

  async function learnHelpDesk(): Promise<void> {
    keepHelpDesk(store, await session.authorized((call) => call.helpDesk()));
    changes.tell("state");
  }

  function renewOnce(): Promise<void> {
    renewal ??= renewCertificate(office, session).finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  /** The desk says so until it has come about. */
  async function renewIfDue(): Promise<void> {
    if (!isRenewalDue(office)) return;
    await renewOnce().catch((error: unknown) => {
      if (explain(error).code === "internal") throw error;
    });
  }

  async function catchUp(): Promise<string[]> {
    const received = await inbox.run();
    await followAll(office, session);
    await learnStanding();
    await renewIfDue();
    await checkLog(office, session).catch(passOverTrouble);
    return received;
  }

  return {
    folder: store.folder,
    state,
    officeId: () => readSetting(store, "officeId"),
    async enrol(input) {
      await enrol(office, line, input);
      watch?.wake();
      return state();
    },
    async collectCertificate() {
      await collectAwaited(office, line.call);
      return state();
    },
    addPerson: (person) => addPerson(line, person),
    persons: personsOf(session),
    async logInPerson(input) {
      await session.logInPerson(input);
      return state();
    },
    async logInOffice(input) {
      await session.logInOffice(input);
      // Who has just logged in is not kept waiting for what comes after.
      tasks.begin(async () => {
        await outbox.run("waiting");
        await learnStanding().catch(() => undefined);
        await learnHelpDesk().catch(() => undefined);
      });
      watch?.wake();
      return state();
    },
    async logOut() {
      await session.logOut();
      return state();
    },
    async renewCertificate() {
      await renewOnce();
      return state();
    },
    exportCertificate(password) {
      const key = keyInForce(office);
      if (key === undefined) throw new ClientError("not-enrolled");
      return exportPkcs12(
        { key: key.pair.privateKey, certificate: key.certificate },
        {
          password,
          friendlyName: ownOffice(office).name,
          authorities: office.authorities.map(({ pem }) => pem),
        },
      );
    },
    settings: () => deskSettings(office),
    backUp(place) {
      const made = backUp(office, place, isClosing);
      // The folder is let go of only when nothing is read from it any more.
      tasks.begin(() => made.catch(() => undefined));
      return made;
    },
    acknowledgeCertificate(serial) {
      acknowledgeStrange(office, serial);
      return state();
    },

    tray: {
      ...tray,
      async send(setIds) {
        const sent = await tray.send(setIds);
        sendOn();
        return sent;
      },
    },
    async sendFiles(files) {
      const sent = await sendFiles(office, session, files);
      sendOn();
      return sent;
    },
    drafts: {
      list: (kind, month) => listDrafts(office, kind, month),
      sendings: (kind, month) => listSendings(office, kind, month),
      save: (changed) => saveDrafts(office, changed),
      remove: (known) => removeDrafts(office, known),
      async send(known, files) {
        const messageIds = await sendDrafts(office, session, known, files);
        sendOn();
        return messageIds;
      },
    },
    careUsers: openCareUsers(office),
    serviceCodes: openServiceCodes(office),
    sendNow: () => outbox.run("waiting"),
    async fetchNow() {
      if (keyInForce(office) === undefined) throw new ClientError("not-enrolled");
      if (session.step().step !== "done") throw new ClientError("login-needed");
      const sent = await outbox.run("held");
      return { received: await catchUp(), sent };
    },
    watch() {
      watch ??= startWatch({
        office,
        session,
        outbox,
        inbox,
        times,
        catchUp: async () => void (await catchUp()),
        collect: () => collectAwaited(office, line.call),
        tasks,
        signal: closing.signal,
      });
    },

    sending: () => sendProgress(store),
    list: (box) => listMessages(office, box),
    message,
    markRead(id) {
      message(id);
      markRead(store, id);
      changes.tell("received");
      return message(id);
    },
    async cancel(id) {
      await cancel(office, session, outbox, id);
      return message(id);
    },
    retry(id) {
      const renewed = retry(office, id);
      sendOn();
      return message(renewed);
    },
    async file(id, name) {
      const { box } = message(id);
      const file = filesOf(store, id).find((stored) => stored.name === name);
      if (file === undefined) throw new ClientError("not-found");
      if (box === "received") return readReceivedFile(office, id, file);
      const sent = sentBytes(store, id, file.position);
      if (sent === undefined) throw new ClientError("content-lost");
      return contentOf(sourceOfStored(store, sent));
    },
    evidence: (id) => checkEvidence(office, id),
    evidenceFiles: (id) => evidenceFiles(office, id),
    async searchPartners(search) {
      const query = { search, limit: 50 };
      const { offices } = await session.authorized((call) => call.searchOffices({ query }));
      return offices.map(({ number, name, serviceTypes, canReceive }) => ({
        number,
        name,
        serviceTypes,
        canReceive,
      }));
    },

    on: (_event, listener) => changes.listen(listener),
    async close() {
      if (isClosing()) return;
      closing.abort();
      await session.close();
      await closeLine();
      await Promise.all([tasks.settled(), watch?.ended, outbox.quietly(() => undefined)]);
      store.close();
    },
  };
}

/** What is wrong with the log stops sending, and the state says so; what has come in is there all the same. */
function passOverTrouble(error: unknown): void {
  if (!isLogTrouble(explain(error).code)) throw error;
}

/** The line without a client certificate, for enrolment and persons. */
function officeLine(centre: string, authority: string) {
  const connection = openConnection({ centre, authority, token: () => line.token });
  const line: OfficeLine = { call: connection.call, token: undefined };
  return { line, closeLine: () => connection.close() };
}

function reportToStandardError(error: unknown): void {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
}
