import { CallError, limits } from "@tsunagi/contract";
import type { Message } from "@tsunagi/contract/exchange";
import { explain } from "../errors.ts";
import { inParallel, smallOnesTogether } from "../in-parallel.ts";
import type { Office } from "../office.ts";
import { judge } from "../outbox/outcome.ts";
import type { Session } from "../session/session.ts";
import { confirm } from "./confirm.ts";
import { dropDownloads } from "./download.ts";
import { receiveMessage } from "./receive-message.ts";
import { findReceived, noteTrouble, unconfirmed } from "./received.ts";

const receiptsAtOnce = 6;

/** Takes in what waits at the centre. */
export interface Inbox {
  /**
   * Takes in every waiting message, several at a time, each by itself from the download to the disk to the receipt. A
   * message that makes trouble does not hold up the others. Calls at the same time share one run.
   * @returns ids of the messages that were delivered
   * @throws CallError, ClientError when the centre cannot be asked
   */
  run(): Promise<string[]>;
}

export function createInbox(office: Office, session: Session, isClosing: () => boolean): Inbox {
  let running: Promise<string[]> | undefined;
  let next: Promise<string[]> | undefined;

  async function runAll(): Promise<string[]> {
    await inParallel(unconfirmed(office.store), receiptsAtOnce, ({ id }) =>
      each(id, async () => {
        await confirm(office, session, id);
        office.changes.tell("received");
      }),
    );
    const delivered: string[] = [];
    const waiting = await waitingMessages(session);
    dropDownloads(office.store, waiting);
    const takeNext = async (message: Message): Promise<void> => {
      if (isClosing()) return;
      await each(message.id, async () => {
        if (await take(message)) delivered.push(message.id);
      });
    };
    await smallOnesTogether(waiting, ({ size }) => size, takeNext);
    return delivered;
  }

  async function take(message: Message): Promise<boolean> {
    const known = findReceived(office.store, message.id);
    const isNew = known === undefined || known.work === "postponed";
    const outcome = isNew ? await receiveMessage(office, session, message) : undefined;
    if (isNew) office.changes.tell("received");
    await confirm(office, session, message.id);
    if (isNew) office.changes.tell("received");
    return outcome === "delivered";
  }

  /** Does one message's part; only what would befall the others too ends the run. */
  async function each(id: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof CallError && error.code === "message-cancelled") return;
      const explanation = explain(error);
      if (explanation.code !== "internal" && judge(explanation) !== "final") throw error;
      office.report(error);
      noteTrouble(office.store, id, explanation);
      office.changes.tell("received");
    }
  }

  function run(): Promise<string[]> {
    if (running === undefined) {
      running = runAll().finally(() => {
        running = undefined;
      });
      return running;
    }
    // What arrived after the run under way had asked for its list is found by one more.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return run();
      });
    return next;
  }

  return { run };
}

async function waitingMessages(session: Session): Promise<Message[]> {
  const all: Message[] = [];
  let after: string | undefined;
  do {
    const query = {
      box: "received",
      waiting: true,
      limit: limits.listPage,
      ...(after !== undefined && { after }),
    } as const;
    const page = await session.authorized((call) => call.listMessages({ query }));
    all.push(...page.messages);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
}
