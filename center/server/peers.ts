import { inGroups } from "../database/in-groups.ts";
import type { Sql } from "../database/pool.ts";

/** What the database knows of a certificate, and of the session whose token came with it. */
export interface Peer {
  readonly office: string;
  readonly serial: string;
  readonly notAfter: Date;
  readonly revokedAt: Date | null;
  readonly sessionId: number | null;
  readonly sessionOffice: string | null;
  readonly sessionPerson: string | null;
  readonly sessionExpiresAt: Date | null;
  /** Whether its tokens are new and this is the first time that one of them comes. */
  readonly sessionRenewed: boolean;
}

interface Shown {
  /** Of the certificate, SHA-256. */
  readonly fingerprint: string;
  /** Of the token, SHA-256. */
  readonly token: Uint8Array | undefined;
}

/** @returns null for a certificate that this centre has not issued */
export type FindPeer = (shown: Shown) => Promise<Peer | null>;

/** While one statement is under way, the requests that come make up the next. */
const statementsAtOnce = 2;
const requestsOfStatement = 64;

/** Looks certificate and session up in the database, anew for each request; those that come together in one statement. */
export function makeFindPeer(sql: Sql): FindPeer {
  return inGroups((shown) => findPeers(sql, shown), {
    lanes: statementsAtOnce,
    mostItems: requestsOfStatement,
    isOfOne: () => false,
  });
}

async function findPeers(sql: Sql, shown: readonly Shown[]): Promise<(Peer | null)[]> {
  const fingerprints = shown.map(({ fingerprint }) => fingerprint);
  const tokens = shown.map(({ token }) => (token ? Buffer.from(token).toString("hex") : null));
  const rows = await sql<(Peer | { readonly office: null })[]>`
    select c.office, c.serial, c.not_after as "notAfter", c.revoked_at as "revokedAt",
           s.id as "sessionId", s.office as "sessionOffice", s.person_id as "sessionPerson",
           s.access_expires_at as "sessionExpiresAt",
           s.previous_refresh_token is not null as "sessionRenewed"
    from unnest(${fingerprints}::text[], ${tokens}::text[])
      with ordinality as shown (fingerprint, token, place)
    left join certificates c on c.fingerprint = shown.fingerprint
    left join desk_sessions s on s.access_token = decode(shown.token, 'hex')
    order by shown.place`;
  return rows.map((row) => (row.office === null ? null : row));
}
