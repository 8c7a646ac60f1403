import { randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { ClientError } from "../errors.ts";

/** How long a start token waits to be used. */
const tokenLifeMs = 10 * 60_000;

/**
 * Who may talk to the desk's server. Other pages in the same browser, other programs' pages on this machine and names
 * that lead to 127.0.0.1 (DNS rebinding) are kept out by host, origin and cookie together.
 */
export interface Admission {
  /** A token for one start, good for ten minutes. */
  newToken(): string;
  /** Takes a start token and gives the value of the cookie for it. @throws ClientError `start-refused` */
  redeem(token: string): string;
  /** @throws ClientError `start-refused` unless host and, for what changes something, origin are this server's */
  checkPlace(request: FastifyRequest): void;
  /** @throws ClientError `start-refused` unless the page has been started */
  checkCookie(cookie: string | undefined): void;
}

/** @param origin of the server, as browsers write it: `http://127.0.0.1:PORT` */
export function createAdmission(origin: () => string, now: () => Date): Admission {
  const tokens = new Map<string, number>();
  const cookies: Buffer[] = [];
  return {
    newToken() {
      const token = secret();
      tokens.set(token, now().getTime() + tokenLifeMs);
      return token;
    },
    redeem(token) {
      const until = tokens.get(token);
      tokens.delete(token);
      if (until === undefined || until < now().getTime()) throw new ClientError("start-refused");
      const cookie = secret();
      cookies.push(Buffer.from(cookie));
      return cookie;
    },
    checkPlace({ headers, method }) {
      const host = new URL(origin()).host;
      if (headers.host !== host) throw new ClientError("start-refused", { detail: "host" });
      const reads = method === "GET" || method === "HEAD";
      const foreign = headers.origin !== undefined && headers.origin !== origin();
      if (foreign || (!reads && headers.origin === undefined)) {
        throw new ClientError("start-refused", { detail: "origin" });
      }
    },
    checkCookie(cookie) {
      const given = Buffer.from(cookie ?? "");
      const known = cookies.some(
        (one) => one.length === given.length && timingSafeEqual(one, given),
      );
      if (!known) throw new ClientError("start-refused", { detail: "cookie" });
    },
  };
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}
