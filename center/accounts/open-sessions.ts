import type { OpenSession, sessionRoutes } from "@tsunagi/contract/exchange";
import { recordAct } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";

interface Row {
  readonly sessionId: string;
  readonly personId: string | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly openedAt: Date | null;
  readonly expiresAt: Date;
  readonly current: boolean;
}

/** The logins of an office, as its own account sees and ends them. */
export function openSessionHandlers({
  sql,
  clock,
  bell,
}: Pick<Context, "sql" | "clock" | "bell">): Handlers<typeof sessionRoutes> {
  return {
    async listSessions({ caller }) {
      const office = caller.office.number;
      const now = clock();
      const rows = await sql<Row[]>`
        select 'portal-' || id as "sessionId", null as "personId", null as "familyName",
               null as "givenName", opened_at as "openedAt", expires_at as "expiresAt",
               token = ${caller.token} as current
        from office_sessions where office = ${office} and expires_at > ${now}
        union all
        select 'desk-' || s.id, p.person_id, p.family_name, p.given_name, s.opened_at,
               s.refresh_expires_at, false
        from desk_sessions s join persons p on p.person_id = s.person_id
        where s.office = ${office} and s.refresh_expires_at > ${now}
        order by "openedAt" desc nulls last, "sessionId"`;
      return { sessions: rows.map(sessionFrom) };
    },

    async endSession({ params, caller }) {
      const office = caller.office.number;
      const [where, id = ""] = params.sessionId.split("-");
      const table = sql(where === "desk" ? "desk_sessions" : "office_sessions");
      await sql.begin(async (transaction) => {
        const ended = await transaction`
          delete from ${table} where id = ${id} and office = ${office}`;
        if (ended.count === 0) throw new Refusal("not-found");
        const subject = params.sessionId;
        await recordAct(transaction, { at: clock(), act: "session-ended", office, subject });
      });
      bell.ring(office);
      return undefined;
    },
  };
}

function sessionFrom(row: Row): OpenSession {
  const { sessionId, personId, familyName, givenName, openedAt, expiresAt, current } = row;
  return {
    sessionId,
    person:
      personId === null || familyName === null || givenName === null
        ? null
        : { personId, name: { familyName, givenName } },
    openedAt: openedAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
    current,
  };
}
