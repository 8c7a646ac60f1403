import type { HashedNode, Node, TreeEdge } from "@tsunagi/sealing";
import type { Sql, Transaction } from "../database/pool.ts";

/** The hashes of full trees, in the order asked for. All of them have to be there. */
export async function readNodes(
  sql: Sql | Transaction,
  nodes: readonly Node[],
): Promise<ReadonlyMap<string, string>> {
  const levels = nodes.map(({ level }) => level);
  const places = nodes.map(({ index }) => index);
  const rows = await sql<HashedNode[]>`
    select level, place as index, hash from log_nodes
    where (level, place) in (select * from unnest(${levels}::smallint[], ${places}::bigint[]))`;
  return new Map(rows.map((node) => [nodeKey(node), node.hash]));
}

/** What names a node in the map that `readNodes` gives. */
export function nodeKey({ level, index }: Node): string {
  return `${level}/${index}`;
}

/** All that must be known to add to the log; inside a transaction that holds the log's lock. */
export async function readEdge(sql: Sql | Transaction): Promise<TreeEdge> {
  const size = await readSize(sql);
  const nodes: Node[] = [];
  for (let level = 31, at = 0; level >= 0; level--) {
    if (size - at < 2 ** level) continue;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  const hashes = await readNodes(sql, nodes);
  return { size, hashes: nodes.map((node) => hashes.get(nodeKey(node)) ?? "") };
}

/** How many entries the log has. */
export async function readSize(sql: Sql | Transaction): Promise<number> {
  const [row] = await sql<[{ size: number }]>`
    select coalesce(max(number) + 1, 0) as size from log_entries`;
  return row.size;
}
