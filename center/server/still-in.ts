import type { Sql } from "../database/pool.ts";
import type { Bell } from "../notices/bell.ts";
import type { SessionCaller } from "./handlers.ts";

interface Needs {
  readonly sql: Sql;
  readonly clock: () => Date;
}

/** Whether certificate and login still hold: what goes on for long ends with them, as a new request would be refused. */
export async function isStillIn({ sql, clock }: Needs, caller: SessionCaller): Promise<boolean> {
  const now = clock();
  const rows = await sql`
    select 1 from desk_sessions s join certificates c on c.office = s.office
    where s.id = ${caller.sessionId} and s.access_expires_at > ${now}
      and c.fingerprint = ${caller.fingerprint} and c.revoked_at is null and c.not_after > ${now}`;
  return rows.length > 0;
}

/** A login or a certificate came to its end while bytes were handed out. */
export class EndedMeanwhile extends Error {
  override readonly name = "EndedMeanwhile";
}

/**
 * Hands bytes on for as long as certificate and login hold. They are looked up again before the next piece whenever the
 * office's bell was rung, as it is where one of them ends.
 *
 * @throws EndedMeanwhile
 */
export async function* whileStillIn(
  context: Needs & { readonly bell: Bell },
  caller: SessionCaller,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let rung = false;
  const unhook = context.bell.onRing(caller.officeNumber, () => {
    rung = true;
  });
  try {
    for await (const piece of pieces) {
      if (rung) {
        rung = false;
        if (!(await isStillIn(context, caller))) throw new EndedMeanwhile();
      }
      yield piece;
    }
  } finally {
    unhook();
  }
}
