import { approveRequest, listPending, refuseRequest } from "../../center/certificates/decide.ts";
import { openPool, type Sql } from "../../center/database/pool.ts";
import type { Network } from "./network.ts";

/** What the operator says of the one request for a certificate that waits. */
export interface Operator {
  approve(): Promise<void>;
  refuse(reason: string): Promise<void>;
}

export function operatorOf(network: Network): Operator {
  const decide = async (
    decision: (sql: Sql, number: number) => Promise<unknown>,
  ): Promise<void> => {
    const sql = openPool(network.center().databaseUrl, 1);
    try {
      const [request] = await listPending(sql);
      if (request === undefined) throw new Error("nothing waits");
      await decision(sql, request.number);
    } finally {
      await sql.end();
    }
  };
  return {
    approve: () => decide((sql, number) => approveRequest(sql, number, new Date())),
    refuse: (reason) =>
      decide((sql, number) => refuseRequest(sql, { number, reason, at: new Date() })),
  };
}
