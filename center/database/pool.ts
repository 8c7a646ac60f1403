import postgres from "postgres";
import type { Address } from "./embedded/server.ts";

/** `bigint` columns are numbers in the code, `date` columns text (YYYY-MM-DD). */
interface ColumnTypes {
  readonly bigint: number;
  readonly day: string;
}

/** The pool of connections, and within a transaction its one connection. */
export type Sql = postgres.Sql<{ bigint: number; day: string }>;
/** A transaction: what is done with it is kept whole or not at all. */
export type Transaction = postgres.TransactionSql<{ bigint: number; day: string }>;

/**
 * Connections to a server, made as they are needed and again after it was away; a lost one fails the statements it
 * carried (`isUnavailable`), never the process.
 */
export function openPool(where: Address | string, connections = 16): Sql {
  const options: postgres.Options<{
    bigint: postgres.PostgresType<ColumnTypes["bigint"]>;
    day: postgres.PostgresType<ColumnTypes["day"]>;
  }> = {
    max: connections,
    connect_timeout: 5,
    // Seconds between attempts to connect: a server that restarts is found again at once.
    backoff: () => 0.1,
    onnotice: () => undefined,
    connection: {
      application_name: "tsunagi-center",
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
      TimeZone: "UTC",
    },
    types: {
      bigint: { to: 20, from: [20], serialize: String, parse: Number },
      day: { to: 1082, from: [1082], serialize: String, parse: String },
    },
  };
  return typeof where === "string" ? postgres(where, options) : postgres({ ...options, ...where });
}

const readOnly = "25006";

/** Whether an error says that the database is away, rather than that a statement was wrong. */
export function isUnavailable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "string") return false;
  return (
    code.startsWith("CONNECT") ||
    // A standby that is about to take over takes no writes yet.
    code === readOnly ||
    // The classes of SQLSTATE: connection exception, insufficient resources, operator intervention.
    (/^[0-9A-Z]{5}$/.test(code) && /^(08|53|57)/.test(code)) ||
    ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOENT", "EHOSTUNREACH"].includes(code)
  );
}
