import type { Browser } from "playwright-core";

/** What comes over a line, and how late. */
export interface Line {
  readonly latencyMs: number;
  readonly bytesPerSecond: number;
}

/** The first opening of a page. */
export interface Opened {
  /** Until the first contentful paint. */
  readonly firstPaintMs: number;
  /** Until the page has its heading. */
  readonly headingMs: number;
  /** All that came, heads of answers included, as it came: compressed. */
  readonly bytes: number;
}

/** How many times slower the processor is made. */
const slowness = 4;

/** Opens a page in a browser that has never seen it; without a line the network is as fast as it is. */
export async function openSlowly(
  browser: Browser,
  url: string,
  line: Line | undefined,
): Promise<Opened> {
  const context = await browser.newContext({ locale: "ja-JP" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await session.send("Network.enable");
    if (line !== undefined) {
      await session.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: line.latencyMs,
        downloadThroughput: line.bytesPerSecond,
        uploadThroughput: line.bytesPerSecond / 2,
      });
    }
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    await page.goto(url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const headingMs = Number(await page.evaluate("performance.now()"));
    const firstPaintMs = Number(
      await page.evaluate(
        `performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN`,
      ),
    );
    return { firstPaintMs, headingMs, bytes };
  } finally {
    await context.close();
  }
}
