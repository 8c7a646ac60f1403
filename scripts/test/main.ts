/**
 * `npm test [PART…]`: installs what is missing, then runs every part in order, or those named. The last line printed
 * is `N passed, N failed`; the exit code is 0 when nothing failed.
 *
 * The part `standby` needs servers that start by themselves once they are installed, so they are installed in CI or
 * where the part is named; elsewhere it runs when they are there, and is left out, saying so, when not.
 */
import { join } from "node:path";
import { checkArrows } from "../arrows.ts";
import { projectFolder } from "../pinned-node.mjs";
import { startPostgres, type TestPostgres } from "./postgres.ts";
import { type Outcome, programStep, type Step } from "./step.ts";
import {
  installSystemPackages,
  missingSystemPackages,
  postgresBinaries,
  standbyNeeds,
} from "./system-packages.ts";
import { vitestStep } from "./vitest.ts";

const tool = (path: string) => join(projectFolder, "node_modules", path);
const node = process.execPath;
const tsc = tool("typescript7/bin/tsc");

let server: TestPostgres | undefined;
/** Where there is no server, tests run on the embedded database. */
const onServer = (): NodeJS.ProcessEnv => ({ TEST_DATABASE_URL: server?.url ?? "" });
const onEmbedded = (): NodeJS.ProcessEnv => ({ TEST_DATABASE_URL: "" });

/** Most of the centre's tests run on the server; these, which lean on the database, on the embedded one as well. */
const onBoth = [
  "center/database",
  "center/mailbox",
  "center/accounts/accounts",
  "center/notices/notices",
];

const parts: Readonly<Record<string, readonly Step[]>> = {
  lint: [
    programStep("format", node, [tool("@biomejs/biome/bin/biome"), "ci", "."]),
    programStep("lint", node, [tool("oxlint/bin/oxlint"), "--deny-warnings"]),
  ],
  types: [
    programStep("types", node, [tsc, "-p", "tsconfig.json"]),
    programStep("types of the pure rooms", node, [tsc, "-p", "tsconfig.pure.json"]),
    programStep("types of the pages", node, [tsc, "-p", "web/tsconfig.json"]),
  ],
  arrows: [{ name: "arrows between the rooms", run: arrows }],
  unit: [
    serverStep(() => postgresBinaries() !== undefined),
    vitestStep("unit", "unit", onServer),
    vitestStep("the centre, embedded database", "unit", onEmbedded, [
      ...onBoth,
      "-t=embedded PostgreSQL",
    ]),
  ],
  build: [programStep("pages", node, [join(projectFolder, "scripts/build.ts")])],
  "whole-path": [
    vitestStep("the whole path, embedded database", "whole-path"),
    serverStep(() => true),
    vitestStep("the whole path, DATABASE_URL", "whole-path", onServer, ["e2e/whole-path"]),
  ],
  browser: [vitestStep("browser", "browser")],
  standby: [vitestStep("a standby takes over", "standby")],
};

async function arrows(): Promise<Outcome> {
  const { modules, crossings, broken } = await checkArrows();
  for (const arrow of broken) console.error(arrow);
  console.log(
    `${modules} modules, ${crossings} imports between rooms, ${broken.length} not allowed`,
  );
  return broken.length === 0 && crossings > 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Starts the server unless it stands already, or need not be there. */
function serverStep(needed: () => boolean): Step {
  return {
    name: "a PostgreSQL server of its own",
    async run() {
      if (server || !needed()) return { passed: 0, failed: 0 };
      server = await startPostgres();
      console.log(server.version);
      return { passed: 1, failed: 0 };
    },
  };
}

async function run(step: Step): Promise<Outcome> {
  console.log(`\n── ${step.name}`);
  try {
    return await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

/** @returns what the part `standby` still misses, if it is wanted */
function provideServers(names: readonly string[]): readonly string[] {
  const named = names.includes("standby");
  if (named || (names.length === 0 && process.env["CI"] !== undefined)) {
    return installSystemPackages(standbyNeeds);
  }
  return names.length === 0 ? missingSystemPackages(standbyNeeds) : [];
}

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(", ")}; the parts are ${Object.keys(parts).join(", ")}`);
    return 2;
  }
  const missing = installSystemPackages();
  const missingServers = provideServers(names);
  const leftOut = names.length === 0 && missingServers.length > 0 ? ["standby"] : [];
  const wanted = names.length === 0 ? Object.keys(parts) : names;
  const steps = Object.entries(parts)
    .filter(([name]) => wanted.includes(name) && !leftOut.includes(name))
    .flatMap(([, group]) => group);
  const outcomes: { name: string; outcome: Outcome }[] = [];
  for (const step of steps) outcomes.push({ name: step.name, outcome: await run(step) });
  await server?.stop();

  console.log("");
  for (const { name, outcome } of outcomes) {
    console.log(
      `${outcome.failed === 0 ? "✓" : "✗"} ${name}: ${outcome.passed} passed, ${outcome.failed} failed`,
    );
  }
  for (const line of [...missing, ...missingServers]) console.log(`! ${line}`);
  for (const part of leftOut) console.log(`! left out: ${part}`);
  const sum = (key: keyof Outcome) =>
    outcomes.reduce((total, { outcome }) => total + outcome[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
