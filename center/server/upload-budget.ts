import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../errors.ts";

/** How many messages of the largest size are in memory at most. */
const largestAtOnce = 8;

/** Keeps the sealed messages that are being received, which are held in memory, within bounds. */
export interface UploadBudget {
  /** @throws Refusal `service-unavailable` when too much is under way; the client tries again */
  reserve(request: FastifyRequest, reply: FastifyReply): void;
}

export function makeUploadBudget(directBytes: number): UploadBudget {
  let free = directBytes * largestAtOnce;
  return {
    reserve(request, reply) {
      const announced = Number(request.headers["content-length"] ?? directBytes);
      const bytes = Math.min(announced, directBytes);
      if (bytes > free) throw new Refusal("service-unavailable", { retryAfterSeconds: 5 });
      free -= bytes;
      reply.raw.once("close", () => {
        free += bytes;
      });
    },
  };
}
