import type { MessageEvent } from "@tsunagi/contract/exchange";
import { isAwaiting } from "../enrolment/awaited.ts";
import { explain } from "../errors.ts";
import { readEvents } from "../exchange/event-stream.ts";
import type { Inbox } from "../inbox/inbox.ts";
import { noteTakenBack } from "../inbox/refuse.ts";
import type { Office } from "../office.ts";
import { type RetryTimes, waitAfter } from "../outbox/back-off.ts";
import { followOne } from "../outbox/follow.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Session } from "../session/session.ts";
import { type Alarm, createAlarm } from "./alarm.ts";
import type { Tasks } from "./tasks.ts";

export interface WatchParts {
  readonly office: Office;
  readonly session: Session;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly times: RetryTimes;
  /** Asks the centre for everything that push would have told. */
  readonly catchUp: () => Promise<void>;
  /** Asks for the certificate that waits for the operator's approval. */
  readonly collect: () => Promise<void>;
  readonly tasks: Tasks;
  readonly signal: AbortSignal;
}

/** The app's own work beside the person at the desk. */
export interface Watch {
  /** Something new lies in the outbox, somebody logged in, or a certificate was asked for. */
  wake(): void;
  /** Resolves when all of it has ended, after the signal. */
  readonly ended: Promise<void>;
}

/**
 * From now on takes what lies in the outbox to the centre, and takes in what arrives: told by push where the stream of
 * events stands, and by asking from time to time where it does not.
 */
export function startWatch(parts: WatchParts): Watch {
  const outboxAlarm = createAlarm();
  const eventAlarm = createAlarm();
  const certificateAlarm = createAlarm();
  const ended = Promise.all([
    sendOn(parts, outboxAlarm),
    listen(parts, eventAlarm),
    collect(parts, certificateAlarm),
  ]);
  return {
    wake() {
      outboxAlarm.ring();
      eventAlarm.ring();
      certificateAlarm.ring();
    },
    ended: ended.then(() => undefined),
  };
}

async function sendOn(parts: WatchParts, alarm: Alarm) {
  const { office, session, outbox, times, signal } = parts;
  while (!signal.aborted) {
    if (isLoggedIn(session)) await quietly(parts, () => outbox.run("due"));
    const next = isLoggedIn(session) ? outbox.nextDue() : undefined;
    const ms = next && Math.max(times.firstMs, next.getTime() - office.now().getTime());
    await alarm.wait(ms, signal);
  }
}

async function listen(parts: WatchParts, alarm: Alarm): Promise<void> {
  const { session, times, signal } = parts;
  let failures = 0;
  let lastEventId: string | undefined;
  while (!signal.aborted) {
    if (!isLoggedIn(session)) {
      await alarm.wait(undefined, signal);
      continue;
    }
    await quietly(parts, async () => {
      const { connection, token } = await session.openLine();
      await readEvents(connection, {
        token,
        lastEventId,
        signal,
        onOpen() {
          failures = 0;
          parts.tasks.begin(() => quietly(parts, parts.catchUp));
        },
        onEvent(event, id) {
          lastEventId = id ?? lastEventId;
          parts.tasks.begin(() => quietly(parts, () => heed(parts, event)));
        },
      });
    });
    if (signal.aborted) return;
    failures += 1;
    // Without the stream: ask, at most as often as the poll.
    await quietly(parts, parts.catchUp);
    await alarm.wait(Math.min(times.pollMs, waitAfter(failures, times)), signal);
  }
}

/** As long as a certificate is awaited, asks for it. */
async function collect(parts: WatchParts, alarm: Alarm): Promise<void> {
  const { office, times, signal } = parts;
  while (!signal.aborted) {
    if (isAwaiting(office)) await quietly(parts, parts.collect);
    await alarm.wait(isAwaiting(office) ? times.pollMs : undefined, signal);
  }
}

async function heed({ office, session, inbox }: WatchParts, event: MessageEvent): Promise<void> {
  if (event.box === "sent") return followOne(office, session, event.id);
  if (event.station === "expired") return;
  if (event.station === "cancelled") return noteTakenBack(office, event.id, event.at);
  if (event.station === "accepted" || event.station === "offered") await inbox.run();
}

/** Does what may fail for reasons of the way or of a full disk: those are no news, the work is done at the next occasion. */
async function quietly(
  { office, signal }: WatchParts,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (explain(error).code === "internal" && !signal.aborted) office.report(error);
  }
}

function isLoggedIn(session: Session): boolean {
  return session.step().step === "done";
}
