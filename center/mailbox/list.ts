import type { Message } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import { type MessageRow, messageFrom, selectMessages } from "./message.ts";
import { markOffered } from "./stations.ts";

/** What to list. */
export interface ListQuery {
  readonly box: "received" | "sent";
  readonly after?: string | undefined;
  readonly waiting?: boolean | undefined;
  readonly limit?: number | undefined;
}

const usualPage = 100;

/**
 * One page of an office's box, in the order of acceptance. What is listed to its receiver counts as offered. A message
 * that is accepted later comes later in the list, whatever else is under way (see lock_mailboxes).
 *
 * @throws Refusal `request-invalid` for a cursor that this list did not give
 */
export async function listMessages(
  context: Pick<Context, "sql" | "clock" | "limits" | "bell">,
  office: string,
  { box, after, waiting, limit = usualPage }: ListQuery,
): Promise<{ messages: Message[]; next: string | null }> {
  const { sql, limits } = context;
  const size = Math.min(limit, limits.listPage);
  const rows = await sql<MessageRow[]>`
    ${selectMessages(sql)}
    where ${box === "received" ? sql`m.to_office` : sql`m.from_office`} = ${office}
      and m.number > ${after === undefined ? 0 : readCursor(after)}
      ${waiting ? sql`and m.opened_at is null and m.refused_at is null and m.cancelled_at is null and m.expired_at is null` : sql``}
    order by m.number limit ${size + 1}`;
  const page = rows.slice(0, size);
  const offered =
    box === "received"
      ? await markOffered(
          context,
          office,
          page.filter(isDue).map(({ id }) => id),
        )
      : new Map<string, Date>();
  const last = page.at(-1);
  return {
    messages: page.map((row) =>
      messageFrom({ ...row, offeredAt: row.offeredAt ?? offered.get(row.id) ?? null }, office),
    ),
    next: rows.length > size && last ? writeCursor(last.number) : null,
  };
}

function isDue({ offeredAt, downloadedAt, cancelledAt, expiredAt }: MessageRow): boolean {
  return !offeredAt && !downloadedAt && !cancelledAt && !expiredAt;
}

function writeCursor(number: number): string {
  return Buffer.from(`m${number}`).toString("base64url");
}

function readCursor(cursor: string): number {
  const [, number] = /^m([0-9]{1,15})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (number === undefined) {
    const message = "一覧の続きを示す値が正しくありません";
    throw new Refusal("request-invalid", { errors: [{ path: "/querystring/after", message }] });
  }
  return Number(number);
}
