import { AsyncLocalStorage } from "node:async_hooks";
import type { PendingQuery, Row } from "postgres";
import type { Sql, Transaction } from "./pool.ts";

const current = new AsyncLocalStorage<string>();

/** Whatever `work` leads to belongs to the request of this id. */
export function withinRequest(requestId: string, work: () => void): void {
  current.run(requestId, work);
}

/**
 * SQL that gives a statement the id of its request for as long as it runs, as `application_name`: to stand before
 * whatever may have to wait, so that pg_stat_activity and the server's log tell which request waits there. It is part
 * of the statement and costs no way to the database.
 */
export function nameRequest(sql: Sql | Transaction): PendingQuery<Row[]> {
  const requestId = current.getStore();
  const name = requestId === undefined ? "tsunagi-center" : `tsunagi-center ${requestId}`;
  return sql`set_config('application_name', ${name}, true)`;
}
