import { parseArgs } from "node:util";
import { startPostgres } from "../../scripts/test/postgres.ts";
import { postgresBinaries } from "../../scripts/test/system-packages.ts";
import { startCenterUnderLoad } from "./center-process.ts";
import type { MachineLimits } from "./limits.ts";
import type { CaseName } from "./load-child.ts";
import { startLoad } from "./load-process.ts";
import { measure, openStage, type Stage } from "./measure.ts";
import { printMeasured, sayMeasured } from "./said.ts";

/** One case as it is told, also in JSON. */
export interface Measured {
  readonly case: CaseName;
  readonly database: "embedded" | "debian";
  readonly connections: number;
  /** Messages that one statement of the centre takes in, hands out or confirms at most: 1 is without grouping. */
  readonly together: number;
  /** Of a sealed message; of a list, of its answer. */
  readonly bytes: number;
  /** Calls; of `download-receipt` pairs of them. */
  readonly perSecond: number;
  readonly p50ms: number;
  readonly p99ms: number;
  /** Of the centre's process, at the end. */
  readonly rssMb: number;
  /** Of the centre's process, during the case. */
  readonly cpuSeconds: number;
  /** The slowest of the machine's limits for this case, a second. */
  readonly limit: number;
  /** `perSecond` to `limit`. */
  readonly ratio: number;
}

/** What the table tells besides. */
export interface Details extends MachineLimits {
  readonly databaseCpuSeconds: number;
  readonly loadCpuSeconds: number;
  readonly done: number;
  readonly firstP99ms: number;
  readonly lastP99ms: number;
  /** Of a list: how long all of the inbox takes, in one page. */
  readonly wholeInboxMs?: number;
}

const small = 50 * 1024;
const large = 2 * 1024 * 1024;
const cases: readonly { readonly name: CaseName; readonly bytes: number }[] = [
  { name: "accept", bytes: small },
  { name: "accept-new-connection", bytes: small },
  { name: "list", bytes: small },
  { name: "download-receipt", bytes: small },
  { name: "accept-2MiB", bytes: large },
];

/**
 * How fast the exchange accepts, lists, and gives out, beside what the machine allows. Centre, clients and database are
 * processes of their own. Each limit is measured right before its case, so that both see the machine alike.
 */
export async function benchExchange(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false },
      seconds: { type: "string", default: "10" },
      case: { type: "string", multiple: true },
      database: { type: "string", multiple: true, default: ["embedded", "debian"] },
      connections: { type: "string", multiple: true, default: ["4", "32"] },
      together: { type: "string", multiple: true, default: ["32"] },
    },
  });
  const seconds = Number(values.seconds);
  const chosen = cases.filter(({ name }) => values.case?.includes(name) ?? true);
  const connections = values.connections.map(Number);
  const groups = values.together.map(Number);
  if (![seconds, ...connections, ...groups].every((count) => count > 0) || chosen.length === 0) {
    throw new Error(
      `--seconds N, --connections N, --together N, --case ${cases.map(({ name }) => name).join("|")}`,
    );
  }
  const results: Measured[] = [];
  for (const database of ["embedded", "debian"] as const) {
    if (!values.database.includes(database)) continue;
    for (const together of groups) {
      await onStage(database, together, async (stage) => {
        for (const { name, bytes } of chosen) {
          for (const count of connections) {
            const order = { name, connections: count, bytes, seconds };
            const { measured, details } = await measure(stage, order);
            results.push(measured);
            if (!values.json) sayMeasured(measured, details);
          }
        }
      });
    }
  }
  printMeasured(results, values.json);
}

async function onStage(
  database: Measured["database"],
  together: number,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const server = database === "debian" ? await startDebian() : undefined;
  if (database === "debian" && !server) return;
  const center = await startCenterUnderLoad(together, server?.url);
  const load = await startLoad(center);
  try {
    await play(await openStage({ database, together, center, load }));
  } finally {
    load.stop();
    await center.stop();
    await server?.stop();
  }
}

async function startDebian() {
  if (postgresBinaries()) return startPostgres();
  console.error("Debian's PostgreSQL is not installed: left out");
  return undefined;
}
