import { type Caller, createCaller } from "@tsunagi/contract";
import { type ExchangeRoutes, exchangeRoutes } from "@tsunagi/contract/exchange";
import postgres from "postgres";
import { type Center, type CenterConfig, startCenter } from "../index.ts";
import type { TestPlace } from "./databases.ts";
import { httpsFetch, type TlsClient } from "./https-fetch.ts";

/** A clock that a test sets. */
export interface TestClock {
  now: Date;
  advance(minutes: number): void;
}

/** A centre as its clients see it. Each answer is checked against the contract. */
export interface CenterUnderTest
  extends Pick<Center, "exchangeUrl" | "webUrl" | "authorities" | "issueOffice"> {
  readonly clock: TestClock;
  /** Calls the exchange's door with what a client shows and the token it has. */
  callExchange(client?: Omit<TlsClient, "authority">, token?: string): Caller<ExchangeRoutes>;
  callWeb(token?: string): Caller<ExchangeRoutes>;
}

/** A centre in the test's own process, with a look into its database. */
export interface TestCenter extends CenterUnderTest, Center {
  readonly sql: postgres.Sql;
}

/** @param config wins over what is usual in tests: a clock of its own, no log, no limits a minute */
export async function startTestCenter(
  place: TestPlace,
  config: Partial<CenterConfig> = {},
): Promise<TestCenter> {
  const clock: TestClock = {
    now: new Date(),
    advance: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
  };
  const center = await startCenter({
    dataFolder: place.dataFolder,
    ...(place.databaseUrl !== undefined && { databaseUrl: place.databaseUrl }),
    log: "silent",
    clock: () => clock.now,
    ...config,
    limits: {
      loginRequestsPerMinute: 10_000,
      officeRequestsPerMinute: 1_000_000,
      addressRequestsPerMinute: 1_000_000,
      formRequestsPerMinute: 1_000_000,
      ...config.limits,
    },
  });
  const sql = postgres(center.databaseUrl, { max: 4, onnotice: () => undefined });
  const { closeCalls, ...calls } = callsTo(center);
  return {
    ...center,
    ...calls,
    clock,
    sql,
    async stop() {
      closeCalls();
      await sql.end({ timeout: 1 });
      await center.stop();
    },
  };
}

export function callsTo(
  center: Pick<Center, "exchangeUrl" | "webUrl" | "authorities">,
): Pick<CenterUnderTest, "callExchange" | "callWeb"> & { readonly closeCalls: () => void } {
  const connections: { close(): void }[] = [];
  return {
    callExchange(client = {}, token) {
      const connection = httpsFetch({ authority: center.authorities.join("\n"), ...client });
      connections.push(connection);
      const baseUrl = center.exchangeUrl;
      return createCaller(exchangeRoutes, { baseUrl, fetch: connection, token: () => token });
    },
    callWeb: (token) =>
      createCaller(exchangeRoutes, { baseUrl: center.webUrl, fetch, token: () => token }),
    closeCalls() {
      for (const connection of connections) connection.close();
    },
  };
}
