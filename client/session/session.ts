import { CallError, type Caller } from "@tsunagi/contract";
import type { ExchangeRoutes, PersonTicket, Session as Tokens } from "@tsunagi/contract/exchange";
import { endKeyInForce, identityOf, keyInForce } from "../enrolment/own-keys.ts";
import { ClientError } from "../errors.ts";
import { type Connection, openConnection } from "../exchange/connection.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import { forgetLogin, keepLogin, type PersonView, readLogin } from "./kept-login.ts";
import { byOwnClock } from "./own-clock.ts";

/** How far the two-step login has come. */
export type LoginStep =
  /** `loggedOut`: the last login was ended here, by its person. */
  | { readonly step: "person"; readonly loggedOut: boolean }
  | { readonly step: "office"; readonly person: PersonView }
  | { readonly step: "done"; readonly person: PersonView };

/** The login with the centre: access token in memory, refresh token in the store, renewed by itself for eight hours. */
export interface Session {
  step(): LoginStep;
  /** First step: a person (c…). With `newPassword` the password is changed first. */
  logInPerson(input: { personId: string; password: string; newPassword?: string }): Promise<void>;
  /** Second step: the office account (KJ…). */
  logInOffice(input: { officeId: string; password: string }): Promise<void>;
  logOut(): Promise<void>;
  /**
   * Makes calls as the person who is logged in; renews the token when it has run out.
   * @throws ClientError `not-enrolled`, `login-needed`; and what `work` throws
   */
  authorized<T>(work: (call: Caller<ExchangeRoutes>) => Promise<T>): Promise<T>;
  /** Line and token for a stream. Throws as `authorized` does. */
  openLine(): Promise<{ connection: Connection; token: string }>;
  /** Whether the centre answered when last asked. */
  online(): boolean;
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly centre: string;
  readonly authority: string;
  readonly silenceMs?: number | undefined;
}

/** Renewed this long before the end, so that a slow request does not run out on the way. */
const beforeEndMs = 60_000;

const endOfCertificate = new Set(["certificate-expired", "certificate-revoked"]);
const endOfLogin = new Set(["session-expired", "session-missing", "certificate-office-mismatch"]);

export function createSession(
  office: Office,
  { centre, authority, silenceMs }: SessionOptions,
): Session {
  let line: { connection: Connection; certificate: string } | undefined;
  let access: { token: string; expiresAt: string } | undefined;
  let ticket: PersonTicket | undefined;
  let renewal: Promise<void> | undefined;
  let reached = true;
  let loggedOut = false;

  function noteReached(now: boolean): void {
    if (reached === now) return;
    reached = now;
    office.changes.tell("state");
  }

  function connect(): Connection {
    const key = keyInForce(office);
    if (key === undefined) throw new ClientError("not-enrolled");
    if (line?.certificate !== key.certificate) {
      void line?.connection.close();
      const connection = openConnection({
        centre,
        authority,
        silenceMs,
        identity: identityOf(key),
        token: () => access?.token,
        onReached: noteReached,
      });
      line = { connection, certificate: key.certificate };
    }
    return line.connection;
  }

  /** Any call with the certificate: hears when the certificate has come to its end. */
  async function certified<T>(work: (call: Caller<ExchangeRoutes>) => Promise<T>): Promise<T> {
    const { call } = connect();
    try {
      return await work(call);
    } catch (error) {
      if (error instanceof CallError && endOfCertificate.has(error.code)) {
        endKeyInForce(office, error.code);
        endLogin();
      }
      throw error;
    }
  }

  function take(session: Tokens): void {
    const now = office.now();
    at("login-before-commit");
    const before = readLogin(office)?.person.role;
    // Before any of it is used: until then the centre takes the tokens it replaces again.
    keepLogin(office, session, byOwnClock(now, session.issuedAt, session.refreshExpiresAt));
    at("login-after-commit");
    access = {
      token: session.accessToken,
      expiresAt: byOwnClock(now, session.issuedAt, session.accessExpiresAt),
    };
    ticket = undefined;
    loggedOut = false;
    if (before !== undefined && before !== session.person.role) office.changes.tell("state");
  }

  function endLogin(): void {
    access = undefined;
    ticket = undefined;
    forgetLogin(office);
    office.changes.tell("state");
  }

  async function renew(): Promise<void> {
    const kept = readLogin(office);
    if (kept === undefined) {
      if (access !== undefined) endLogin();
      throw new ClientError("login-needed");
    }
    try {
      const { refreshToken } = kept;
      take(await certified((call) => call.refreshSession({ body: { refreshToken } })));
    } catch (error) {
      throw loginLost(error);
    }
  }

  function loginLost(error: unknown): unknown {
    if (!(error instanceof CallError) || !endOfLogin.has(error.code)) return error;
    endLogin();
    return new ClientError("login-needed", { cause: error });
  }

  async function haveToken(): Promise<string> {
    connect();
    const soon = new Date(office.now().getTime() + beforeEndMs).toISOString();
    if (access === undefined || access.expiresAt <= soon) {
      // Refreshing replaces the token: two at once would end the login.
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      await renewal;
    }
    if (access === undefined) throw new ClientError("login-needed");
    return access.token;
  }

  async function authorized<T>(work: (call: Caller<ExchangeRoutes>) => Promise<T>): Promise<T> {
    const token = await haveToken();
    try {
      return await certified(work);
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== "session-expired") throw loginLost(error);
      if (access?.token === token) access = undefined;
      await haveToken();
      try {
        return await certified(work);
      } catch (again) {
        throw loginLost(again);
      }
    }
  }

  return {
    step() {
      const kept = readLogin(office);
      if (kept !== undefined) return { step: "done", person: kept.person };
      if (ticket !== undefined && ticket.expiresAt > office.now().toISOString()) {
        return { step: "office", person: ticket.person };
      }
      return { step: "person", loggedOut };
    },
    async logInPerson({ personId, password, newPassword }) {
      if (newPassword !== undefined) {
        await certified((call) =>
          call.changePersonPassword({ body: { personId, currentPassword: password, newPassword } }),
        );
      }
      const body = { personId, password: newPassword ?? password };
      const given = await certified((call) => call.logInPerson({ body }));
      const expiresAt = byOwnClock(office.now(), given.issuedAt, given.expiresAt);
      ticket = { ...given, expiresAt };
      office.changes.tell("state");
    },
    async logInOffice({ officeId, password }) {
      if (ticket === undefined || ticket.expiresAt <= office.now().toISOString()) {
        throw new ClientError("ticket-expired");
      }
      const body = { ticket: ticket.ticket, officeId, password };
      try {
        take(await certified((call) => call.logIn({ body })));
      } catch (error) {
        if (error instanceof CallError && error.code === "session-expired") {
          ticket = undefined;
          throw new ClientError("ticket-expired", { cause: error });
        }
        throw error;
      }
      office.changes.tell("state");
    },
    async logOut() {
      loggedOut = true;
      try {
        if (access !== undefined || readLogin(office) !== undefined) {
          await authorized((call) => call.logOut());
        }
      } catch (error) {
        // The centre ends the login by itself after eight hours.
        if (!(error instanceof CallError) && !(error instanceof ClientError)) throw error;
      }
      endLogin();
    },
    authorized,
    async openLine() {
      const token = await haveToken();
      return { connection: connect(), token };
    },
    online: () => reached,
    async close() {
      await line?.connection.close();
    },
  };
}
