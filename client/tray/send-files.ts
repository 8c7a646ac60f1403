import type { Tray as TrayView } from "@tsunagi/contract/desk";
import { v7 as newId } from "uuid";
import { ownOffice } from "../enrolment/own-office.ts";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import { makeMessage } from "../outbox/make.ts";
import type { Session } from "../session/session.ts";
import { type GivenFile, refuseUnusable } from "./given-file.ts";
import { type LaidFile, layOut, readContent } from "./lay-out.ts";
import { findPartner, lookUp } from "./partners.ts";
import { messageFrom, typeOf } from "./tray.ts";

/** What became of files that were handed over: those laid out, and the messages made of the sets that can go. */
export interface SentFiles {
  readonly tray: TrayView;
  readonly messageIds: readonly string[];
}

/**
 * Puts every set that can be sent into the outbox, in one step; the others are left as they are. PDFs and pictures go
 * with the set when there is only one.
 * @throws ClientError `login-needed`, `not-enrolled`, `file-too-large`, `file-name-unusable`, `file-name-twice`
 */
export async function sendFiles(
  office: Office,
  session: Session,
  files: readonly GivenFile[],
): Promise<SentFiles> {
  const own = ownOffice(office).number;
  if (session.step().step !== "done") throw new ClientError("login-needed");
  const laid = layDown(files);
  const around = { own, partner: (number: string) => findPartner(office, number) };
  const numbers = layOut(laid, around).sets.map(({ to }) => to.number);
  await lookUp(office, session, numbers);
  const tray = layOut(laid, around);
  const byId = new Map(laid.map((file) => [file.fileId, file]));
  const messageIds = office.store.atomically(() =>
    tray.sets
      .filter(({ sendable }) => sendable)
      .map((set) => {
        const outgoing = set.files.flatMap(({ fileId, name, title }) => {
          const file = byId.get(fileId);
          if (file === undefined) return [];
          const type = typeOf(file.content);
          return [{ name, title, bytes: file.bytes, ...(type !== undefined && { type }) }];
        });
        return makeMessage(office, messageFrom(set, outgoing));
      }),
  );
  at("made-after-commit");
  office.changes.tell("sent");
  return { tray, messageIds };
}

type HeldFile = LaidFile & { readonly bytes: Uint8Array };

function layDown(files: readonly GivenFile[]): HeldFile[] {
  for (const file of files) refuseUnusable(file);
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  if (names.size < files.length) throw new ClientError("file-name-twice");
  const laid = files.map(
    ({ name, bytes }): HeldFile => ({
      fileId: newId(),
      name,
      bytes,
      size: bytes.length,
      content: readContent(name, bytes),
      attachedTo: undefined,
      mended: false,
    }),
  );
  const { sets } = layOut(laid, { own: undefined, partner: () => undefined });
  const [only] = sets;
  if (sets.length !== 1 || only === undefined) return laid;
  return laid.map((file) =>
    file.content.type === "attachment" ? { ...file, attachedTo: only.setId } : file,
  );
}
