import type {
  Backup,
  DeskMessage,
  DeskSettings,
  DeskState,
  Draft,
  DraftKind,
  DraftSending,
  SendProgress,
} from "@tsunagi/contract/desk";
import type { DirectoryEntry } from "@tsunagi/contract/exchange";
import type { CareUsers } from "../care-users/care-users.ts";
import type { Change } from "../changes.ts";
import type { DraftChange, KnownDraft } from "../drafts/drafts.ts";
import type { NewPerson, PersonLetter } from "../enrolment/add-person.ts";
import type { EnrolmentInput } from "../enrolment/enrol.ts";
import type { CheckedEvidence } from "../evidence/check.ts";
import type { EvidenceFile } from "../evidence/files.ts";
import type { FileContent } from "../file-content.ts";
import type { RetryTimes } from "../outbox/back-off.ts";
import type { Persons } from "../persons/persons.ts";
import type { ServiceCodes } from "../service-codes/service-codes.ts";
import type { FlowingFile, GivenFile } from "../tray/given-file.ts";
import type { SentFiles } from "../tray/send-files.ts";
import type { Tray } from "../tray/tray.ts";

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
  /** Where the operator has to approve the certificate first, the state says that it is awaited. */
  enrol(input: EnrolmentInput): Promise<DeskState>;
  /** Asks now for the awaited certificate, as `watch` does from time to time. Nothing happens when none is awaited. */
  collectCertificate(): Promise<DeskState>;
  /** Makes a person with the login of the office account; needs no certificate. */
  addPerson(person: NewPerson): Promise<PersonLetter>;
  /** 職員: as the person who is logged in. */
  readonly persons: Persons;
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
  /** What 設定 shows beside the state; asks nobody. @throws ClientError `not-enrolled` */
  settings(): DeskSettings;
  /** Copies the office's folder, as it is now, into a new folder in `place`. @throws ClientError as `backUp` */
  backUp(place: string): Promise<Backup>;
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
