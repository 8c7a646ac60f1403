import type { MessageWithReceipts, Station } from "@tsunagi/contract/exchange";
import type { PendingQuery, Row } from "postgres";
import { inGroups } from "../database/in-groups.ts";
import type { Sql } from "../database/pool.ts";

/** Who moved a message to a station. */
export interface Mover {
  readonly person: string;
  /** Serial number of the certificate. */
  readonly certificate: string;
}

/** A message as the table holds it; the stations are times. */
export interface MessageRow {
  readonly id: string;
  readonly number: number;
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  readonly size: number;
  readonly sha256: string;
  readonly acceptedAt: Date;
  /** When its bytes were stored: of one in chunks, when the upload was begun. */
  readonly storedAt: Date;
  readonly bytesDroppedAt: Date | null;
  readonly offeredAt: Date | null;
  readonly downloadedAt: Date | null;
  readonly openedAt: Date | null;
  readonly refusedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly expiredAt: Date | null;
  readonly expiresAt: Date;
  readonly movedBy: Readonly<Partial<Record<Station, Mover>>>;
  readonly refusal: string | null;
  readonly acceptedReceipt: Uint8Array;
  readonly openedReceipt: Uint8Array | null;
}

/** SQL: messages `m` with the names of their offices, to be followed by `where`. */
export function selectMessages(sql: Sql): PendingQuery<Row[]> {
  return sql`
    select m.id, m.number, m.from_office as "from", f.name as "fromName", m.to_office as "to",
           t.name as "toName", m.size, m.sha256, m.accepted_at as "acceptedAt",
           m.stored_at as "storedAt", m.bytes_dropped_at as "bytesDroppedAt", m.offered_at as "offeredAt",
           m.downloaded_at as "downloadedAt", m.opened_at as "openedAt", m.refused_at as "refusedAt",
           m.cancelled_at as "cancelledAt", m.expired_at as "expiredAt", m.expires_at as "expiresAt",
           m.moved_by as "movedBy", m.refusal, m.accepted_receipt as "acceptedReceipt",
           m.opened_receipt as "openedReceipt"
    from messages m
    join offices f on f.number = m.from_office
    join offices t on t.number = m.to_office`;
}

/**
 * Finds a message, if the office sent or receives it. Those that are asked for at the same time are one statement.
 * @returns what gives undefined also when it is one of other offices: they must not learn that it exists
 */
export function makeFindMessage(
  sql: Sql,
): (id: string, office: string) => Promise<MessageRow | undefined> {
  const find = inGroups((ids: readonly string[]) => findMessages(sql, ids), {
    lanes: 3,
    mostItems: 64,
    isOfOne: () => false,
  });
  return async (id, office) => {
    const row = await find(id);
    return row?.from === office || row?.to === office ? row : undefined;
  };
}

async function findMessages(
  sql: Sql,
  ids: readonly string[],
): Promise<readonly (MessageRow | null)[]> {
  const rows = await sql<
    MessageRow[]
  >`${selectMessages(sql)} where m.id = any(${[...ids]}::uuid[])`;
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Where a message is, is the last of these that it has reached. */
export const stationsInOrder = [
  "accepted",
  "offered",
  "downloaded",
  "refused",
  "opened",
  "cancelled",
  "expired",
] as const satisfies readonly Station[];

/** The sender's own stations; the others are the receiver's, or the centre's. */
export const movesAtSender: ReadonlySet<Station> = new Set(["accepted", "cancelled"]);

/** The message as the contract tells it to one of its two offices. */
export function messageFrom(row: MessageRow, office: string): MessageWithReceipts {
  const stations = stationsInOrder.flatMap((station) => {
    const at = row[`${station}At`];
    if (!at) return [];
    const by = row.movedBy[station];
    const own = (movesAtSender.has(station) ? row.from : row.to) === office;
    const person = own ? (by?.person ?? null) : null;
    return [{ station, at: at.toISOString(), person, certificate: by?.certificate ?? null }];
  });
  return {
    id: row.id,
    from: { number: row.from, name: row.fromName },
    to: { number: row.to, name: row.toName },
    size: row.size,
    sha256: row.sha256,
    station: stations.at(-1)?.station ?? "accepted",
    stations,
    expiresAt: row.expiresAt.toISOString(),
    refusal: row.refusal,
    acceptedReceipt: base64(row.acceptedReceipt),
    openedReceipt: row.openedReceipt && base64(row.openedReceipt),
  };
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
