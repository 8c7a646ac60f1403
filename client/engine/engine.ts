import type {
  DeskMessage,
  DeskState,
  Draft,
  DraftKind,
  DraftSending,
  SendProgress,
} from "@tsunagi/contract/desk";
import type { DirectoryEntry } from "@tsunagi/contract/exchange";
import { exportPkcs12 } from "@tsunagi/sealing";
import { type CareUsers, openCareUsers } from "../care-users/care-users.ts";
import { checkLog, isLogTrouble } from "../certificate-log/check-log.ts";
import { acknowledgeStrange } from "../certificate-log/known-log.ts";
import { type Change, createChanges } from "../changes.ts";
import {
  type DraftChange,
  type KnownDraft,
  listDrafts,
  listSendings,
  removeDrafts,
  saveDrafts,
} from "../drafts/drafts.ts";
import { sendDrafts } from "../drafts/send-drafts.ts";
import { addPerson, type NewPerson, type PersonLetter } from "../enrolment/add-person.ts";
import { type EnrolmentInput, enrol, type OfficeLine } from "../enrolment/enrol.ts";
import { keyInForce } from "../enrolment/own-keys.ts";
import { ownOffice } from "../enrolment/own-office.ts";
import { isRenewalDue, renewCertificate } from "../enrolment/renew.ts";
import { ClientError, explain } from "../errors.ts";
import { type CheckedEvidence, checkEvidence } from "../evidence/check.ts";
import { type EvidenceFile, evidenceFiles } from "../evidence/files.ts";
import { openConnection } from "../exchange/connection.ts";
import { contentOf, type FileContent } from "../file-content.ts";
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
import { openServiceCodes, type ServiceCodes } from "../service-codes/service-codes.ts";
import { keepLicence } from "../session/known-licence.ts";
import { createSession, type SessionOptions } from "../session/session.ts";
import { filesOf, sentBytes } from "../store/message-files.ts";
import { readSetting } from "../store/settings.ts";
import { openStore } from "../store/store.ts";
import { sourceOfStored, sweepSpool } from "../store/stored-bytes.ts";
import type { FlowingFile, GivenFile } from "../tray/given-file.ts";
import { type SentFiles, sendFiles } from "../tray/send-files.ts";
import { createTray, type Tray } from "../tray/tray.ts";
import { type Configuration, configure } from "./configuration.ts";
import { deskState } from "./state.ts";
import { createTasks } from "./tasks.ts";
import { startWatch, type Watch } from "./watch.ts";

export interface EngineOptions {
  /** The office's folder: keys, store, received files. Made when there is none. */
  readonly folder: string;
  /** Address of the centre's exchange door; needed the first time, remembered then. */
  readonly centre?: string | undefined;
  /** PEM of the authority to trust; needed the first time, remembered then. */
  readonly authority?: string | undefined;
  /** Encrypts the private keys on disk. */
  readonly keyPassphrase?: string | undefined;
  readonly clock?: () => Date;
  readonly retry?: Partial<RetryTimes>;
  /** Milliseconds without a word after which a line to the centre is taken for dead; 60,000 unless told. */
  readonly silenceMs?: number;
  /** Told of failures nobody foresaw, for a log; without personal data. Standard error unless given. */
  readonly report?: (error: unknown) => void;
}

/** 下書き: drafts, each change of which is on disk when it is answered. `draft-changed` says that one stands otherwise. */
export interface Drafts {
  list(kind: DraftKind, month?: string): Draft[];
  /** The messages that were made of drafts. */
  sendings(kind: DraftKind, month?: string): DraftSending[];
  /** All or none. @throws ClientError `draft-changed` */
  save(changes: readonly DraftChange[]): Draft[];
  /** @throws ClientError `draft-changed` */
  remove(known: readonly KnownDraft[]): void;
  /** Sends files made of drafts, all or none. @throws ClientError as `sendDrafts` */
  send(known: readonly KnownDraft[], files: readonly GivenFile[]): Promise<readonly string[]>;
}

/**
 * One office's app, as a library. Errors are `ClientError`, `CallError` of the contract or `SealingError`; `explain` gives
 * each its code and its sentence for the person at the desk.
 */
export interface Engine {
  readonly folder: string;
  /** Where the desk stands; asks nobody. */
  state(): DeskState;
  /** ID of the office account (KJ…) that this folder was enrolled with. */
  officeId(): string | undefined;
  enrol(input: EnrolmentInput): Promise<DeskState>;
  /** Makes a person with the login of the office account; needs no certificate. */
  addPerson(person: NewPerson): Promise<PersonLetter>;
  logInPerson(input: {
    personId: string;
    password: string;
    newPassword?: string;
  }): Promise<DeskState>;
  logInOffice(input: { officeId: string; password: string }): Promise<DeskState>;
  logOut(): Promise<DeskState>;
  /** 電子証明書の更新, now; from 90 days before the end it is also done by itself after each login. */
  renewCertificate(): Promise<DeskState>;
  /**
   * Key and certificate in force as PKCS#12, under a password in printable ASCII.
   * @throws ClientError `not-enrolled`
   */
  exportCertificate(password: string): Uint8Array;
  /** 心当たりがある: a certificate of this office that was not asked for on this machine is known all the same. */
  acknowledgeCertificate(serial: string): DeskState;

  /** 送信: what lies ready. Sets sent from it are on their way in the background. */
  readonly tray: Tray;
  /** Checks files and puts the sets that can go into the outbox; they are on their way in the background. */
  sendFiles(files: readonly (GivenFile | FlowingFile)[]): Promise<SentFiles>;
  /** 下書き: what is entered at the desk and not sent yet, or was sent. */
  readonly drafts: Drafts;
  /** 利用者 of the office, kept at the desk. */
  readonly careUsers: CareUsers;
  /** サービスコード表. */
  readonly serviceCodes: ServiceCodes;
  /** Tries what lies in the outbox once, also what waits for its time; gives the ids that were accepted. */
  sendNow(): Promise<string[]>;
  /** Receives what waits, asks how far sent ones have come, and tries all that is left in the outbox, held ones too. */
  fetchNow(): Promise<{ received: string[]; sent: string[] }>;
  /** Works on by itself from now on: push, outbox, and polling where push is not to be had. */
  watch(): void;

  /** How far what was put on its way together is. */
  sending(): SendProgress;
  list(box: "sent" | "received"): DeskMessage[];
  /** @throws ClientError `not-found`, as do all that follow */
  message(id: string): DeskMessage;
  markRead(id: string): DeskMessage;
  cancel(id: string): Promise<DeskMessage>;
  /** Sends a held message again, or one that its receiver refused; a new id when it had to be made anew. */
  retry(id: string): DeskMessage;
  /** A file of a message, of either box. */
  file(id: string, name: string): Promise<FileContent>;
  evidence(id: string): Promise<CheckedEvidence>;
  evidenceFiles(id: string): Promise<EvidenceFile[]>;
  searchPartners(
    search: string,
  ): Promise<Pick<DirectoryEntry, "number" | "name" | "serviceTypes" | "canReceive">[]>;

  /** Calls `listener` at each change; what comes back stops it. */
  on(event: "changed", listener: (what: Change) => void): () => void;
  /** Ends the work under way and lets go of the folder. What was not finished goes on at the next start. */
  close(): Promise<void>;
}

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
      return state();
    },
    addPerson: (person) => addPerson(line, person),
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
