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

/** A centre for tests, with its clock and a look into its database. */
export interface TestCenter extends Center {
  readonly clock: TestClock;
  readonly sql: postgres.Sql;
  /** Calls a door with what a client shows and the token it has. Each answer is checked against the contract. */
  callExchange(client?: Omit<TlsClient, "authority">, token?: string): Caller<ExchangeRoutes>;
  callWeb(token?: string): Caller<ExchangeRoutes>;
}

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
    limits: { loginRequestsPerMinute: 10_000, ...config.limits },
  });
  const sql = postgres(center.databaseUrl, { max: 4, onnotice: () => undefined });
  const fetches: { close(): void }[] = [];
  return {
    ...center,
    clock,
    sql,
    callExchange(client = {}, token) {
      const fetch = httpsFetch({ authority: center.authorities.join("\n"), ...client });
      fetches.push(fetch);
      return createCaller(exchangeRoutes, {
        baseUrl: center.exchangeUrl,
        fetch,
        token: () => token,
      });
    },
    callWeb: (token) =>
      createCaller(exchangeRoutes, { baseUrl: center.webUrl, fetch, token: () => token }),
    async stop() {
      for (const one of fetches) one.close();
      await sql.end({ timeout: 1 });
      await center.stop();
    },
  };
}
