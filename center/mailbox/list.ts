import type { Message, Station } from "@tsunagi/contract/exchange";
import type { PendingQuery, Row } from "postgres";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { JsonText } from "../server/handlers.ts";
import { type Mover, movesAtSender, stationsInOrder } from "./message.ts";
import { markOffered } from "./stations.ts";

/** What to list. */
export interface ListQuery {
  readonly box: "received" | "sent";
  readonly after?: string | undefined;
  readonly waiting?: boolean | undefined;
  readonly limit?: number | undefined;
}

interface Place {
  readonly office: string;
  readonly box: ListQuery["box"];
  /** Messages with greater numbers. */
  readonly after: number;
  readonly waiting: boolean;
  readonly size: number;
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
  { box, after, waiting = false, limit = usualPage }: ListQuery,
): Promise<JsonText<{ messages: Message[]; next: string | null }>> {
  const { sql, limits } = context;
  const size = Math.min(limit, limits.listPage);
  const place = { office, box, waiting, size, after: after === undefined ? 0 : readCursor(after) };
  let page = await readPage(sql, place);
  if (box === "received" && page.due) {
    await markOffered(context, office, await dueOn(sql, place));
    page = await readPage(sql, place);
  }
  const next = page.last === undefined ? null : writeCursor(page.last);
  return new JsonText([
    Buffer.from('{"messages":['),
    page.messages,
    Buffer.from(`],"next":${JSON.stringify(next)}}`),
  ]);
}

interface Page {
  /** JSON, with commas between. */
  readonly messages: Uint8Array;
  /** The number of the last, if more follow it. */
  readonly last: number | undefined;
  /** Whether some were not offered to their receiver yet. */
  readonly due: boolean;
}

/** The database makes the JSON: of thousands of rows, in half the time that it would take here. */
async function readPage(sql: Sql, place: Place): Promise<Page> {
  const [[messages, last, due] = []] = await sql`
    select messages, case when exists (select 1 from messages m where ${isHere(sql, place)} and m.number > last) then last end,
           due
    from (
      select string_agg(message, ',') as messages, max(number) as last, bool_or(due) as due
      from (
        select m.number, ${isDue(sql)} as due, ${messageAsJson(sql, place.office)} as message
        from messages m
        join offices f on f.number = m.from_office
        join offices t on t.number = m.to_office
        where ${isHere(sql, place)}
        order by m.number limit ${place.size}
      ) as listed
    ) as page`.raw();
  return {
    messages: messages ?? new Uint8Array(),
    last: last ? Number(last) : undefined,
    due: due?.toString() === "t",
  };
}

/** Those of the page that were not offered to their receiver yet. */
async function dueOn(sql: Sql, place: Place): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from (
      select m.id, ${isDue(sql)} as due from messages m where ${isHere(sql, place)}
      order by m.number limit ${place.size}
    ) as page where due`;
  return rows.map(({ id }) => id);
}

type Fragment = PendingQuery<Row[]>;

function isHere(sql: Sql, { office, box, after, waiting }: Place): Fragment {
  return sql`
    ${box === "received" ? sql`m.to_office` : sql`m.from_office`} = ${office} and m.number > ${after}
    ${waiting ? sql`and m.opened_at is null and m.refused_at is null and m.cancelled_at is null and m.expired_at is null` : sql``}`;
}

function isDue(sql: Sql): Fragment {
  return sql`(m.offered_at is null and m.downloaded_at is null and m.cancelled_at is null and m.expired_at is null)`;
}

/** SQL: the text of a `Message` of the contract, as `messageFrom` makes it, told to one of its offices. */
function messageAsJson(sql: Sql, office: string): Fragment {
  const [first, ...others] = stationsInOrder;
  const station = others.reduce<Fragment>(
    (before, name) =>
      sql`case when ${timeOf(sql, name)} is null then ${before} else ${name}::text end`,
    sql`${first}::text`,
  );
  const later = others.map(
    (name) => sql`,
      case when ${timeOf(sql, name)} is not null then concat(',', ${stationAsJson(sql, name, office)}) end`,
  );
  return sql`
    concat(
      '{"id":"', m.id, '","from":{"number":"', m.from_office, '","name":', to_json(f.name),
      '},"to":{"number":"', m.to_office, '","name":', to_json(t.name), '},"size":', m.size,
      ',"sha256":"', m.sha256, '","station":"', ${station}, '","stations":[',
      ${stationAsJson(sql, first, office)}${later},
      '],"expiresAt":"', ${asInstant(sql, sql`m.expires_at`)}, '","refusal":', ${quoted(sql, sql`m.refusal`)}, '}'
    )`;
}

function stationAsJson(sql: Sql, station: Station, office: string): Fragment {
  const by = (member: keyof Mover): Fragment =>
    quoted(sql, sql`m.moved_by -> ${station}::text ->> ${member}::text`);
  const mover = movesAtSender.has(station) ? sql`m.from_office` : sql`m.to_office`;
  return sql`
    concat(
      '{"station":"', ${station}::text, '","at":"', ${asInstant(sql, timeOf(sql, station))},
      '","person":', case when ${mover} = ${office} then ${by("person")} else 'null' end,
      ',"certificate":', ${by("certificate")}, '}'
    )`;
}

const timeOf = (sql: Sql, station: Station): Fragment => sql`${sql(`m.${station}_at`)}`;

/** Of a word that JSON need not escape: an id, a serial number, a reason. */
const quoted = (sql: Sql, word: Fragment): Fragment =>
  sql`coalesce('"' || (${word}) || '"', 'null')`;

/** As `toISOString` gives it; connections have UTC as their time zone. */
const asInstant = (sql: Sql, time: Fragment): Fragment =>
  sql`to_char(${time}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

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
