import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Center, type CenterConfig, startCenter } from "@tsunagi/center";
import { type Desk, startDesk } from "@tsunagi/client";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { projectFolder } from "../../scripts/pinned-node.mjs";
import type { JoinedOffice } from "../month/desk.ts";
import { joinOffice } from "../month/join.ts";
import type { MonthOffice } from "../month/offices.ts";
import { findBarriers, openPage, startChromium, takeScreenshot } from "./chromium.ts";

/** Where a test of pages plays: a centre with its pages, offices that join, and a Chromium. */
export interface Scene {
  readonly folder: string;
  readonly center: Center;
  readonly browser: Browser;
  join(who: MonthOffice): Promise<JoinedOffice>;
  /** Serves the desk of an office. */
  serve(office: JoinedOffice): Promise<Desk>;
  openDesk(office: JoinedOffice): Promise<Page>;
  /** Finds no barrier on a page; with a name a picture is taken too. */
  look(page: Page, name?: string): Promise<void>;
  /** Closes all that was opened, from the last to the first. */
  end(): Promise<void>;
}

/**
 * @param name of the test, for its folder
 * @param config of the centre, where it is not as usual
 */
export async function setScene(name: string, config: Partial<CenterConfig> = {}): Promise<Scene> {
  const ends: (() => Promise<unknown>)[] = [];
  const end = async (): Promise<void> => {
    for (const one of ends.reverse()) await one();
  };
  try {
    return await setUp(name, config, ends, end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function setUp(
  name: string,
  config: Partial<CenterConfig>,
  ends: (() => Promise<unknown>)[],
  end: () => Promise<void>,
): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), `tsunagi-${name}-`));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const center = await startCenter({
    dataFolder: join(folder, "center"),
    pagesFolder: join(projectFolder, "web/dist"),
    log: "silent",
    ...config,
  });
  ends.push(() => center.stop());
  const browser = await startChromium();
  ends.push(() => browser.close());

  async function serve({ engine }: JoinedOffice): Promise<Desk> {
    const served = await startDesk({ engine });
    ends.push(() => served.stop());
    return served;
  }
  return {
    folder,
    center,
    browser,
    async join(who) {
      const joined = await joinOffice(center, folder, who);
      ends.push(() => joined.engine.close());
      return joined;
    },
    serve,
    openDesk: async (office) => openPage(browser, (await serve(office)).url),
    async look(page, picture) {
      expect(await findBarriers(page)).toEqual([]);
      if (picture !== undefined) await takeScreenshot(page, picture, folder);
    },
    end,
  };
}
