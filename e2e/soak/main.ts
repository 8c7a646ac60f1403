// npm run soak -- [--minutes N] [--seed N]: two centre processes over one PostgreSQL and four offices that send to each
// other, all of them killed again and again and their lines broken; in the end every accepted message must have been
// delivered once, with its files byte for byte.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { useEmbedded } from "../../center/database/embedded/server.ts";
import { type CenterProcess, startCenterProcess } from "../../center/testing/process.ts";
import { startNetwork } from "../../client/testing/network.ts";
import { databaseOf, killDatabase } from "../faults/database.ts";
import { chanceOf } from "./chance.ts";
import { joinAll, type SoakOffice } from "./offices.ts";
import { judge } from "./verdict.ts";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "30" }, seed: { type: "string" } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const chance = chanceOf(seed);
/** What has been broken, how often. */
const done = { centre: 0, database: 0, office: 0, line: 0 };
console.log(`seed ${seed}, ${minutes} minutes`);

const network = await startNetwork();
const offices = await joinAll(network, chance);
await network.stopCenter();
const { place, proxy } = network;
const server = await useEmbedded(place.dataFolder, "command", () => undefined);
const databaseUrl = databaseOf(server);

/** A centre process that is started again whenever it ends. */
interface Kept {
  kill(): void;
  end(): Promise<void>;
}

function keepCentre(first: CenterProcess): Kept {
  const port = new URL(first.exchangeUrl).port;
  let running: CenterProcess | undefined = first;
  const ending = new AbortController();
  const keep = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await running?.ended;
      running = undefined;
      if (ending.signal.aborted) return;
      // The database may be away: then the start fails, and is tried again.
      running = await startCentre(port).catch(() => wait(500));
    }
  };
  const kept = keep();
  return {
    kill: () => void running?.end("SIGKILL"),
    async end() {
      ending.abort();
      await running?.end("SIGTERM");
      await kept;
    },
  };
}

async function startCentre(port: string): Promise<CenterProcess> {
  const shared = { dataFolder: place.dataFolder, databaseUrl };
  return startCenterProcess(shared, "--exchange-port", port, "--log", "info");
}

const program = fileURLToPath(new URL("office.ts", import.meta.url));

/** An office that is started again whenever it is killed. */
function keepOffice(office: SoakOffice) {
  let child: ChildProcess;
  let making = true;
  let ending = false;
  const atRest = Promise.withResolvers<void>();
  const start = (): void => {
    child = fork(program, [JSON.stringify(office)]);
    child.once("message", () => atRest.resolve());
    child.once("exit", () => !ending && start());
    if (!making) child.send("make-no-more");
  };
  start();
  return {
    kill: () => void child.kill("SIGKILL"),
    /** Resolves when nothing that this office has sent is on its way any more. */
    comeToRest() {
      making = false;
      child.send("make-no-more");
      return atRest.promise;
    },
    async end() {
      ending = true;
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

const first = await startCentre("0");
const second = await startCentre("0");
proxy.ports = [first, second].map(({ exchangeUrl }) => Number(new URL(exchangeUrl).port));
const centres = [keepCentre(first), keepCentre(second)] as const;
const kept = offices.map(keepOffice);

const until = Date.now() + minutes * 60_000;
let nextWord = Date.now() + 60_000;
while (Date.now() < until) {
  await wait(chance.between(500, 4000));
  await breakSomething();
  if (Date.now() < nextWord) continue;
  nextWord += 60_000;
  console.log(`${Math.round((until - Date.now()) / 60_000)} minutes left`, done);
}
proxy.fault = { kind: "none" };
await Promise.all(kept.map((office) => office.comeToRest()));
for (const office of kept) await office.end();

const sql = postgres(databaseUrl, { max: 1 });
const verdict = await judge(offices, sql);
await sql.end();
for (const centre of centres) await centre.end();
await server.release();
await proxy.stop();
await place.remove();

const { sent, accepted, delivered, lost, doubled, strayed, changed, unproved } = verdict;
console.log(`sent ${sent}, accepted ${accepted}, delivered ${delivered}`);
const { centre, database, office, line } = done;
console.log(
  `killed: centre ${centre}, database ${database}, office ${office}; lines broken ${line}`,
);
console.log(`lost ${lost}, doubled ${doubled}`);
console.log(`strayed ${strayed}, changed ${changed}, unproved ${unproved}`);
process.exit(lost + doubled + strayed + changed + unproved === 0 ? 0 : 1);

async function breakSomething(): Promise<void> {
  const what = chance.one(["centre", "database", "office", "office", "line", "line"]);
  done[what] += 1;
  if (what === "centre") chance.one(centres).kill();
  if (what === "database") killDatabase(place);
  if (what === "office") kept[chance.between(0, kept.length - 1)]?.kill();
  if (what === "line") await breakLine();
}

async function breakLine(): Promise<void> {
  const kind = chance.one(["down", "silent", "cut-after"]);
  proxy.fault =
    kind === "cut-after"
      ? { kind, bytes: chance.between(1, 100_000), answered: chance.next() < 0.5 }
      : { kind };
  await wait(chance.between(200, 3000));
  proxy.fault = { kind: "none" };
}
