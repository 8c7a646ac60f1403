import { exchangeErrors, type Problem } from "@tsunagi/contract";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isUnavailable } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import { explain } from "./validation.ts";

/** Answers whatever goes wrong on a door as a problem document (RFC 9457). */
export function answerProblems(door: FastifyInstance): void {
  door.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalFrom(error);
    if (refusal.code === "internal" || refusal.code === "service-unavailable") {
      request.log.error({ err: error }, refusal.code);
    }
    return sendProblem(refusal, request, reply);
  });
  door.setNotFoundHandler((request, reply) =>
    sendProblem(new Refusal("not-found"), request, reply),
  );
}

/** What cannot be given to any route: an address that is no address. */
export function answerUnroutable(
  _error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void sendProblem(new Refusal("not-found"), request, reply);
}

function sendProblem(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, status, details } = refusal;
  const problem: Problem = {
    type: `urn:tsunagi:problem:${code}`,
    code,
    title: exchangeErrors[code].ja,
    status,
    requestId: request.id,
    ...(details.errors && { errors: [...details.errors] }),
    ...(details.retryAfterSeconds !== undefined && {
      retryAfterSeconds: details.retryAfterSeconds,
    }),
  };
  if (details.retryAfterSeconds !== undefined)
    reply.header("retry-after", details.retryAfterSeconds);
  if (status === 401) reply.header("www-authenticate", "Bearer");
  request.problemCode = code;
  return reply
    .code(status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
}

function refusalFrom(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (isUnavailable(error)) {
    return new Refusal("service-unavailable", { retryAfterSeconds: 5, cause: error });
  }
  if (error.validation) {
    return new Refusal("request-invalid", {
      errors: explain(error.validation, error.validationContext ?? ""),
    });
  }
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
    return new Refusal("request-invalid", { status: 413, errors: [tooLarge] });
  }
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
    return new Refusal("request-invalid", { status: 415, errors: [wrongMediaType] });
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Refusal("request-invalid", { errors: [unreadable], cause: error });
  }
  return new Refusal("internal", { cause: error });
}

const tooLarge = { path: "", message: "本文が大きすぎます" };
export const wrongMediaType = {
  path: "/content-type",
  message: "本文の種類 (Content-Type) が違います",
};
const unreadable = { path: "", message: "本文を読み取れません" };

declare module "fastify" {
  interface FastifyRequest {
    /** The code of the problem that was answered, for the log. */
    problemCode: string | undefined;
  }
}
