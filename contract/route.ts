import type { Static, TObject, TSchema } from "typebox";
import type { ErrorCode } from "./errors.ts";

/**
 * Who may call a route.
 * - `nobody`: anyone.
 * - `office`: an office account (事業所ユーザ, KJ…) that has logged in; no client certificate.
 * - `corporation`: a corporation's account (法人ユーザ, HJ…) that has logged in; no client certificate.
 * - `administrator`: the office account, as above; or a person with the role 管理者 who has logged in as for `session`.
 * - `certificate`: the TLS client certificate of an office, no login.
 * - `session`: the certificate and, on top of it, the two-step login of person and office.
 */
export type Auth =
  | "nobody"
  | "office"
  | "corporation"
  | "administrator"
  | "certificate"
  | "session";

/** The port a route is served on: `exchange` asks for client certificates, `web` does not. */
export type Door = "exchange" | "web";

/** A body: JSON of a schema, which may say for itself how large it may be, or bytes of a media type. */
export type Body =
  | { readonly json: TSchema; readonly mostBytes?: number }
  | { readonly bytes: string };

/**
 * What a route answers when all is well. `events` is a stream of server-sent events, by name. With `ranges` a part may
 * be asked for (RFC 9110 section 14), which is answered with 206.
 */
export type Answer =
  | { readonly status: 200 | 201; readonly json: TSchema }
  | { readonly status: 200; readonly bytes: string; readonly ranges?: true }
  | { readonly status: 200; readonly events: Readonly<Record<string, TSchema>> }
  | { readonly status: 204 };

/**
 * One route of an API, from which validation, types, the HTTP client and the OpenAPI document all come.
 * `path` names its parameters in braces, as OpenAPI does. `E` is the table of error codes the API uses.
 */
export interface Route<E extends string = string> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: `/${string}`;
  readonly summary: string;
  readonly subject: string;
  readonly auth: Auth;
  readonly doors: readonly Door[];
  readonly params?: TObject;
  readonly query?: TObject;
  readonly headers?: TObject;
  readonly body?: Body;
  readonly answer: Answer;
  /** `form`: of one address fewer requests are taken than of other routes, together with the other forms. */
  readonly rate?: "form";
  /** Open also to a login for enrolment, which was asked for no code. */
  readonly enrolment?: true;
  readonly errors: readonly E[];
}

/** Declares a route of the exchange; the type of each part stays exact. */
export function defineRoute<const R extends Route<ErrorCode>>(route: R): R {
  return route;
}

type PartOf<R, K extends string> = R extends { readonly [P in K]: infer S extends TSchema }
  ? { readonly [P in K]: Static<S> }
  : unknown;

type BodyOf<R> = R extends { readonly body: { readonly json: infer S extends TSchema } }
  ? { readonly body: Static<S> }
  : R extends { readonly body: { readonly bytes: string } }
    ? { readonly body: Uint8Array }
    : unknown;

/** What a caller gives to a route: `params`, `query`, `headers`, `body`, as far as the route has them. */
export type Input<R> = PartOf<R, "params"> & PartOf<R, "query"> & PartOf<R, "headers"> & BodyOf<R>;

/** What a route gives back: the JSON, the bytes, or nothing. */
export type Output<R> = R extends { readonly answer: { readonly json: infer S extends TSchema } }
  ? Static<S>
  : R extends { readonly answer: { readonly bytes: string } }
    ? Uint8Array
    : undefined;

type Callable<Routes> = {
  [K in keyof Routes]: Routes[K] extends { readonly answer: { readonly events: object } }
    ? never
    : K;
}[keyof Routes];

/** One function a route; streams of events are not among them. */
export type Caller<Routes> = {
  readonly [K in Callable<Routes>]: unknown extends Input<Routes[K]>
    ? (input?: undefined, options?: CallOptions) => Promise<Output<Routes[K]>>
    : (input: Input<Routes[K]>, options?: CallOptions) => Promise<Output<Routes[K]>>;
};

/** What may go with any call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Of a route with `ranges`: asks for these bytes only, from 0, both ends included. */
  readonly range?: { readonly first: number; readonly last: number };
}
