import type { MendedFile, TraySet, Tray as TrayView } from "@tsunagi/contract/desk";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import { contentOf, type FileContent } from "../file-content.ts";
import type { Office } from "../office.ts";
import { makeMessage, type OutgoingFile } from "../outbox/make.ts";
import type { Session } from "../session/session.ts";
import { dropUnnamed, sourceOfStored } from "../store/stored-bytes.ts";
import type { FlowingFile, GivenFile } from "./given-file.ts";
import { openKeptFiles } from "./kept-files.ts";
import { type Content, type LaidFile, layOut } from "./lay-out.ts";
import { mendsOf, viewOfMend } from "./mend-set.ts";
import { findPartner, lookUp } from "./partners.ts";
import { takeIn } from "./take-in.ts";

/** 送信: the files laid out for sending. They stay there over the end of the program. */
export interface Tray {
  view(): Promise<TrayView>;
  /** Puts a file down; one of the same name is replaced. @throws ClientError `file-too-large`, `file-name-unusable` */
  put(file: GivenFile | FlowingFile): Promise<TrayView>;
  /** @throws ClientError `not-found` */
  take(fileId: string): Promise<TrayView>;
  /** What is in a file. @throws ClientError `not-found` */
  file(fileId: string): FileContent;
  /** Decides which set an attachment goes with. @throws ClientError `not-found` */
  attach(fileId: string, setId: string): Promise<TrayView>;
  /** What can be put right for certain in a set, or was. @throws ClientError `not-found` */
  mends(setId: string): Promise<readonly MendedFile[]>;
  /**
   * Puts right in a set what is certain; the files as they came are kept until they are sent.
   * @throws ClientError `not-found`, `file-name-taken`
   */
  mend(setId: string): Promise<{ files: readonly MendedFile[]; tray: TrayView }>;
  /** Puts the files of a set back as they came. @throws ClientError `not-found`, `file-name-taken` */
  unmend(setId: string): Promise<TrayView>;
  /**
   * Moves sets from the tray to the outbox, all or none, in one step that a crash cannot halve.
   * @returns the ids of the messages
   * @throws ClientError `login-needed`, `sender-not-this-office`, `tray-has-problems`
   */
  send(setIds: readonly string[]): Promise<{ messageIds: string[]; tray: TrayView }>;
}

export function createTray(office: Office, session: Session): Tray {
  const { store } = office;
  const kept = openKeptFiles(store);

  function viewNow(): TrayView {
    const own = ownOffice(office).number;
    return layOut(kept.laid(), { own, partner: (number) => findPartner(office, number) });
  }

  async function view(): Promise<TrayView> {
    const numbers = viewNow().sets.map(({ to }) => to.number);
    await lookUp(office, session, numbers);
    return viewNow();
  }

  function changed(): Promise<TrayView> {
    office.changes.tell("tray");
    return view();
  }

  function move(set: TraySet): string {
    const types = new Map(kept.laid().map(({ fileId, content }) => [fileId, typeOf(content)]));
    const files = set.files.map(({ fileId, name, title }): OutgoingFile => {
      const type = types.get(fileId);
      return { name, title, content: kept.contentOf(fileId), ...(type !== undefined && { type }) };
    });
    const id = makeMessage(office, messageFrom(set, files));
    for (const { fileId } of set.files) kept.take(fileId);
    return id;
  }

  /** @throws ClientError `not-found` */
  function filesOfSet(setId: string): LaidFile[] {
    const set = viewNow().sets.find((laid) => laid.setId === setId);
    if (set === undefined) throw new ClientError("not-found");
    const ids = new Set(set.files.map(({ fileId }) => fileId));
    return kept.laid().filter(({ fileId }) => ids.has(fileId));
  }

  return {
    view,
    async put(file) {
      ownOffice(office);
      kept.put(file.name, await takeIn(store, file));
      return changed();
    },
    async take(fileId) {
      kept.take(fileId);
      dropUnnamed(store);
      return changed();
    },
    file: (fileId) => contentOf(sourceOfStored(store, kept.contentOf(fileId))),
    async attach(fileId, setId) {
      const file = kept.laid().find((laid) => laid.fileId === fileId);
      if (file?.content.type !== "attachment") throw new ClientError("not-found");
      filesOfSet(setId);
      kept.attach(fileId, setId);
      return changed();
    },
    async mends(setId) {
      return mendsOf(kept, filesOfSet(setId)).map(viewOfMend);
    },
    async mend(setId) {
      const mends = mendsOf(kept, filesOfSet(setId));
      store.atomically(() => {
        for (const { fileId, mended } of mends) kept.mend(fileId, mended);
      });
      return { files: mends.map(viewOfMend), tray: await changed() };
    },
    async unmend(setId) {
      const files = filesOfSet(setId).filter(({ mended }) => mended);
      store.atomically(() => {
        for (const { fileId } of files) kept.unmend(fileId);
      });
      return changed();
    },
    async send(setIds) {
      ownOffice(office);
      if (session.step().step !== "done") throw new ClientError("login-needed");
      const { sets } = await view();
      const chosen = [...new Set(setIds)].map((setId) => sets.find((set) => set.setId === setId));
      for (const set of chosen) refuseUnsendable(set);
      const messageIds = store.atomically(() =>
        chosen.flatMap((set) => (set === undefined ? [] : [move(set)])),
      );
      at("made-after-commit");
      office.changes.tell("sent");
      return { messageIds, tray: await changed() };
    },
  };
}

/** The message that a set becomes. */
export function messageFrom(set: TraySet, files: readonly OutgoingFile[]) {
  const { number, name } = set.to;
  return { to: { number, name: name ?? number }, title: set.title, month: set.month, files };
}

export function typeOf(content: Content): string | undefined {
  return content.type === "attachment" ? content.mediaType : undefined;
}

function refuseUnsendable(set: TraySet | undefined): void {
  if (set?.sendable === true) return;
  const foreign = set?.findings.some(({ code }) => code === "sender-not-this-office") === true;
  throw new ClientError(foreign ? "sender-not-this-office" : "tray-has-problems");
}
