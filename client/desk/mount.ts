import { Readable } from "node:stream";
import type { Route } from "@tsunagi/contract";
import { type DeskRoutes, deskRoutes } from "@tsunagi/contract/desk";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ClientError } from "../errors.ts";
import type { Admission } from "./admission.ts";
import type { EventFeed } from "./events.ts";
import type { Handlers } from "./handlers.ts";

/** What every route needs besides its handler. */
export interface MountParts {
  readonly handlers: Omit<Handlers<DeskRoutes>, "start">;
  readonly admission: Admission;
  readonly events: EventFeed;
  /** Name of the cookie; two desks on one machine have two, for browsers do not tell ports apart. */
  readonly cookieName: () => string;
}

/** A handler as the glue calls it; the contract's types have been checked where the table was made. */
type AnyHandler = (call: object) => Promise<unknown>;

const jsonBytes = 256 * 1024;

/** Puts the routes of the contract on the server, each with its checks. */
export function mountRoutes(server: FastifyInstance, parts: MountParts): void {
  // Handed on as it comes: the tray counts, and puts what is large on disk.
  server.addContentTypeParser("application/octet-stream", (_request, body, done) =>
    done(null, body),
  );
  const handlers: Readonly<Record<string, AnyHandler>> = parts.handlers as never;
  for (const [name, route] of Object.entries(deskRoutes) as [string, Route][]) {
    mountRoute(server, parts, name, route, handlers[name]);
  }
}

function mountRoute(
  server: FastifyInstance,
  parts: MountParts,
  name: string,
  route: Route,
  handler: AnyHandler | undefined,
): void {
  const { params, query, body } = route;
  server.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ":$1"),
    bodyLimit: (body !== undefined && "mostBytes" in body && body.mostBytes) || jsonBytes,
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && "json" in body && { body: body.json }),
    },
    onRequest: async (request) => {
      parts.admission.checkPlace(request);
      if (name !== "start") parts.admission.checkCookie(request.cookies[parts.cookieName()]);
    },
    preValidation: async (request) => {
      const wantsBytes = body !== undefined && "bytes" in body;
      // An empty file is a file too; what is wrong with it is for the tray to say.
      if (wantsBytes) request.body ??= Readable.from([]);
      if (wantsBytes !== request.body instanceof Readable) throw new ClientError("request-invalid");
    },
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      if (name === "start") return start(parts, request, reply);
      if ("events" in route.answer) return parts.events.open(reply);
      return answer(route, handler, request, reply);
    },
  });
}

function start(parts: MountParts, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { startToken } = request.body as { startToken: string };
  return reply
    .setCookie(parts.cookieName(), parts.admission.redeem(startToken), {
      path: "/api",
      httpOnly: true,
      sameSite: "strict",
    })
    .code(204)
    .send();
}

async function answer(
  route: Route,
  handler: AnyHandler | undefined,
  { params, query, body }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const answered = await handler?.({ params, query, body });
  reply.code(route.answer.status);
  if ("bytes" in route.answer) {
    // Saved, never shown: what came from elsewhere must not run as a page of ours.
    reply.header("content-disposition", "attachment");
    const pieces = answered as AsyncIterable<Uint8Array>;
    return reply.type(route.answer.bytes).send(Readable.from(pieces, { objectMode: false }));
  }
  return reply.send("json" in route.answer ? answered : undefined);
}
