import { Check } from "typebox/value";
import { Problem } from "./errors.ts";
import type { Auth, Caller, CallOptions, Route } from "./route.ts";

/** The part of `fetch` that a caller needs: the browser's, Node's, or undici's with a client certificate. */
export type FetchLike = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string | Uint8Array<ArrayBuffer>;
    signal?: AbortSignal;
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}>;

export interface CallerOptions {
  /** Scheme, host and port, without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch: FetchLike;
  /** The bearer token, asked for at each call that has a login. */
  readonly token?: () => string | undefined;
}

/**
 * A call that did not end well.
 * - the other side answered a problem: its `code` and `problem`;
 * - `unreachable`: no answer came (`cause` holds why); it is not known whether the call took effect;
 * - `answer-unexpected`: an answer came that the contract does not know.
 */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly code: string;
  readonly problem: Problem | undefined;

  constructor(code: string, message: string, options: { cause?: unknown; problem?: Problem } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.problem = options.problem;
  }
}

const partialContent = 206;

/** Whether who calls has logged in, and shows it. */
const takesToken: Readonly<Record<Auth, boolean>> = {
  nobody: false,
  office: true,
  corporation: true,
  administrator: true,
  certificate: false,
  session: true,
};

interface CallInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * One function a route. Each sends the request, checks the answer against the route's schema, and gives it back typed.
 * Throws `CallError` only.
 */
export function createCaller<Routes extends Readonly<Record<string, Route>>>(
  routes: Routes,
  options: CallerOptions,
): Caller<Routes> {
  const calls = Object.entries(routes).map(([name, route]) => [
    name,
    (input: CallInput = {}, call: CallOptions = {}) => callRoute(route, input, options, call),
  ]);
  return Object.fromEntries(calls) as Caller<Routes>;
}

async function callRoute(
  route: Route,
  input: CallInput,
  options: CallerOptions,
  call: CallOptions,
): Promise<unknown> {
  const { status, bytes } = await exchange(route, input, options, call);
  if (status >= 400) throw problemFrom(status, bytes);
  if (status !== (call.range === undefined ? route.answer.status : partialContent)) {
    throw new CallError("answer-unexpected", `${route.method} ${route.path} answered ${status}`);
  }
  if ("bytes" in route.answer) return bytes;
  if (!("json" in route.answer)) return undefined;
  const json = parseJson(bytes);
  if (!Check(route.answer.json, json)) {
    throw new CallError(
      "answer-unexpected",
      `${route.method} ${route.path} answered another shape`,
    );
  }
  return json;
}

async function exchange(
  route: Route,
  input: CallInput,
  options: CallerOptions,
  call: CallOptions,
): Promise<{ status: number; bytes: Uint8Array }> {
  const headers: Record<string, string> = { ...input.headers };
  const token = takesToken[route.auth] ? options.token?.() : undefined;
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (call.range) headers["range"] = `bytes=${call.range.first}-${call.range.last}`;
  const body = bodyFrom(route, input, headers);
  try {
    const response = await options.fetch(options.baseUrl + pathFrom(route, input), {
      method: route.method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(call.signal ? { signal: call.signal } : {}),
    });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    throw new CallError("unreachable", `${route.method} ${route.path}: no answer`, { cause });
  }
}

function pathFrom(route: Route, input: CallInput): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(input.params?.[name] ?? ""),
  );
  const query = Object.entries(input.query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}

function bodyFrom(
  route: Route,
  input: CallInput,
  headers: Record<string, string>,
): string | Uint8Array<ArrayBuffer> | undefined {
  if (route.body === undefined) return undefined;
  if ("bytes" in route.body) {
    headers["content-type"] = route.body.bytes;
    return input.body as Uint8Array<ArrayBuffer>;
  }
  headers["content-type"] = "application/json";
  return JSON.stringify(input.body);
}

function problemFrom(status: number, bytes: Uint8Array): CallError {
  const json = parseJson(bytes);
  if (!Check(Problem, json)) {
    return new CallError("answer-unexpected", `status ${status} without a problem document`);
  }
  return new CallError(json.code, json.detail ?? json.title, { problem: json });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
