import { Readable } from "node:stream";
import type { MessageEvent, mailboxRoutes } from "@tsunagi/contract/exchange";
import type { Context } from "../context.ts";
import { isUnavailable, type Sql } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { markOffered } from "../mailbox/stations.ts";
import type { Handlers, SessionCaller } from "../server/handlers.ts";
import { isStillIn } from "../server/still-in.ts";
import { listenFor, type RingListener } from "./ring.ts";

/** Streams that one office may hold open at a time. */
const streamsPerOffice = 50;
const eventsAtOnce = 200;
/** A ring may be lost with a process, and a login ends without one: every so many signs of life a stream looks. */
const signsPerLook = 6;
/** What a client waits before it comes again. */
const reconnectMilliseconds = 3000;

/** 知らせ: what happens to an office's messages, as server-sent events that can be resumed where they broke off. */
export function eventHandlers(context: Context): Handlers<Pick<typeof mailboxRoutes, "events">> {
  const open = new Map<string, number>();
  return {
    async events({ caller, lastEventId, signal }) {
      const office = caller.officeNumber;
      const streams = open.get(office) ?? 0;
      if (streams >= streamsPerOffice) {
        throw new Refusal("too-many-requests", { retryAfterSeconds: 60 });
      }
      const after = await startAfter(context.sql, office, lastEventId);
      open.set(office, streams + 1);
      const closed = context.meters.streamOpened();
      const stream = Readable.from(tell(context, caller, after, signal), { objectMode: false });
      stream.once("close", () => {
        closed();
        const left = (open.get(office) ?? 1) - 1;
        if (left === 0) open.delete(office);
        else open.set(office, left);
      });
      return stream;
    },
  };
}

/** Without a Last-Event-ID the stream begins with what comes from now on. */
async function startAfter(
  sql: Sql,
  office: string,
  lastEventId: string | undefined,
): Promise<number> {
  if (lastEventId !== undefined && lastEventId !== "") {
    if (/^[0-9]{1,15}$/.test(lastEventId)) return Number(lastEventId);
    const errors = [{ path: "/headers/last-event-id", message: "形式が正しくありません" }];
    throw new Refusal("request-invalid", { errors });
  }
  const [row] = await sql<[{ last: number }]>`
    select coalesce(max(number), 0) as last from events where office = ${office}`;
  return row.last;
}

async function* tell(
  context: Context,
  caller: SessionCaller,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const ring = listenFor(context.bell, caller.officeNumber, signal);
  let last = after;
  try {
    yield `retry: ${reconnectMilliseconds}\nid: ${last}\n\n`;
    while (!signal.aborted && (await isStillIn(context, caller))) {
      context.presence.seen(caller.officeNumber);
      const events = await eventsAfter(context.sql, caller.officeNumber, last);
      for (const { number, ...event } of events) {
        yield `id: ${number}\nevent: message\ndata: ${JSON.stringify(event)}\n\n`;
        last = number;
      }
      await markOffered(
        context,
        caller.officeNumber,
        events.filter(isArrival).map(({ id }) => id),
      );
      if (events.length === 0) yield* untilDue(ring, context.heartbeatMilliseconds);
    }
  } catch (error) {
    // The client comes again when the database is back, and goes on after the last event it has seen.
    if (!isUnavailable(error)) throw error;
  } finally {
    ring.stop();
  }
}

/** Signs of life until there is reason to look into the database: a ring, or that none has come for long. */
async function* untilDue(ring: RingListener, milliseconds: number): AsyncGenerator<string> {
  for (let signs = 0; signs < signsPerLook; signs += 1) {
    if (await ring.next(milliseconds)) return;
    yield ":\n\n";
  }
}

type NumberedEvent = MessageEvent & { readonly number: number };

async function eventsAfter(sql: Sql, office: string, last: number): Promise<NumberedEvent[]> {
  const rows = await sql<(Omit<NumberedEvent, "at"> & { readonly at: Date })[]>`
    select number, message_id as id, box, station, at from events
    where office = ${office} and number > ${last} order by number limit ${eventsAtOnce}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

function isArrival({ box, station }: MessageEvent): boolean {
  return box === "received" && station === "accepted";
}
