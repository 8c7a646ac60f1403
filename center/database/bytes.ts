import { dirname } from "node:path";
import pg from "pg";
import { CenterError } from "../errors.ts";
import type { Sql } from "./pool.ts";

/** A statement that each connection prepares once, under its name. */
export interface BytesStatement {
  readonly name: string;
  /** With `$1`, `$2` … for its values. */
  readonly text: string;
}

/** Times are given as texts (ISO 8601). */
export type BytesValue = string | number | Uint8Array | readonly (string | number)[];

/**
 * Connections for the statements that carry sealed bytes, which travel as they are. The client of all other statements
 * (`Sql`) writes each byte as two hexadecimal digits; copying and reading these took more than anything else.
 */
export interface BytesPool {
  /** @throws what `isUnavailable` knows when the database is away */
  run<Row extends object>(statement: BytesStatement, values: readonly BytesValue[]): Promise<Row[]>;
  end(): Promise<void>;
}

/**
 * Connects where `sql` does.
 * @throws CenterError `database-url-unsupported`
 */
export function openBytes(sql: Sql, connections = 6): BytesPool {
  const pool = new pg.Pool({
    ...addressOf(sql),
    max: connections,
    idleTimeoutMillis: 0,
    // Also how long a statement waits for a connection that is free.
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: "tsunagi-center",
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    options: "-c TimeZone=UTC",
  });
  // An idle connection that is lost is replaced; without a listener it would end the process.
  pool.on("error", () => undefined);
  return {
    async run<Row extends object>(statement: BytesStatement, values: readonly BytesValue[]) {
      try {
        return (await pool.query<Row>({ ...statement, values: [...values] })).rows;
      } catch (error) {
        throw error instanceof pg.DatabaseError ? error : new ConnectionLost(error);
      }
    },
    end: () => pool.end(),
  };
}

/** The value of a parameter `bytea[]`, in PostgreSQL's binary form of one-dimensional arrays (array_recv). */
export function byteaArray(items: readonly Uint8Array[]): Buffer {
  if (items.length === 0) return numbers(0, 0, byteaType);
  const head = numbers(1, 0, byteaType, items.length, 1);
  return Buffer.concat([head, ...items.flatMap((item) => [numbers(item.length), item])]);
}

const byteaType = 17;

/** As 32 bits each, the highest first. */
function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeInt32BE(value, index * 4);
  return bytes;
}

class ConnectionLost extends Error {
  readonly code = "CONNECTION_LOST";
  constructor(cause: unknown) {
    super("the connection to the database was lost", { cause });
  }
}

/** What postgres.js has read of its URL and the environment. */
interface Parsed {
  readonly host: readonly string[];
  readonly port: readonly number[];
  /** Of a socket in the file system. */
  readonly path: string | false;
  readonly database: string;
  readonly user: string;
  readonly pass: string;
  readonly ssl: string | boolean | object;
}

function addressOf(sql: Sql): pg.PoolConfig {
  // Its types do not tell of all that is there.
  const { host, port, path, database, user, pass, ssl } = sql.options as unknown as Parsed;
  const [onlyHost, ...others] = host;
  if (others.length > 0 || ssl === "prefer" || ssl === "allow") {
    throw new CenterError("database-url-unsupported");
  }
  return {
    host: path ? dirname(path) : onlyHost,
    port: port[0],
    database,
    user,
    password: pass,
    ssl: ssl === "require" ? { rejectUnauthorized: false } : typeof ssl === "string" || ssl,
  };
}
