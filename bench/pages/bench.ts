import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCenter } from "@tsunagi/center";
import { openEngine, startDesk } from "@tsunagi/client";
import type { Browser } from "playwright-core";
import { startChromium } from "../../e2e/browser/chromium.ts";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { type Line, type Opened, openSlowly } from "./open-slowly.ts";

/** As the developer tools of Chromium have it under "Fast 3G". */
const fast3g: Line = { latencyMs: 562.5, bytesPerSecond: 180_000 };

const rounds = 5;

interface Site extends Opened {
  readonly name: string;
  readonly line: "fast 3G" | "this computer";
}

/**
 * How long the first opening of each site takes on a processor of a quarter of the speed, over a telephone's line or, of
 * the desk, on the same computer. Each round is a browser's first: nothing is kept from before. Medians.
 */
export async function benchPages(asJson: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tsunagi-pages-"));
  const center = await startCenter({
    dataFolder: join(folder, "center"),
    pagesFolder: join(projectFolder, "web/dist"),
    log: "silent",
  });
  const engine = await openEngine({
    folder: join(folder, "office"),
    centre: center.exchangeUrl,
    authority: center.authorities.join("\n"),
  });
  const desk = await startDesk({ engine });
  const browser = await startChromium();
  try {
    const sites: Site[] = [];
    for (const name of ["site", "portal", "check"]) {
      const opened = await median(browser, () => `${center.webUrl}/${name}/`, fast3g);
      sites.push({ name, line: "fast 3G", ...opened });
    }
    const opened = await median(browser, () => desk.newUrl(), undefined);
    sites.push({ name: "desk", line: "this computer", ...opened });
    console.log(asJson ? JSON.stringify(sites) : sites.map(inWords).join("\n"));
  } finally {
    await browser.close();
    await desk.stop();
    await engine.close();
    await center.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function median(
  browser: Browser,
  url: () => string,
  line: Line | undefined,
): Promise<Opened> {
  const all: Opened[] = [];
  for (let round = 0; round < rounds; round += 1) {
    all.push(await openSlowly(browser, url(), line));
  }
  const middle = (of: (one: Opened) => number): number =>
    all.map(of).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return {
    firstPaintMs: middle(({ firstPaintMs }) => firstPaintMs),
    headingMs: middle(({ headingMs }) => headingMs),
    bytes: middle(({ bytes }) => bytes),
  };
}

function inWords({ name, line, firstPaintMs, headingMs, bytes }: Site): string {
  return [
    `${name} (${line}):`,
    `something to see after ${(firstPaintMs / 1000).toFixed(1)} s,`,
    `its heading after ${(headingMs / 1000).toFixed(1)} s,`,
    `${(bytes / 1000).toFixed(0)} kB over the line`,
  ].join(" ");
}
