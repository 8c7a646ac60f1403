import type { Tray as TrayView } from "@tsunagi/contract/desk";
import { ClientError, type ClientErrorCode, clientErrors } from "../errors.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import type { GivenFile } from "../tray/given-file.ts";
import { sendFiles } from "../tray/send-files.ts";
import { type KnownDraft, noteSent } from "./drafts.ts";

/**
 * Puts the files that were made of drafts into the outbox and writes down that the drafts are sent, in one step that a
 * crash cannot halve.
 * @returns the ids of the messages
 * @throws ClientError `login-needed`, `draft-changed`, `draft-not-sendable` when the files do not pass the check, or the
 * code that says why their receiver cannot be sent to
 */
export async function sendDrafts(
  office: Office,
  session: Session,
  drafts: readonly KnownDraft[],
  files: readonly GivenFile[],
): Promise<readonly string[]> {
  const { messageIds } = await sendFiles(office, session, files, {
    judge: refuseUnsendable,
    alongside: (ids) => noteSent(office.store, drafts, ids),
  });
  office.changes.tell("drafts");
  return messageIds;
}

function refuseUnsendable({ sets, strays }: TrayView): void {
  const held = sets.find(({ sendable }) => !sendable);
  if (held === undefined && strays.length === 0) return;
  const inTheWay = held?.findings.find(({ severity }) => severity === "error")?.code ?? "";
  throw new ClientError(isOwnCode(inTheWay) ? inTheWay : "draft-not-sendable");
}

function isOwnCode(code: string): code is ClientErrorCode {
  return code in clientErrors;
}
