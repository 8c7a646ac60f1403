import type { Problem } from "@tsunagi/contract";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import { ClientError, type Explanation, explain, explanationOf } from "../errors.ts";

/** Answers whatever goes wrong as a problem document (RFC 9457), with the codes of exchange and sealing as they are. */
export function answerProblems(server: FastifyInstance, report: (error: unknown) => void): void {
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const explanation = explainRequest(error) ?? explain(error);
    if (explanation.code === "internal") report(error);
    return sendProblem(reply, explanation);
  });
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, explanationOf("not-found")));
}

function sendProblem(reply: FastifyReply, explanation: Explanation): FastifyReply {
  const { code, messageJa, status, errors, retryAfterSeconds } = explanation;
  const problem: Problem = {
    type: `urn:tsunagi:problem:${code}`,
    code,
    title: messageJa,
    status,
    ...(errors && { errors: [...errors] }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return reply
    .code(status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(JSON.stringify(problem));
}

/** What is wrong with the request itself, before any handler saw it. */
function explainRequest(error: FastifyError): Explanation | undefined {
  if (error instanceof ClientError) return undefined;
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return explanationOf("file-too-large");
  if (error.validation) {
    const errors = error.validation.map(({ instancePath, params }) => ({
      path: `${instancePath}/${memberOf(params)}`,
      message: "入力の内容が正しくありません",
    }));
    return { ...explanationOf("request-invalid"), errors };
  }
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 && error.code?.startsWith("FST_")
    ? explanationOf("request-invalid")
    : undefined;
}

function memberOf(params: Readonly<Record<string, unknown>>): string {
  const member = params["missingProperty"] ?? params["additionalProperty"];
  return typeof member === "string" ? member : "";
}
