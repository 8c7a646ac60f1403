import { limits } from "@tsunagi/contract";
import type { TraySet, Tray as TrayView } from "@tsunagi/contract/desk";
import { v7 as newId } from "uuid";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import { makeMessage, type OutgoingFile } from "../outbox/make.ts";
import type { Session } from "../session/session.ts";
import { type Content, type LaidFile, layOut, readContent } from "./lay-out.ts";
import { findPartner, lookUp } from "./partners.ts";

/** A file as somebody hands it over. */
export interface GivenFile {
  /** Without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 送信: the files laid out for sending. They stay there over the end of the program. */
export interface Tray {
  view(): Promise<TrayView>;
  /** Puts a file down; one of the same name is replaced. @throws ClientError `file-too-large`, `file-name-unusable` */
  put(file: GivenFile): Promise<TrayView>;
  /** @throws ClientError `not-found` */
  take(fileId: string): Promise<TrayView>;
  /** Decides which set an attachment goes with. @throws ClientError `not-found` */
  attach(fileId: string, setId: string): Promise<TrayView>;
  /**
   * Moves sets from the tray to the outbox, all or none, in one step that a crash cannot halve.
   * @returns the ids of the messages
   * @throws ClientError `login-needed`, `sender-not-this-office`, `tray-has-problems`
   */
  send(setIds: readonly string[]): Promise<{ messageIds: string[]; tray: TrayView }>;
}

export function createTray(office: Office, session: Session): Tray {
  const { store } = office;
  const { sql } = store;
  /** What was found out about each file; checking is done once a file. */
  const contents = new Map<string, Content>();

  function laidFiles(): LaidFile[] {
    const rows = sql.all`SELECT file_id, name, length(bytes) AS size, attached_to FROM tray_file
      ORDER BY file_id`;
    return rows.map((row) => {
      const fileId = String(row["file_id"]);
      const name = String(row["name"]);
      const attachedTo = row["attached_to"];
      return {
        fileId,
        name,
        size: Number(row["size"]),
        content: contentOf(fileId, name),
        attachedTo: typeof attachedTo === "string" ? attachedTo : undefined,
      };
    });
  }

  function contentOf(fileId: string, name: string): Content {
    const known = contents.get(fileId);
    if (known !== undefined) return known;
    const content = readContent(name, bytesOf(fileId));
    contents.set(fileId, content);
    return content;
  }

  function bytesOf(fileId: string): Uint8Array {
    const row = sql.get`SELECT bytes FROM tray_file WHERE file_id = ${fileId}`;
    if (!(row?.["bytes"] instanceof Uint8Array)) throw new ClientError("not-found");
    return row["bytes"];
  }

  function viewNow(): TrayView {
    const own = ownOffice(office).number;
    return layOut(laidFiles(), { own, partner: (number) => findPartner(office, number) });
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
    const types = new Map(laidFiles().map(({ fileId, content }) => [fileId, typeOf(content)]));
    const files = set.files.map(({ fileId, name, title }): OutgoingFile => {
      const type = types.get(fileId);
      return { name, title, bytes: bytesOf(fileId), ...(type !== undefined && { type }) };
    });
    const id = makeMessage(office, messageFrom(set, files));
    for (const { fileId } of set.files) {
      sql.run`DELETE FROM tray_file WHERE file_id = ${fileId}`;
      contents.delete(fileId);
    }
    return id;
  }

  return {
    view,
    async put({ name, bytes }) {
      ownOffice(office);
      refuseUnusable({ name, bytes });
      const before = sql.get`SELECT file_id FROM tray_file WHERE name = ${name}`;
      if (before !== undefined) contents.delete(String(before["file_id"]));
      store.atomically(() => {
        sql.run`DELETE FROM tray_file WHERE name = ${name}`;
        sql.run`INSERT INTO tray_file (file_id, name, bytes) VALUES (${newId()}, ${name}, ${bytes})`;
      });
      return changed();
    },
    async take(fileId) {
      const { changes } = sql.run`DELETE FROM tray_file WHERE file_id = ${fileId}`;
      if (changes === 0) throw new ClientError("not-found");
      contents.delete(fileId);
      return changed();
    },
    async attach(fileId, setId) {
      const file = laidFiles().find((laid) => laid.fileId === fileId);
      const set = viewNow().sets.find((laid) => laid.setId === setId);
      if (file?.content.type !== "attachment" || set === undefined) {
        throw new ClientError("not-found");
      }
      sql.run`UPDATE tray_file SET attached_to = ${setId} WHERE file_id = ${fileId}`;
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

/** Names that Windows, macOS and Linux all take; a receiver's machine may be any of them. */
const usableName = /^(?![ .])[^\p{Cc}\p{Cf}<>:"/\\|?*]+(?<![ .])$/u;
const longestName = 200;

export function refuseUnusable({ name, bytes }: GivenFile): void {
  if (bytes.length > limits.messageBytes) throw new ClientError("file-too-large");
  if (!usableName.test(name) || Buffer.byteLength(name) > longestName) {
    throw new ClientError("file-name-unusable");
  }
}

function refuseUnsendable(set: TraySet | undefined): void {
  if (set?.sendable === true) return;
  const foreign = set?.findings.some(({ code }) => code === "sender-not-this-office") === true;
  throw new ClientError(foreign ? "sender-not-this-office" : "tray-has-problems");
}
