import type { certificateLogRoutes } from "@tsunagi/contract/exchange";
import { consistencyPath, inclusionPath, type Path, proofFrom } from "@tsunagi/sealing";
import type { Context } from "../context.ts";
import type { Sql } from "../database/pool.ts";
import { Refusal } from "../errors.ts";
import type { Handlers } from "../server/handlers.ts";
import { currentHead } from "./head.ts";
import { nodeKey, readNodes, readSize } from "./nodes.ts";

const usualEntries = 1000;

/** 電子証明書の公開記録: what anyone may ask to check the keeper of the authority. */
export function certificateLogHandlers(
  context: Pick<Context, "sql" | "clock" | "keys">,
): Handlers<typeof certificateLogRoutes> {
  const { sql } = context;
  return {
    logHead: () => currentHead(context),

    async logConsistency({ query: { older, newer } }) {
      await requireSize(sql, newer);
      if (older > newer) throw invalid("older");
      if (older === 0 || older === newer) return { proof: [] };
      return { proof: await prove(sql, consistencyPath(older, newer)) };
    },

    async logInclusion({ query: { fingerprint, size } }) {
      await requireSize(sql, size);
      const [row] = await sql<{ number: number }[]>`
        select number from log_entries where fingerprint = ${fingerprint} and number < ${size}`;
      if (!row) throw new Refusal("not-found");
      return { index: row.number, proof: await prove(sql, inclusionPath(row.number, size)) };
    },

    async logEntries({ query: { from, limit } }) {
      const rows = await sql<{ entry: string }[]>`
        select entry from log_entries where number >= ${from}
        order by number limit ${limit ?? usualEntries}`;
      return { entries: rows.map(({ entry }) => entry) };
    },
  };
}

/** @throws Refusal `request-invalid` when the log has not so many entries */
async function requireSize(sql: Sql, size: number): Promise<void> {
  if (size > (await readSize(sql))) throw invalid("size");
}

async function prove(sql: Sql, path: Path): Promise<string[]> {
  const hashes = await readNodes(sql, path.flat());
  return proofFrom(path, (node) => hashes.get(nodeKey(node)) ?? "");
}

function invalid(where: string): Refusal {
  return new Refusal("request-invalid", {
    errors: [{ path: `/query/${where}`, message: "記録にない大きさです。" }],
  });
}
