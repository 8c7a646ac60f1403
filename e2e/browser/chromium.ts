import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import { chromiumPath } from "../../scripts/test/system-packages.ts";

/** The system's Chromium without a window; it asks the network for nothing of its own. */
export function startChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error("Chromium is not installed (Debian: chromium)");
  return chromium.launch({
    executablePath,
    // Without a locale Chromium cannot read names of files beyond ASCII.
    env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--lang=ja",
    ],
  });
}

/** A page at an address, in Japanese and in a time zone that is not Japan's: the pages must not depend on it. */
export async function openPage(browser: Browser, url: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    locale: "ja-JP",
    timezoneId: "UTC",
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const shots = join(projectFolder, "docs/screenshots");

/** How many pixels the page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  const width: unknown = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  return Number(width);
}

/** Saves what the page shows; into docs/screenshots when TSUNAGI_SCREENSHOTS is set, else beside the test's own data. */
export async function takeScreenshot(page: Page, name: string, fallback: string): Promise<void> {
  const folder = process.env["TSUNAGI_SCREENSHOTS"] ? shots : fallback;
  // A bar that sticks to the window's edge would stand across a full-page picture: make the window as high as the page.
  const window = page.viewportSize() ?? { width: 1280, height: 900 };
  const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
  await page.setViewportSize({ ...window, height: Math.max(window.height, height) });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize(window);
}

/** The widths at which pages are looked at, each with the ending of its pictures' names. */
export const widths = [
  ["", { width: 1280, height: 900 }],
  ["-phone", { width: 390, height: 844 }],
] as const;

/** At both widths: nothing stands out of the window, axe finds nothing; with a name a picture is taken too. */
export async function lookAtBothWidths(
  page: Page,
  name: string | undefined,
  fallback: string,
): Promise<void> {
  for (const [ending, size] of widths) {
    await page.setViewportSize(size);
    // A page may draw another thing for another width, once it hears of it.
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await findBarriers(page)).toEqual([]);
    if (name !== undefined) await takeScreenshot(page, `${name}${ending}`, fallback);
  }
  await page.setViewportSize(widths[0][1]);
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let axeSource: string | undefined;

/** The barriers that axe finds on the page (WCAG 2.1 A and AA), each with its place. */
export async function findBarriers(page: Page): Promise<string[]> {
  axeSource ??= await readFile(axePath, "utf8");
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{
          violations: { id: string; nodes: { target: string[] }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
    );
  });
}
