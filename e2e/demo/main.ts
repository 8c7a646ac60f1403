/**
 * `npm run demo [-- --once]`: builds the pages, starts a centre on its embedded database, plays one month between two
 * made-up offices, and leaves the pages up until Ctrl-C. Exits 0 when the month has been played, 1 with the reason
 * when a station failed.
 */
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Center, startCenter } from "@tsunagi/center";
import { type Desk, explain, startDesk } from "@tsunagi/client";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { buildPages } from "../../web/build.ts";
import { type PlayedMonth, playMonth } from "../month/play.ts";
import { fillSupportSite } from "./fill-support-site.ts";
import { printPages, stationPrinter } from "./print.ts";

const folder = join(projectFolder, ".tsunagi", "demo");

async function demo(stayUp: boolean): Promise<void> {
  const report = stationPrinter(Date.now());
  await buildPages();
  report("画面を用意", "web/dist");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const center = await startCenter({
    dataFolder: join(folder, "center"),
    pagesFolder: join(projectFolder, "web/dist"),
    log: "silent",
  });
  try {
    report("センターを起動", `${center.exchangeUrl} 組み込みのPostgreSQL`);
    await fillSupportSite(join(folder, "center"));
    const month = await playMonth({ center, folder, report });
    console.log(`\n1か月分のやり取りが終わりました。証拠: ${join(folder, "evidence")}`);
    await showPages(center, month, stayUp);
  } finally {
    await center.stop();
  }
}

async function showPages(
  center: Center,
  { planner, provider }: PlayedMonth,
  stayUp: boolean,
): Promise<void> {
  const desks: Desk[] = [];
  try {
    for (const { engine } of [planner, provider]) desks.push(await startDesk({ engine }));
    printPages(center.webUrl, [planner, provider], desks);
    if (!stayUp) return;
    console.log("\n終わるには Ctrl-C を押してください。");
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  } finally {
    for (const desk of desks) await desk.stop();
    for (const { engine } of [planner, provider]) await engine.close();
  }
}

try {
  await demo(!process.argv.includes("--once"));
  process.exit(0);
} catch (error) {
  const { code, messageJa } = explain(error);
  console.error(`\n止まりました (${code}): ${messageJa}`);
  if (error instanceof Error) console.error(error.stack ?? error.message);
  process.exit(1);
}
