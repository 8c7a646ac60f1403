import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Auth } from "@tsunagi/contract";
import type { FastifyRequest } from "fastify";
import { mustChange, type PasswordAge } from "../accounts/password-age.ts";
import { hashToken } from "../accounts/tokens.ts";
import type { Sql } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type {
  AdministratorCaller,
  AnyCaller,
  CertificateCaller,
  CorporationCaller,
  OfficeCaller,
  SessionCaller,
} from "./handlers.ts";
import type { FindPeer, Peer } from "./peers.ts";
import { refusalOfStrange } from "./strange-certificate.ts";

/** What it takes to find out who asks. */
interface Looks {
  readonly sql: Sql;
  readonly findPeer: FindPeer;
  readonly passwordDays: number;
  readonly now: Date;
}

/**
 * Finds out who asks, and refuses who may not. Certificate and session are looked up at every request, whatever TLS
 * or an earlier request said: what was revoked or ended a moment ago is refused.
 *
 * @throws Refusal the codes of the route's kind of caller (`certificate-…`, `session-…`)
 */
export async function identify(
  auth: Auth,
  request: FastifyRequest,
  looks: Looks,
): Promise<AnyCaller> {
  const { sql, findPeer, now } = looks;
  if (auth === "nobody") return undefined;
  if (auth === "office") return officeCaller(looks, bearer(request));
  if (auth === "corporation") return corporationCaller(sql, bearer(request), now);
  if (auth === "administrator") return administratorCaller(request, looks);
  if (auth === "session") return deskCaller(request, looks);
  return certificateCaller(await peer(findPeer, request, undefined), now);
}

async function deskCaller(
  request: FastifyRequest,
  { sql, findPeer, now }: Looks,
): Promise<SessionCaller> {
  const token = bearer(request);
  const found = await peer(findPeer, request, token);
  const caller = sessionCaller(found, certificateCaller(found, now), now);
  if (found.sessionRenewed) await settleRenewal(sql, token);
  return caller;
}

/** The role counts as it is now, whatever it was at the login. */
async function administratorCaller(
  request: FastifyRequest,
  looks: Looks,
): Promise<AdministratorCaller> {
  const { sql } = looks;
  if (!(await isOfDesk(request, looks))) return officeCaller(looks, bearer(request));
  const caller = await deskCaller(request, looks);
  const administrators = await sql`
    select 1 from persons
    where person_id = ${caller.personId} and role = 'administrator' and active`;
  if (administrators.length === 0) throw new Refusal("administrator-only");
  return caller;
}

/** Whether the token is that of a desk's login, and not of an office account. */
async function isOfDesk(request: FastifyRequest, { findPeer }: Looks): Promise<boolean> {
  const fingerprint = shownOn(request.raw.socket)?.fingerprint;
  const token = bearer(request);
  if (fingerprint === undefined || token === undefined) return false;
  return ((await findPeer({ fingerprint, token }))?.sessionId ?? null) !== null;
}

/** The new tokens have reached their client: the one that was exchanged for them serves no more. */
async function settleRenewal(sql: Sql, token: Uint8Array | undefined): Promise<void> {
  await sql`
    update desk_sessions set previous_refresh_token = null where access_token = ${token ?? null}`;
}

/** The hash of the bearer token (RFC 6750), if there is one. */
function bearer(request: FastifyRequest): Uint8Array | undefined {
  const header = request.headers.authorization ?? "";
  const token = /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(header)?.[1];
  return token === undefined ? undefined : hashToken(token);
}

async function officeCaller(
  { sql, passwordDays, now }: Omit<Looks, "findPeer">,
  token: Uint8Array | undefined,
): Promise<OfficeCaller> {
  if (!token) throw new Refusal("session-missing");
  const [row] = await sql<
    (PasswordAge & {
      number: string;
      name: string;
      officeId: string;
      enrolment: boolean;
      expiresAt: Date;
    })[]
  >`
    select o.number, o.name, a.office_id as "officeId", s.expires_at as "expiresAt", s.enrolment,
           a.provisional_until as "provisionalUntil",
           coalesce(a.password_set_at, o.added_at) as "passwordSetAt"
    from office_sessions s
    join offices o on o.number = s.office
    join office_accounts a on a.office = s.office
    where s.token = ${token}`;
  if (!row || row.expiresAt <= now) throw new Refusal("session-expired");
  return {
    office: { number: row.number, name: row.name },
    officeId: row.officeId,
    passwordChangeRequired: mustChange(row, { passwordDays, now }),
    enrolment: row.enrolment,
    token,
  };
}

async function corporationCaller(
  sql: Sql,
  token: Uint8Array | undefined,
  now: Date,
): Promise<CorporationCaller> {
  if (!token) throw new Refusal("session-missing");
  const [row] = await sql<
    { number: string; name: string; provisional: boolean; expiresAt: Date }[]
  >`
    select c.number, c.name, s.expires_at as "expiresAt",
           a.provisional_until is not null as provisional
    from corporation_sessions s
    join corporations c on c.number = s.corporation
    join corporation_accounts a on a.corporation = s.corporation
    where s.token = ${token}`;
  if (!row || row.expiresAt <= now) throw new Refusal("session-expired");
  return {
    corporation: { number: row.number, name: row.name },
    passwordChangeRequired: row.provisional,
    token,
  };
}

interface ShownPeer extends Peer {
  readonly fingerprint: string;
  readonly tokenGiven: boolean;
}

/** Certificate and session in one look at the database. */
async function peer(
  findPeer: FindPeer,
  request: FastifyRequest,
  token: Uint8Array | undefined,
): Promise<ShownPeer> {
  const shown = shownOn(request.raw.socket);
  if (shown === undefined) throw new Refusal("certificate-missing");
  const { fingerprint, der } = shown;
  const found = await findPeer({ fingerprint, token });
  if (!found) throw refusalOfStrange(der);
  return { ...found, fingerprint, tokenGiven: token !== undefined };
}

function certificateCaller(found: ShownPeer, now: Date): CertificateCaller {
  if (found.revokedAt !== null) throw new Refusal("certificate-revoked");
  if (found.notAfter <= now) throw new Refusal("certificate-expired");
  return { officeNumber: found.office, fingerprint: found.fingerprint, serial: found.serial };
}

function sessionCaller(found: ShownPeer, certificate: CertificateCaller, now: Date): SessionCaller {
  if (!found.tokenGiven) throw new Refusal("session-missing");
  const { sessionId, sessionOffice, sessionPerson: personId, sessionExpiresAt } = found;
  if (sessionId === null || personId === null || sessionExpiresAt === null) {
    throw new Refusal("session-expired");
  }
  if (sessionExpiresAt <= now) {
    throw new Refusal("session-expired");
  }
  if (sessionOffice !== certificate.officeNumber) {
    throw new Refusal("certificate-office-mismatch");
  }
  return { ...certificate, sessionId, personId };
}

interface ShownCertificate {
  readonly der: Uint8Array;
  /** SHA-256 of it, hexadecimal. */
  readonly fingerprint: string;
}

const shownBefore = new WeakMap<Socket, ShownCertificate>();

/** The certificate whose key the client has proved to hold in the handshake; a resumed session keeps it. */
function shownOn(socket: Socket): ShownCertificate | undefined {
  const known = shownBefore.get(socket);
  if (known !== undefined) return known;
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  if (!certificate) return undefined;
  const der = certificate.raw;
  const shown = { der, fingerprint: createHash("sha256").update(der).digest("hex") };
  shownBefore.set(socket, shown);
  return shown;
}
