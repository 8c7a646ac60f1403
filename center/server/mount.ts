import { Readable } from "node:stream";
import type { Door, Route } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import { exchangeRoutes } from "@tsunagi/contract/exchange";
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  preValidationAsyncHookHandler,
} from "fastify";
import type { Limits } from "../config.ts";
import type { Sql } from "../database/pool.ts";
import { withinRequest } from "../database/request-name.ts";
import { Refusal } from "../errors.ts";
import type { Bell } from "../notices/bell.ts";
import type { Presence } from "../notices/presence.ts";
import type { Admission } from "./admission.ts";
import { type AnyCaller, type Bytes, type Handlers, JsonText } from "./handlers.ts";
import { identify } from "./identify.ts";
import type { FindPeer } from "./peers.ts";
import { wrongMediaType } from "./problems.ts";
import type { Rates } from "./rates.ts";
import { isStillIn, whileStillIn } from "./still-in.ts";
import { makeUploadBudget, type UploadBudget } from "./upload-budget.ts";
import { readQuery } from "./validation.ts";

/** What every route needs besides its handler. */
export interface Services {
  readonly sql: Sql;
  readonly findPeer: FindPeer;
  readonly clock: () => Date;
  readonly limits: Limits;
  readonly passwordDays: number;
  /** Aborted when the centre is about to end. */
  readonly stopping: AbortSignal;
  /** Shared by both doors, as are the rates. */
  readonly admission: Admission;
  readonly rates: Rates;
  readonly presence: Presence;
  readonly bell: Bell;
}

/** A handler as the glue calls it; the contract's types have been checked where the table was made. */
type AnyHandler = (call: object) => Promise<unknown>;

/** Puts the contract's routes of one door on its server, each with its checks and its handler. */
export function mountRoutes(
  door: FastifyInstance,
  name: Door,
  handlers: Handlers<ExchangeRoutes>,
  services: Services,
): void {
  door.decorateRequest("caller");
  door.decorateRequest("callerAsOf", 0);
  const routes: [string, Route][] = Object.entries(exchangeRoutes);
  const here = routes.filter(([, route]) => route.doors.includes(name));
  const uploads = makeUploadBudget(services.limits.directBytes);
  for (const [key, route] of here) {
    const handler = handlers[key as keyof ExchangeRoutes] as AnyHandler;
    mountRoute(door, route, handler, services, uploads);
  }
  refuseOtherMethods(
    door,
    here.map(([, route]) => route),
  );
}

function mountRoute(
  door: FastifyInstance,
  route: Route,
  handler: AnyHandler,
  services: Services,
  uploads: UploadBudget,
): void {
  const { params, query, headers, body } = route;
  door.route({
    method: route.method,
    url: urlOf(route),
    bodyLimit: bodyLimitOf(route, services.limits),
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(headers && { headers }),
      ...(body && "json" in body && { body: body.json }),
    },
    ...(guardsPassword(route) && { config: { rateLimit: loginRate(services.limits) } }),
    onRequest: async (request, reply) => {
      if (services.stopping.aborted)
        throw new Refusal("service-unavailable", { retryAfterSeconds: 5 });
      if (route.auth === "nobody") services.rates.ofAddress(request.ip);
      if (route.rate === "form") services.rates.ofForms(request.ip);
      const now = services.clock();
      request.caller = await identify(route.auth, request, { ...services, now });
      request.callerAsOf = now.getTime();
      if (request.caller) services.rates.ofOffice(numberOf(request.caller));
      if (request.caller && "fingerprint" in request.caller) {
        services.presence.seen(request.caller.officeNumber);
      }
      requireOwnPassword(route, request.caller);
      requireCodeGiven(route, request.caller);
      if (takesSealedBytes(route)) uploads.reserve(request, reply);
    },
    preValidation: [checkForm(route), (request) => requireStillIn(services, request)],
    // After the body, whose coming belongs to the connection and not to the request.
    preHandler: (request, _reply, done) => withinRequest(request.id, done),
    errorHandler: tooLargeFor(route),
    handler: (request, reply) => answer(route, handler, services, request, reply),
  });
}

/** A provisional password opens nothing but its own change; the contract says where it would matter. */
function requireOwnPassword(route: Route, caller: AnyCaller): void {
  const refused = route.errors.includes("password-change-required");
  if (refused && caller && "passwordChangeRequired" in caller && caller.passwordChangeRequired) {
    throw new Refusal("password-change-required");
  }
}

/** A login for enrolment was asked for no code of the second factor: it opens nothing else. */
function requireCodeGiven(route: Route, caller: AnyCaller): void {
  if (caller && "enrolment" in caller && caller.enrolment && !route.enrolment) {
    throw new Refusal("code-required");
  }
}

/** A body that takes longer to come in may outlast its sender's login. */
const slowBodyMilliseconds = 1000;

async function requireStillIn(
  services: Services,
  { caller, callerAsOf }: FastifyRequest,
): Promise<void> {
  if (services.clock().getTime() - callerAsOf < slowBodyMilliseconds) return;
  if (!caller || !("sessionId" in caller) || (await isStillIn(services, caller))) return;
  throw new Refusal("session-expired");
}

function checkForm(route: Route): preValidationAsyncHookHandler {
  return async (request) => {
    if (route.query) {
      request.query = readQuery(request.query as Record<string, unknown>, route.query.properties);
    }
    if (!route.body) return;
    const bytes = "bytes" in route.body;
    if (bytes !== Buffer.isBuffer(request.body)) {
      throw new Refusal("request-invalid", { status: 415, errors: [wrongMediaType] });
    }
  };
}

