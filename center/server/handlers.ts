import type { Readable } from "node:stream";
import type { Auth, Input, Output, Route } from "@tsunagi/contract";

/** An office account that has logged in (portal, enrolment). */
export interface OfficeCaller {
  readonly office: { readonly number: string; readonly name: string };
  readonly officeId: string;
  readonly passwordChangeRequired: boolean;
  /** Asked for no code of the second factor: enrolment is all that it may do. */
  readonly enrolment: boolean;
  /** SHA-256 of the token, the session's name in the database. */
  readonly token: Uint8Array;
}

/** A corporation's account that has logged in: it sees how its offices stand, and can do nothing for them. */
export interface CorporationCaller {
  readonly corporation: { readonly number: string; readonly name: string };
  readonly passwordChangeRequired: boolean;
  /** SHA-256 of the token, the session's name in the database. */
  readonly token: Uint8Array;
}

/** A client with a valid certificate of an office. */
export interface CertificateCaller {
  readonly officeNumber: string;
  /** Of the certificate, SHA-256. */
  readonly fingerprint: string;
  readonly serial: string;
}

/** A person at an office's desk: certificate and both steps of the login. */
export interface SessionCaller extends CertificateCaller {
  readonly sessionId: number;
  readonly personId: string;
}

/** Who keeps the persons of an office: its own account, or a person with the role 管理者 at the desk. */
export type AdministratorCaller = OfficeCaller | SessionCaller;

interface Callers {
  readonly nobody: undefined;
  readonly office: OfficeCaller;
  readonly corporation: CorporationCaller;
  readonly administrator: AdministratorCaller;
  readonly certificate: CertificateCaller;
  readonly session: SessionCaller;
}
export type AnyCaller = Callers[Auth];

/** Bytes to answer with; their `size`, that of the whole, is announced before the first of them. */
export interface Bytes {
  readonly size: number;
  /** Where only a part was asked for: its first and last byte. */
  readonly part?: { readonly first: number; readonly last: number };
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: Uint8Array | Readable;
}

/** An answer that is made as JSON already, in parts. */
export class JsonText<Says> {
  readonly parts: readonly Uint8Array[];
  /** Only of the type. */
  declare readonly says: Says;

  constructor(parts: readonly Uint8Array[]) {
    this.parts = parts;
  }
}

type Events = { readonly answer: { readonly events: object } };

type AnswerOf<R extends Route> = R extends Events
  ? Readable
  : R extends { readonly answer: { readonly bytes: string } }
    ? Bytes
    : Output<R> | JsonText<Output<R>>;

/** One request as its handler sees it: parts already checked against the contract, and who asks. */
export type Call<R extends Route> = Input<R> & {
  readonly caller: Callers[R["auth"]];
} & (R extends Events
    ? { readonly lastEventId: string | undefined; readonly signal: AbortSignal }
    : unknown) &
  (R extends { readonly answer: { readonly ranges: true } }
    ? { readonly range: string | undefined }
    : unknown);

/** A function for each route. One that is missing, or answers another shape, is a type error. */
export type Handlers<Routes extends Readonly<Record<string, Route>>> = {
  readonly [K in keyof Routes]: (call: Call<Routes[K]>) => Promise<AnswerOf<Routes[K]>>;
};
