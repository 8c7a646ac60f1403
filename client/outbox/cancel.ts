import { CallError } from "@tsunagi/contract";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import type { Session } from "../session/session.ts";
import { addStation } from "../store/stations.ts";
import { noteStations } from "./follow.ts";
import type { Outbox } from "./outbox.ts";
import { findSent, type Sent } from "./sent.ts";

/**
 * Takes a message back before its receiver has taken it. One that never left this machine needs no centre.
 * @throws ClientError `not-found`, `message-moved-on`, `login-needed`; CallError `message-already-downloaded`, …
 */
export function cancel(
  office: Office,
  session: Session,
  outbox: Outbox,
  id: string,
): Promise<void> {
  return outbox.quietly(async () => {
    const sent = findSent(office.store, id);
    if (sent === undefined) throw new ClientError("not-found");
    if (sent.work === "cancelled") return;
    if (sent.work === "accepted") {
      noteStations(office, await session.authorized((call) => call.cancel({ params: { id } })));
      return;
    }
    if (sent.last === "in-doubt") await cancelInDoubt(session, id);
    noteCancelled(office, sent);
  });
}

/** The centre may have it: it is asked, and if it has, told. */
async function cancelInDoubt(session: Session, id: string): Promise<void> {
  try {
    await session.authorized((call) => call.cancel({ params: { id } }));
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== "message-unknown") throw error;
    // A large one may lie there in part.
    await session.authorized((call) => call.abandonUpload({ params: { id } }));
  }
}

function noteCancelled({ store, now, changes }: Office, { id }: Sent): void {
  store.atomically(() => {
    store.sql.run`UPDATE sent SET work = 'cancelled', last = 'untried', next_try_at = NULL,
      trouble_code = NULL, trouble_ja = NULL WHERE id = ${id}`;
    addStation(store, id, "cancelled", now().toISOString());
    at("cancelled-before-commit");
  });
  changes.tell("sent");
}