/** As much of a message that is too large is let come in, unread. */
const mostDrained = 64 * 1024 * 1024;

/** The routes of sealed bytes have codes of their own for what is too large. */
function tooLargeFor(
  route: Route,
): (error: Error & { code?: string }, request: FastifyRequest, reply: FastifyReply) => never {
  return (error, { headers }, reply) => {
    if (error.code !== "FST_ERR_CTP_BODY_TOO_LARGE" || !takesSealedBytes(route)) throw error;
    // A connection that is closed while the client still writes loses the answer on its way.
    if (Number(headers["content-length"]) <= mostDrained) reply.removeHeader("connection");
    throw new Refusal(takesChunks(route) ? "chunk-wrong" : "message-too-large");
  };
}

function bodyLimitOf(route: Route, limits: Limits): number {
  if (takesChunks(route)) return limits.chunkBytes;
  if (!takesSealedBytes(route)) return limits.jsonBytes;
  return Math.min(limits.directBytes, limits.messageBytes);
}

function takesSealedBytes(route: Route): boolean {
  return takesChunks(route) || (hasBytes(route) && route.errors.includes("message-too-large"));
}

function takesChunks(route: Route): boolean {
  return hasBytes(route) && route.errors.includes("chunk-wrong");
}

function hasBytes({ body }: Route): boolean {
  return body !== undefined && "bytes" in body;
}

async function answer(
  route: Route,
  handler: AnyHandler,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { stopping, admission } = services;
  const { params, query, headers, body, caller } = request;
  const call = { params, query, headers, body, caller };
  reply.header("cache-control", "no-store");
  if ("events" in route.answer) {
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    const lastEventId = headers["last-event-id"];
    const signal = AbortSignal.any([gone.signal, stopping]);
    const events = await handler({ ...call, lastEventId, signal });
    reply.header("content-type", "text/event-stream; charset=utf-8");
    return reply.send(events);
  }
  const range = "ranges" in route.answer ? headers.range : undefined;
  const answered = await inTurn(admission, caller, () => handler({ ...call, range }));
  reply.code(route.answer.status);
  if ("bytes" in route.answer) {
    const bytes = answered as Bytes;
    return sendBytes(
      reply.type(route.answer.bytes),
      caller ? guarded(services, caller, bytes) : bytes,
    );
  }
  if (answered instanceof JsonText) {
    return reply.type("application/json; charset=utf-8").send(Buffer.concat(answered.parts));
  }
  return reply.send("json" in route.answer ? answered : undefined);
}

/** A stream of events waits for no turn and takes no place: it has the limit of its own kind. */
async function inTurn(
  admission: Admission,
  caller: AnyCaller,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const leave = caller && (await admission.enter(numberOf(caller)));
  try {
    return await work();
  } finally {
    leave?.();
  }
}

/** Of who asks: an office's has ten characters, a corporation's thirteen. */
function numberOf(caller: NonNullable<AnyCaller>): string {
  if ("corporation" in caller) return caller.corporation.number;
  return "office" in caller ? caller.office.number : caller.officeNumber;
}

/** What is handed out piece by piece ends with the login that asked for it. */
function guarded(services: Services, caller: NonNullable<AnyCaller>, bytes: Bytes): Bytes {
  const { content } = bytes;
  if (!("sessionId" in caller) || !(content instanceof Readable)) return bytes;
  const pieces = whileStillIn(services, caller, content);
  return { ...bytes, content: Readable.from(pieces, { objectMode: false }) };
}

function sendBytes(reply: FastifyReply, { size, part, headers, content }: Bytes): FastifyReply {
  reply.headers({ ...headers, "accept-ranges": "bytes" });
  if (!part) return reply.header("content-length", size).send(content);
  const { first, last } = part;
  reply.code(206).headers({
    "content-range": `bytes ${first}-${last}/${size}`,
    "content-length": last - first + 1,
  });
  return reply.send(content);
}

/** Fastify's form of a path: `{name}` is `:name`. */
function urlOf({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

function guardsPassword({ errors }: Route): boolean {
  return errors.includes("login-wrong") || errors.includes("issue-password-wrong");
}

/** All forms that take a password count together, for each address. */
function loginRate(limits: Limits): object {
  return {
    max: limits.loginRequestsPerMinute,
    timeWindow: 60_000,
    groupId: "login",
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { readonly ttl: number }) =>
      new Refusal("too-many-requests", { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  };
}

const methods = ["GET", "POST", "PUT", "DELETE", "PATCH"] as const;

function refuseOtherMethods(door: FastifyInstance, routes: readonly Route[]): void {
  for (const [url, group] of Map.groupBy(routes, urlOf)) {
    const allowed = group.map(({ method }) => method as string);
    door.route({
      method: methods.filter((method) => !allowed.includes(method)),
      url,
      onRequest: async (_request, reply) => {
        reply.header("allow", allowed.join(", "));
        throw new Refusal("not-found", { status: 405 });
      },
      handler: () => undefined,
    });
  }
}

declare module "fastify" {
  interface FastifyRequest {
    caller: AnyCaller;
    /** When `caller` was found out, in milliseconds. */
    callerAsOf: number;
  }
}
