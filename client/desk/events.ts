import { PassThrough } from "node:stream";
import type { FastifyReply } from "fastify";
import type { Engine } from "../engine/engine.ts";

/** The stream that tells open pages what has changed. */
export interface EventFeed {
  open(reply: FastifyReply): FastifyReply;
  close(): void;
}

/** Browsers and what stands between say nothing of a dead connection; a comment now and then finds it out. */
const heartbeatMs = 20_000;

export function createEventFeed(engine: Engine): EventFeed {
  const streams = new Set<PassThrough>();
  const write = (text: string) => {
    for (const stream of streams) stream.write(text);
  };
  const stop = engine.on("changed", (what) =>
    write(`event: changed\ndata: ${JSON.stringify({ what })}\n\n`),
  );
  const heartbeat = setInterval(() => write(": \n\n"), heartbeatMs);
  heartbeat.unref();
  return {
    open(reply) {
      const stream = new PassThrough();
      streams.add(stream);
      reply.raw.once("close", () => {
        streams.delete(stream);
        stream.destroy();
      });
      stream.write("retry: 1000\n\n");
      return reply.type("text/event-stream; charset=utf-8").send(stream);
    },
    close() {
      stop();
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
    },
  };
}
