import type { Tray as TrayView } from "@tsunagi/contract/desk";
import { v7 as newId } from "uuid";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import { makeMessage } from "../outbox/make.ts";
import type { Session } from "../session/session.ts";
import type { Store } from "../store/store.ts";
import { type StoredBytes, sourceOfStored } from "../store/stored-bytes.ts";
import { type FlowingFile, type GivenFile, refuseUnusable } from "./given-file.ts";
import { type LaidFile, layOut, readContent } from "./lay-out.ts";
import { findPartner, lookUp } from "./partners.ts";
import { takeIn } from "./take-in.ts";
import { messageFrom, typeOf } from "./tray.ts";

/** What became of files that were handed over: those laid out, and the messages made of the sets that can go. */
export interface SentFiles {
  readonly tray: TrayView;
  readonly messageIds: readonly string[];
}

/** What is to happen around the making of the messages. */
export interface Occasion {
  /** Sees the files laid out; what it throws keeps all of them from being sent. */
  readonly judge?: (tray: TrayView) => void;
  /** Done in the same step as the messages are made: all of it stands, or none. */
  readonly alongside?: (messageIds: readonly string[]) => void;
}

/**
 * Puts every set that can be sent into the outbox, in one step; the others are left as they are. PDFs and pictures go
 * with the set when there is only one.
 * @throws ClientError `login-needed`, `not-enrolled`, `file-too-large`, `file-name-unusable`, `file-name-twice`
 */
export async function sendFiles(
  office: Office,
  session: Session,
  files: readonly (GivenFile | FlowingFile)[],
  { judge, alongside }: Occasion = {},
): Promise<SentFiles> {
  const own = ownOffice(office).number;
  if (session.step().step !== "done") throw new ClientError("login-needed");
  const laid = await layDown(office.store, files);
  const around = { own, partner: (number: string) => findPartner(office, number) };
  const numbers = layOut(laid, around).sets.map(({ to }) => to.number);
  await lookUp(office, session, numbers);
  const tray = layOut(laid, around);
  judge?.(tray);
  const byId = new Map(laid.map((file) => [file.fileId, file]));
  const messageIds = office.store.atomically(() => {
    const ids = tray.sets
      .filter(({ sendable }) => sendable)
      .map((set) => {
        const outgoing = set.files.flatMap(({ fileId, name, title }) => {
          const file = byId.get(fileId);
          if (file === undefined) return [];
          const type = typeOf(file.content);
          return [{ name, title, content: file.bytes, ...(type !== undefined && { type }) }];
        });
        return makeMessage(office, messageFrom(set, outgoing));
      });
    alongside?.(ids);
    return ids;
  });
  at("made-after-commit");
  dropUnsent(office.store, laid);
  office.changes.tell("sent");
  return { tray, messageIds };
}

type TakenFile = LaidFile & { readonly bytes: StoredBytes };

async function layDown(
  store: Store,
  files: readonly (GivenFile | FlowingFile)[],
): Promise<TakenFile[]> {
  for (const { name } of files) refuseUnusable(name);
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  if (names.size < files.length) throw new ClientError("file-name-twice");
  const laid: TakenFile[] = [];
  for (const file of files) {
    const { name } = file;
    const bytes = await takeIn(store, file);
    laid.push({
      fileId: newId(),
      name,
      bytes,
      size: sourceOfStored(store, bytes).size,
      content: readContent(name, () => heldOf(bytes)),
      attachedTo: undefined,
      mended: false,
    });
  }
  const { sets } = layOut(laid, { own: undefined, partner: () => undefined });
  const [only] = sets;
  if (sets.length !== 1 || only === undefined) return laid;
  return laid.map((file) =>
    file.content.type === "attachment" ? { ...file, attachedTo: only.setId } : file,
  );
}

/** Files of the standard are held whatever their size. */
function heldOf(bytes: StoredBytes): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes;
  throw new Error("a file of the standard that is not held");
}

/** What went into no message is not left in the spool. */
function dropUnsent({ sql, spool }: Store, laid: readonly TakenFile[]): void {
  for (const { bytes } of laid) {
    if (bytes instanceof Uint8Array) continue;
    const named = sql.get`SELECT 1 FROM spooled WHERE name = ${bytes.name}`;
    if (named === undefined) spool.remove(bytes.name);
  }
}
