import { explain } from "../errors.ts";
import { smallOnesTogether } from "../in-parallel.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { filesOf } from "../store/message-files.ts";
import type { RetryTimes } from "./back-off.ts";
import { handOver } from "./hand-over.ts";
import { noteFailure } from "./outcome.ts";
import { type AskCertificates, askOnce } from "./receiver-certificates.ts";
import { retry } from "./retry.ts";
import { sealMessage } from "./seal-message.ts";
import { dueSent, findSent, heldSent, nextDue, type Sent } from "./sent.ts";

/** What lies in the outbox to be tried: `due`, `waiting` for its time or a login, or `held` for somebody to act. */
export type Reach = "due" | "waiting" | "held";

/** Takes what lies in the outbox to the centre. */
export interface Outbox {
  /**
   * Tries each message once, oldest first and several at a time; `reach` widens from what is due to what waits and what
   * is held. A failure stops its own message only, but for a login that has ended.
   * @returns the ids that the centre accepted. What failed is noted at the message; this does not throw for it
   */
  run(reach: Reach): Promise<string[]>;
  /** When the next message falls due. */
  nextDue(): Date | undefined;
  /** Runs `work` while no message is being sent. */
  quietly<T>(work: () => Promise<T> | T): Promise<T>;
}

export function createOutbox(
  office: Office,
  session: Session,
  times: RetryTimes,
  isClosing: () => boolean,
): Outbox {
  let tail: Promise<unknown> = Promise.resolve();

  /** One at a time: two runs must not send the same message. */
  function quietly<T>(work: () => Promise<T> | T): Promise<T> {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  }

  async function runAll(reach: Reach): Promise<string[]> {
    if (reach === "held") for (const { id } of heldSent(office.store)) retry(office, id);
    const accepted: string[] = [];
    const askCertificates = askOnce(office, session);
    let loggedOut = false;
    const tryNext = async (sent: Sent): Promise<void> => {
      if (isClosing() || loggedOut) return;
      const failure = await tryOnce(office, session, { sent, askCertificates, times });
      if (failure === undefined) accepted.push(sent.id);
      office.changes.tell("sent");
      // The others would fare alike.
      if (failure === "login") loggedOut = true;
    };
    await smallOnesTogether(dueSent(office, reach !== "due"), bytesOf(office), tryNext);
    return accepted;
  }

  return {
    quietly,
    run: (reach) => quietly(() => runAll(reach)),
    nextDue() {
      const at = nextDue(office.store);
      return at === undefined ? undefined : new Date(at);
    },
  };
}

function bytesOf({ store }: Office): (sent: Sent) => number {
  return ({ id }) => filesOf(store, id).reduce((sum, { size }) => sum + size, 0);
}

interface Try {
  readonly sent: Sent;
  readonly askCertificates: AskCertificates;
  readonly times: RetryTimes;
}

async function tryOnce(office: Office, session: Session, { sent, askCertificates, times }: Try) {
  try {
    if (sent.work === "made") await sealMessage(office, sent, askCertificates);
    const sealed = findSent(office.store, sent.id);
    if (sealed?.work === "sealed") await handOver(office, session, sealed);
    return undefined;
  } catch (error) {
    if (explain(error).code === "internal") office.report(error);
    return noteFailure(office, sent, error, times);
  }
}
