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
  return sql`set_config('application_name', ${nameOfRequests([currentRequest()])}, true)`;
}

/** The request that this belongs to, if it belongs to one. */
export function currentRequest(): string | undefined {
  return current.getStore();
}

/** The same name for a statement that several requests share: the first of them, and how many more there are. */
export function nameOfRequests([first, ...more]: readonly (string | undefined)[]): string {
  if (first === undefined) return "tsunagi-center";
  // The server cuts a name after 63 bytes.
  return `tsunagi-center ${first}${more.length === 0 ? "" : ` +${more.length}`}`;
}
