import type { SignedLogHead } from "@tsunagi/contract/exchange";
import { rootOf, signLogHead } from "@tsunagi/sealing";
import type { Context } from "../context.ts";
import type { Sql, Transaction } from "../database/pool.ts";
import { readEdge, readSize } from "./nodes.ts";

/** A head is signed anew when it is older, so that a client can tell a log that stands still from one held back. */
const freshMilliseconds = 3_600_000;

/** The head of the log as it is now, signed; every process gives out the same. */
export async function currentHead({
  sql,
  clock,
  keys,
}: Pick<Context, "sql" | "clock" | "keys">): Promise<SignedLogHead> {
  const now = clock();
  const current = await freshHead(sql, await readSize(sql), now);
  if (current) return current;
  return sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(7469, 7)`;
    const edge = await readEdge(transaction);
    const meanwhile = await freshHead(transaction, edge.size, now);
    if (meanwhile) return meanwhile;
    const head = { size: edge.size, rootHash: rootOf(edge), at: now.toISOString() };
    const signed = signLogHead(head, keys.signer());
    await transaction`
      insert into log_heads (size, root_hash, at, signed)
      values (${head.size}, ${head.rootHash}, ${now}, ${signed})
      on conflict (size) do update set at = excluded.at, signed = excluded.signed`;
    return { ...head, signed: Buffer.from(signed).toString("base64") };
  });
}

interface HeadRow {
  readonly size: number;
  readonly rootHash: string;
  readonly at: Date;
  readonly signed: Uint8Array;
}

async function freshHead(
  sql: Sql | Transaction,
  size: number,
  now: Date,
): Promise<SignedLogHead | undefined> {
  const since = new Date(now.getTime() - freshMilliseconds);
  const [row] = await sql<HeadRow[]>`
    select size, root_hash as "rootHash", at, signed from log_heads
    where size = ${size} and at > ${since}`;
  if (!row) return undefined;
  return {
    ...row,
    at: row.at.toISOString(),
    signed: Buffer.from(row.signed).toString("base64"),
  };
}
