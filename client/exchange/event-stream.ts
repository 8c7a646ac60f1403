import type { Problem } from "@tsunagi/contract";
import { CallError } from "@tsunagi/contract";
import { exchangeRoutes, type MessageEvent } from "@tsunagi/contract/exchange";
import { createParser } from "eventsource-parser";
import type { Connection } from "./connection.ts";

export interface EventStreamOptions {
  readonly token: string;
  /** Number of the last event seen; the centre goes on after it. */
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal;
  /** The stream stands: what happens from now on will be told. */
  readonly onOpen: () => void;
  readonly onEvent: (event: MessageEvent, id: string | undefined) => void;
}

/**
 * Reads the centre's server-sent events until the stream ends (which it does when the login ends or the centre stops).
 * @throws CallError when the stream cannot be opened or breaks off
 */
export async function readEvents(
  connection: Connection,
  options: EventStreamOptions,
): Promise<void> {
  try {
    const answer = await connection.stream(
      exchangeRoutes.events.path,
      {
        accept: "text/event-stream",
        authorization: `Bearer ${options.token}`,
        ...(options.lastEventId !== undefined && { "last-event-id": options.lastEventId }),
      },
      options.signal,
    );
    if (answer.status !== 200) throw await refusal(answer);
    options.onOpen();
    await readAll(answer.body, options);
  } catch (cause) {
    if (cause instanceof CallError) throw cause;
    throw new CallError("unreachable", "the stream of events broke off", { cause });
  }
}

async function readAll(
  body: AsyncIterable<Uint8Array> | null,
  options: EventStreamOptions,
): Promise<void> {
  const decoder = new TextDecoder();
  const parser = createParser({
    onEvent({ event, data, id }) {
      if (event === "message" || event === undefined) {
        options.onEvent(JSON.parse(data) as MessageEvent, id);
      }
    },
  });
  for await (const chunk of body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
}

async function refusal({ status, body }: Awaited<ReturnType<Connection["stream"]>>) {
  const parts: Uint8Array[] = [];
  for await (const chunk of body ?? []) parts.push(chunk);
  try {
    const problem = JSON.parse(Buffer.concat(parts).toString()) as Problem;
    return new CallError(problem.code, problem.title, { problem });
  } catch {
    return new CallError("answer-unexpected", `events answered ${status}`);
  }
}
