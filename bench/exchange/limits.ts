import { execFileSync, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Order } from "./load-child.ts";
import type { Load } from "./load-process.ts";

/** What the machine allows, a second: no exchange can be faster than the slowest of these. */
export interface MachineLimits {
  /** Writes of a message to a file, each forced to disk. */
  readonly fsync: number;
  /** The INSERT of an acceptance, by pgbench at the same concurrency; undefined where pgbench is not installed. */
  readonly pgbench: number | undefined;
  /** Calls to a TLS server that reads the same bytes and does nothing. */
  readonly bareTls: number;
}

/** Writes and forces to disk, one after the other, beside the database's files. */
export function measureFsync(folder: string, bytes: number, seconds: number): number {
  const path = join(folder, "fsync-bench");
  const file = openSync(path, "w");
  try {
    const block = randomBytes(bytes);
    const start = performance.now();
    let writes = 0;
    for (; performance.now() - start < seconds * 1000; writes += 1) {
      writeSync(file, block);
      fdatasyncSync(file);
    }
    return writes / ((performance.now() - start) / 1000);
  } finally {
    closeSync(file);
    rmSync(path);
  }
}

const pgbench = "/usr/bin/pgbench";
/** Longer ones are no argument of a program. */
const longestVariable = 120_000;

/** The rows of an acceptance, without looking at anything: what the database alone allows. */
export function measureInsert(
  databaseUrl: string,
  connections: number,
  bytes: number,
  seconds: number,
): number | undefined {
  if (!existsSync(pgbench)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "tsunagi-pgbench-"));
  try {
    const hex = `\\x${randomBytes(bytes).toString("hex")}`;
    const asVariable = hex.length < longestVariable;
    const script = join(folder, "insert.sql");
    writeFileSync(script, insertScript(asVariable ? ":bytes" : `'${hex}'`, bytes));
    const said = execFileSync(
      pgbench,
      [
        "-n",
        `--file=${script}`,
        `--client=${connections}`,
        "--jobs=2",
        `--time=${seconds}`,
        ...(asVariable ? ["--protocol=prepared", `--define=bytes=${hex}`] : ["--protocol=simple"]),
        databaseUrl,
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e8 },
    );
    return Number(/tps = ([0-9.]+)/.exec(said)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function insertScript(value: string, bytes: number): string {
  const receipt = randomBytes(1_300).toString("hex");
  return `\\set sender random(1, 9000)
\\set receiver random(1, 9000)
with accepted as (
  insert into messages (id, number, from_office, to_office, size, sha256, accepted_at, stored_at,
                        accepted_receipt, expires_at, moved_by)
  values (gen_random_uuid(), nextval('message_numbers'), (2700000000 + :sender)::text, (2700000000 + :receiver)::text,
          ${bytes}, repeat('a', 64), now(), now(), '\\x${receipt}', now() + interval '90 days', '{}')
  returning id, from_office, to_office, accepted_at
), chunk as (
  insert into message_chunks (stored_at, message_id, number, to_office, bytes)
  select accepted_at, id, 1, to_office, ${value}::text::bytea from accepted
)
insert into events (office, number, message_id, box, station, at)
select office, nextval('event_numbers'), id, box, 'accepted', accepted_at
from accepted, lateral (values (to_office, 'received'), (from_office, 'sent')) as box (office, box);
`;
}

/** The same clients with the same calls, against a server that does nothing. */
export async function measureBareTls(
  dataFolder: string,
  load: Load,
  order: Order,
): Promise<number> {
  const child = fork(fileURLToPath(new URL("bare-child.ts", import.meta.url)), [dataFolder]);
  try {
    const [bareUrl] = (await once(child, "message")) as [string];
    return (await load.run({ ...order, bareUrl })).perSecond;
  } finally {
    child.disconnect();
  }
}
