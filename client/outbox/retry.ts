import { v7 as newId } from "uuid";
import { ClientError } from "../errors.ts";
import { at } from "../failure-point.ts";
import type { Office } from "../office.ts";
import { addStation } from "../store/stations.ts";
import { dropUnnamed } from "../store/stored-bytes.ts";
import { batchToJoin } from "./progress.ts";
import { findSent, type Sent } from "./sent.ts";

/** With these the bytes that were sealed are of no use any more, or their id is spent. */
const needsMakingAnew: ReadonlySet<string> = new Set([
  "receiver-without-certificate",
  "receiver-unlicensed",
  "message-id-conflict",
  "message-not-sealed",
  "refused-by-receiver",
  "not-received-in-time",
]);

/** It came to its end at the receiver, or before it. */
const ended: ReadonlySet<string> = new Set(["refused-by-receiver", "not-received-in-time"]);

/**
 * Puts a message that lies in the outbox, or that its receiver refused or did not take in time, back on its way. Where
 * the sealed bytes cannot serve any more it is made anew under a new id; the centre has said no to the old one, so nothing can arrive twice.
 * @returns the id it has now
 * @throws ClientError `not-found`
 */
export function retry(office: Office, id: string): string {
  const sent = findSent(office.store, id);
  const code = sent?.trouble_code ?? "";
  const unsent = sent?.work === "made" || sent?.work === "sealed";
  if (sent === undefined || (!unsent && !ended.has(code))) throw new ClientError("not-found");
  const renewed = needsMakingAnew.has(code) && sent.work !== "made" ? makeAnew(office, sent) : id;
  if (renewed === id) release(office, id);
  office.changes.tell("sent");
  return renewed;
}

/** What is in doubt stays so: the centre may have it. */
function release({ store, now }: Office, id: string): void {
  const batch = batchToJoin(store);
  store.sql
    .run`UPDATE sent SET batch = ${batch}, last = CASE last WHEN 'in-doubt' THEN last ELSE 'untried' END,
    tries = 0, next_try_at = ${now().toISOString()} WHERE id = ${id}`;
}

function makeAnew({ store, now }: Office, old: Sent): string {
  const madeAt = now();
  const id = newId({ msecs: madeAt.getTime() });
  const { sql } = store;
  store.atomically(() => {
    sql.run`INSERT INTO sent (id, to_number, to_name, title, month, made_at, work, last, batch)
      VALUES (${id}, ${old.to_number}, ${old.to_name}, ${old.title}, ${old.month},
        ${madeAt.toISOString()}, 'made', 'untried', ${batchToJoin(store)})`;
    addStation(store, id, "made", madeAt.toISOString());
    sql.run`INSERT INTO message_file
      (message_id, position, name, type, size, sha256, title, bytes, spooled)
      SELECT ${id}, position, name, type, size, sha256, title, bytes, spooled FROM message_file
      WHERE message_id = ${old.id}`;
    // What the receiver refused has been on its way and stays in the list; what never left is replaced.
    if (old.work === "accepted") {
      sql.run`UPDATE sent SET trouble_code = NULL, trouble_ja = NULL WHERE id = ${old.id}`;
    } else {
      sql.run`DELETE FROM sent WHERE id = ${old.id}`;
      sql.run`DELETE FROM message_file WHERE message_id = ${old.id}`;
      sql.run`DELETE FROM proof WHERE message_id = ${old.id}`;
      sql.run`DELETE FROM station WHERE message_id = ${old.id}`;
    }
    at("made-anew-before-commit");
  });
  at("made-anew-after-commit");
  dropUnnamed(store);
  return id;
}
