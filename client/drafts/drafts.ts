import type { Draft, DraftKey, DraftKind, DraftSending } from "@tsunagi/contract/desk";
import { ClientError } from "../errors.ts";
import type { Office } from "../office.ts";
import type { Store } from "../store/store.ts";

/** A draft and the revision that somebody knows of it; 0 where they know of none. */
export type KnownDraft = DraftKey & { readonly revision: number };

/** A change of a draft: what it is to say from now on, made from a revision. */
export type DraftChange = KnownDraft & { readonly content: unknown };

/** The drafts of a kind, of one month or of all, by month, route and care user. */
export function listDrafts({ store }: Office, kind: DraftKind, month?: string): Draft[] {
  const rows = store.sql.all`SELECT * FROM draft
    WHERE kind = ${kind} AND (month = ${month ?? null} OR ${month ?? null} IS NULL)`;
  return rows.map(draftOf);
}

/** The messages that were made of drafts of a kind, oldest first. */
export function listSendings({ store }: Office, kind: DraftKind, month?: string): DraftSending[] {
  return store.sql.all`SELECT message_id, month, route FROM draft_sending
    WHERE kind = ${kind} AND (month = ${month ?? null} OR ${month ?? null} IS NULL)
    ORDER BY message_id`.map((row) => ({
    messageId: String(row["message_id"]),
    month: String(row["month"]),
    route: String(row["route"]),
  }));
}

/**
 * Saves all changes or none; when this returns they are on disk.
 * @throws ClientError `draft-changed` when one was changed from another revision than the one that stands
 */
export function saveDrafts(office: Office, changes: readonly DraftChange[]): Draft[] {
  const { store, now } = office;
  const savedAt = now().toISOString();
  const saved = store.atomically(() =>
    changes.map((change) => {
      refuseOther(store, change);
      return saveOne(store, change, savedAt);
    }),
  );
  office.changes.tell("drafts");
  return saved;
}

/** @throws ClientError `draft-changed` */
export function removeDrafts(office: Office, known: readonly KnownDraft[]): void {
  const { store } = office;
  store.atomically(() => {
    for (const draft of known) {
      refuseOther(store, draft);
      const { kind, month, route, careUser } = draft;
      store.sql.run`DELETE FROM draft WHERE kind = ${kind} AND month = ${month}
        AND route = ${route} AND care_user = ${careUser}`;
    }
  });
  office.changes.tell("drafts");
}

/**
 * Writes down that drafts were sent as they stand, and as which messages. To be called inside the transaction that
 * makes the messages.
 * @throws ClientError `draft-changed`
 */
export function noteSent(
  { sql }: Store,
  known: readonly KnownDraft[],
  messageIds: readonly string[],
): void {
  for (const draft of known) {
    refuseOther({ sql }, draft);
    const { kind, month, route, careUser } = draft;
    sql.run`UPDATE draft SET sent_revision = revision, sent_content_json = content_json
      WHERE kind = ${kind} AND month = ${month} AND route = ${route} AND care_user = ${careUser}`;
  }
  const [first] = known;
  if (first === undefined) return;
  for (const messageId of messageIds) {
    sql.run`INSERT INTO draft_sending (message_id, kind, month, route)
      VALUES (${messageId}, ${first.kind}, ${first.month}, ${first.route})`;
  }
}

function saveOne(
  { sql }: Pick<Store, "sql">,
  { kind, month, route, careUser, content, revision }: DraftChange,
  savedAt: string,
): Draft {
  const row = sql.get`
    INSERT INTO draft (kind, month, route, care_user, content_json, revision, saved_at)
    VALUES (${kind}, ${month}, ${route}, ${careUser}, ${JSON.stringify(content)}, ${revision + 1},
      ${savedAt})
    ON CONFLICT (kind, month, route, care_user) DO UPDATE SET
      content_json = excluded.content_json, revision = excluded.revision,
      saved_at = excluded.saved_at
    RETURNING *`;
  if (row === undefined) throw new Error("a draft that was not saved");
  return draftOf(row);
}

function refuseOther({ sql }: Pick<Store, "sql">, known: KnownDraft): void {
  const { kind, month, route, careUser } = known;
  const row = sql.get`SELECT revision FROM draft WHERE kind = ${kind} AND month = ${month}
    AND route = ${route} AND care_user = ${careUser}`;
  if (Number(row?.["revision"] ?? 0) !== known.revision) throw new ClientError("draft-changed");
}

function draftOf(row: Readonly<Record<string, unknown>>): Draft {
  const sent = row["sent_revision"];
  const sentContent = row["sent_content_json"];
  return {
    kind: row["kind"] === "plan" ? "plan" : "results",
    month: String(row["month"]),
    route: String(row["route"]),
    careUser: String(row["care_user"]),
    content: JSON.parse(String(row["content_json"])),
    revision: Number(row["revision"]),
    savedAt: String(row["saved_at"]),
    sentRevision: sent === null ? null : Number(sent),
    sentContent: typeof sentContent === "string" ? JSON.parse(sentContent) : null,
  };
}
