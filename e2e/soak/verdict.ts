import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type postgres from "postgres";
import type { SoakOffice } from "./offices.ts";

/** What came of a soak. All but the first three must be 0. */
export interface Verdict {
  readonly sent: number;
  readonly accepted: number;
  readonly delivered: number;
  /** Accepted, by the centre's tables or by the sender's, and not delivered to its receiver. */
  readonly lost: number;
  /** The same set twice at its receiver. */
  readonly doubled: number;
  /** Delivered to an office that is not its receiver. */
  readonly strayed: number;
  /** Delivered, with a file missing or other bytes in it. */
  readonly changed: number;
  /** Delivered, without the receiver's receipt at its sender. */
  readonly unproved: number;
}

interface SentRow {
  readonly id: string;
  readonly to_number: string;
  readonly work: string;
  readonly opened: number;
}

/** Judges by what lies on the disks, not by what the programs say. */
export async function judge(offices: readonly SoakOffice[], sql: postgres.Sql): Promise<Verdict> {
  const stores = new Map(
    offices.map((office) => [
      office.number,
      {
        office,
        store: new DatabaseSync(join(office.folder, "tsunagi.sqlite"), { readOnly: true }),
      },
    ]),
  );
  const atCentre = new Set(
    (await sql<{ id: string }[]>`select id from messages`).map(({ id }) => id),
  );
  let [sent, accepted, delivered, lost, strayed, changed, unproved] = [0, 0, 0, 0, 0, 0, 0];
  for (const { store } of stores.values()) {
    const rows = store
      .prepare(
        `SELECT id, to_number, work, EXISTS (SELECT 1 FROM proof WHERE message_id = sent.id AND part = 'opened')
           AS opened FROM sent`,
      )
      .all() as unknown as SentRow[];
    for (const { id, to_number, work, opened } of rows) {
      sent += 1;
      if (work !== "accepted" && !atCentre.has(id)) continue;
      accepted += 1;
      const takers = [...stores.values()].filter((taker) => hasReceived(taker.store, id));
      strayed += takers.filter(({ office }) => office.number !== to_number).length;
      const taker = takers.find(({ office }) => office.number === to_number);
      if (taker === undefined) {
        lost += 1;
        continue;
      }
      delivered += 1;
      if (!isWhole(store, id, join(taker.office.folder, "received", id))) changed += 1;
      if (opened !== 1) unproved += 1;
    }
  }
  let doubled = 0;
  for (const { store } of stores.values()) {
    doubled += store
      .prepare(
        `SELECT name FROM message_file JOIN received ON received.id = message_id
         WHERE name LIKE '%.CSV' GROUP BY name HAVING count(*) > 1`,
      )
      .all().length;
    store.close();
  }
  return { sent, accepted, delivered, lost, doubled, strayed, changed, unproved };
}

function hasReceived(store: DatabaseSync, id: string): boolean {
  return (
    store.prepare("SELECT 1 FROM received WHERE id = ? AND work = 'confirmed'").get(id) !==
    undefined
  );
}

function isWhole(sender: DatabaseSync, id: string, folder: string): boolean {
  const files = sender
    .prepare("SELECT name, sha256 FROM message_file WHERE message_id = ?")
    .all(id) as unknown as { name: string; sha256: string }[];
  return files.every(({ name, sha256 }) => {
    const path = join(folder, name);
    if (!existsSync(path)) return false;
    return createHash("sha256").update(readFileSync(path)).digest("hex") === sha256;
  });
}
