import fastify, { type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import type { Meters } from "./meters.ts";

/** The operator's door: `GET /metrics` and nothing else. It listens where the operator's Prometheus can reach it. */
export function makeMetricsDoor(meters: Meters, log: Logger): FastifyInstance {
  const door = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  door.get("/metrics", async (_request, reply) => {
    const { text, mediaType } = await meters.expose();
    return reply.type(mediaType).send(text);
  });
  return door;
}
