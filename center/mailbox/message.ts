import type { Message, Station } from "@tsunagi/contract/exchange";
import type { PendingQuery, Row } from "postgres";
import type { Sql } from "../database/pool.ts";

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
  readonly offeredAt: Date | null;
  readonly downloadedAt: Date | null;
  readonly openedAt: Date | null;
  readonly refusedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly refusal: string | null;
  readonly acceptedReceipt: Uint8Array;
  readonly openedReceipt: Uint8Array | null;
}

/** SQL: messages `m` with the names of their offices, to be followed by `where`. */
export function selectMessages(sql: Sql): PendingQuery<Row[]> {
  return sql`
    select m.id, m.number, m.from_office as "from", f.name as "fromName", m.to_office as "to",
           t.name as "toName", m.size, m.sha256, m.accepted_at as "acceptedAt",
           m.stored_at as "storedAt", m.offered_at as "offeredAt",
           m.downloaded_at as "downloadedAt", m.opened_at as "openedAt", m.refused_at as "refusedAt",
           m.cancelled_at as "cancelledAt", m.refusal, m.accepted_receipt as "acceptedReceipt",
           m.opened_receipt as "openedReceipt"
    from messages m
    join offices f on f.number = m.from_office
    join offices t on t.number = m.to_office`;
}

/**
 * A message, if the office sent or receives it.
 * @returns undefined also when it is one of other offices: they must not learn that it exists
 */
export async function findMessage(
  sql: Sql,
  id: string,
  office: string,
): Promise<MessageRow | undefined> {
  const [row] = await sql<MessageRow[]>`
    ${selectMessages(sql)}
    where m.id = ${id} and (m.from_office = ${office} or m.to_office = ${office})`;
  return row;
}

/** The message as the contract tells it, with its stations in their order. */
export function messageFrom(row: MessageRow): Message {
  // The last of these that was reached is where the message is.
  const times: readonly [Station, Date | null][] = [
    ["accepted", row.acceptedAt],
    ["offered", row.offeredAt],
    ["downloaded", row.downloadedAt],
    ["refused", row.refusedAt],
    ["opened", row.openedAt],
    ["cancelled", row.cancelledAt],
  ];
  const stations = times.flatMap(([station, at]) =>
    at ? [{ station, at: at.toISOString() }] : [],
  );
  return {
    id: row.id,
    from: { number: row.from, name: row.fromName },
    to: { number: row.to, name: row.toName },
    size: row.size,
    sha256: row.sha256,
    station: stations.at(-1)?.station ?? "accepted",
    stations,
    refusal: row.refusal,
    acceptedReceipt: base64(row.acceptedReceipt),
    openedReceipt: row.openedReceipt && base64(row.openedReceipt),
  };
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
