import { randomUUID } from "node:crypto";
import helmet from "@fastify/helmet";
import rateLimit, { type FastifyRateLimitStoreCtor } from "@fastify/rate-limit";
import type { Door } from "@tsunagi/contract";
import { exchangeErrors, openApiDocument } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import { exchangeRoutes } from "@tsunagi/contract/exchange";
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from "fastify";
import type { Logger } from "pino";
import type { Meters } from "../meters/meters.ts";
import type { Handlers } from "./handlers.ts";
import { mountRoutes, type Services } from "./mount.ts";
import { answerProblems, answerUnroutable } from "./problems.ts";

/** What both doors are made of. */
export interface DoorParts {
  readonly handlers: Handlers<ExchangeRoutes>;
  readonly services: Services & { readonly meters: Meters };
  readonly log: Logger;
  /** Where requests are counted for the rate limit. */
  readonly counts: FastifyRateLimitStoreCtor;
}

const document = openApiDocument(exchangeRoutes, exchangeErrors, {
  title: "tsunagi",
  version: "1",
  description: "ケアプランデータ連携: センターとの取り決め",
});

/** A server with the contract's routes of one door; it does not listen yet. */
export async function makeDoor(
  name: Door,
  { handlers, services, log, counts }: DoorParts,
  options: FastifyServerOptions & { readonly https?: object | null },
): Promise<FastifyInstance> {
  const door = fastify({
    ...options,
    loggerInstance: log,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: "requestId",
    }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: "idle",
    requestTimeout: slowest.request,
    // A question for a certificate's status may stand in the address.
    routerOptions: { maxParamLength: 1000 },
    frameworkErrors: answerUnroutable,
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: false,
        allErrors: true,
      },
    },
  } as FastifyServerOptions) as unknown as FastifyInstance;

  door.server.headersTimeout = slowest.head;
  door.decorateRequest("problemCode");
  answerProblems(door);
  readBodies(door);
  logRequests(door, name, services.meters);
  await door.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    // The web door speaks plain HTTP to a proxy or to this computer.
    strictTransportSecurity: name === "exchange",
  });
  await door.register(rateLimit, { global: false, store: counts });
  mountRoutes(door, name, handlers, services);
  door.get("/v1/openapi.json", (_request, reply) => reply.send(document));
  return door;
}

/** How long a client may take to send a request, milliseconds. */
const slowest = { head: 15_000, request: 600_000 };

const self = ["'self'"];
const none = ["'none'"];
const contentSecurityPolicy = {
  defaultSrc: none,
  scriptSrc: self,
  styleSrc: self,
  imgSrc: ["'self'", "data:"],
  fontSrc: self,
  connectSrc: self,
  formAction: self,
  baseUri: none,
  frameAncestors: none,
};

function readBodies(door: FastifyInstance): void {
  door.removeContentTypeParser("text/plain");
  door.addContentTypeParser(
    [
      "application/pkcs7-mime",
      "application/pkcs7-signature",
      "application/octet-stream",
      "application/ocsp-request",
    ],
    { parseAs: "buffer" },
    (_request, body, done) => done(null, body),
  );
}

/** One line and one count a request: never an address with what was searched, a body, or a name. */
function logRequests(door: FastifyInstance, name: Door, meters: Meters): void {
  door.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  door.addHook("onResponse", async (request, reply) => {
    const { method, problemCode: code } = request;
    const route = request.routeOptions.url ?? "unknown";
    const { statusCode: status, elapsedTime } = reply;
    const milliseconds = Math.round(elapsedTime);
    request.log.info({ door: name, method, route, status, code, milliseconds }, "request");
    const userAgent = request.caller && (request.headers["user-agent"] ?? "");
    meters.answered({ door: name, method, route, status, seconds: elapsedTime / 1000, userAgent });
  });
}
