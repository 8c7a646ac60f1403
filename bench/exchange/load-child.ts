// The process of the clients: does one order after the other, on kept connections or on new ones.
import { Calls, type Target } from "./calls.ts";
import type { LoadOffice } from "./center-child.ts";

/** Whom the clients speak for, and to whom they listen. */
export interface Parties {
  readonly exchangeUrl: string;
  readonly authorities: readonly string[];
  readonly offices: readonly LoadOffice[];
}

export type CaseName =
  | "accept"
  | "accept-new-connection"
  | "list"
  | "download-receipt"
  | "accept-2MiB";

/** What the clients are to do. */
export interface Order {
  readonly name: CaseName | "fill-inbox" | "list-all";
  readonly connections: number;
  /** Of a sealed message. */
  readonly bytes: number;
  /** Ends after this time, or after so many calls. */
  readonly seconds: number;
  readonly calls?: number;
  /** Instead of the centre: a server that does nothing. */
  readonly bareUrl?: string;
  /** What that server answers a list with. */
  readonly answerBytes?: number;
}

export interface LoadResult {
  readonly done: number;
  readonly perSecond: number;
  readonly p50ms: number;
  readonly p99ms: number;
  /** The p99 of the first and of the last tenth of the time. */
  readonly firstP99ms: number;
  readonly lastP99ms: number;
  /** Of an answer, in the middle. */
  readonly answerBytes: number;
}

let calls: Calls | undefined;
process.on("message", (message: Parties | Order) => {
  if ("offices" in message) {
    calls = new Calls(message);
    process.send?.("ready");
  } else if (calls) {
    run(calls, message).then((result) => process.send?.(result), fail);
  }
});

process.once("disconnect", () => process.exit(0));

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}

async function run(all: Calls, order: Order): Promise<LoadResult> {
  const target: Target = all.targetOf(order);
  const call = all.callOf(order);
  const taken: { readonly at: number; readonly ms: number; readonly bytes: number }[] = [];
  const start = performance.now();
  const end = start + order.seconds * 1000;
  let begun = 0;
  const client = async (index: number): Promise<void> => {
    while (performance.now() < end && begun < (order.calls ?? Number.POSITIVE_INFINITY)) {
      begun += 1;
      const from = performance.now();
      const bytes = await call(target, index);
      if (bytes === "nothing-left") return;
      taken.push({ at: from - start, ms: performance.now() - from, bytes });
    }
  };
  await Promise.all(Array.from({ length: order.connections }, (_, index) => client(index)));
  const seconds = (performance.now() - start) / 1000;
  const tenth = (seconds * 1000) / 10;
  const p99 = (some: typeof taken): number =>
    at(
      some.map(({ ms }) => ms),
      0.99,
    );
  return {
    done: taken.length,
    perSecond: taken.length / seconds,
    p50ms: at(
      taken.map(({ ms }) => ms),
      0.5,
    ),
    p99ms: p99(taken),
    firstP99ms: p99(taken.filter((one) => one.at < tenth)),
    lastP99ms: p99(taken.filter((one) => one.at >= tenth * 9)),
    answerBytes: at(
      taken.map(({ bytes }) => bytes),
      0.5,
    ),
  };
}

function at(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
