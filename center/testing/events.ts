import type { ClientRequest, IncomingMessage } from "node:http";
import { request } from "node:https";
import type { MessageEvent } from "@tsunagi/contract/exchange";
import type { CenterUnderTest } from "./center.ts";
import { tlsOptions } from "./https-fetch.ts";
import type { TestOffice } from "./offices.ts";

/** One block of a stream of server-sent events, as it came over the wire. */
export interface Block {
  readonly id?: string;
  readonly event?: string;
  readonly data?: MessageEvent;
  readonly comment: boolean;
}

/** A stream of events that a test reads block by block. */
export interface EventStream {
  /** @returns undefined when the stream has ended */
  next(): Promise<Block | undefined>;
  /** The next block with an event, past signs of life. */
  nextEvent(): Promise<Block | undefined>;
  close(): void;
}

export async function openEvents(
  center: CenterUnderTest,
  office: Pick<TestOffice, "client" | "accessToken">,
  lastEventId?: string,
): Promise<EventStream> {
  let sent: ClientRequest | undefined;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent = request(
      `${center.exchangeUrl}/v1/events`,
      {
        agent: false,
        ...tlsOptions({ authority: center.authorities.join("\n"), ...office.client }),
        headers: {
          authorization: `Bearer ${office.accessToken}`,
          ...(lastEventId !== undefined && { "last-event-id": lastEventId }),
        },
      },
      resolve,
    );
    sent.on("error", reject);
    sent.end();
  });
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  const blocks = blocksOf(response.setEncoding("utf8"));
  const next = async (): Promise<Block | undefined> => (await blocks.next()).value;
  return {
    next,
    async nextEvent() {
      for (;;) {
        const block = await next();
        if (!block || block.event !== undefined) return block;
      }
    },
    close: () => sent?.destroy(),
  };
}

async function* blocksOf(texts: AsyncIterable<string>): AsyncGenerator<Block, undefined> {
  let rest = "";
  try {
    for await (const text of texts) {
      const whole = (rest + text).split("\n\n");
      rest = whole.pop() ?? "";
      for (const block of whole) yield parse(block);
    }
  } catch {
    // The connection was cut: an end like any other.
  }
  return undefined;
}

function parse(block: string): Block {
  const lines = block.split("\n");
  const field = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const [id, event, data] = [field("id"), field("event"), field("data")];
  return {
    comment: block.startsWith(":"),
    ...(id !== undefined && { id }),
    ...(event !== undefined && { event }),
    ...(data !== undefined && { data: JSON.parse(data) as MessageEvent }),
  };
}
