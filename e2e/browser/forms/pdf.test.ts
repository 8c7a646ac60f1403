import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Form } from "@tsunagi/forms";
import { pdfOf } from "@tsunagi/forms/pdf";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startChromium } from "../chromium.ts";
import { differenceOf, makeComparer, paperIn } from "./compare-pictures.ts";
import { dots, openFormsPage, pictureOf } from "./forms-page.ts";
import { sampleForms } from "./sample-forms.ts";

const forms = sampleForms();

const a4 = { width: 210, height: 297 };

/** The viewer's drawing is scaled, and so smoothed: this much of a square's ink may come or go. */
const tolerated = 0.14;

describe("a PDF shows in Chromium's own viewer what the screen shows", () => {
  let browser: Browser;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    browser = await startChromium();
    page = await makeComparer(await openFormsPage(browser));
    folder = await mkdtemp(join(tmpdir(), "tsunagi-pdf-"));
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  /** Waits until the viewer shows a form as the screen does. @returns what the viewer shows */
  async function shownAs(form: Form): Promise<Buffer> {
    const path = join(folder, "forms.pdf");
    await writeFile(path, [...pdfOf(() => [form], { title: form.title, contents: false })]);
    const screen = await pictureOf(page, form, 0);
    const { width, height } = form.pages[0]?.paper ?? a4;
    const size = { width: dots(width), height: dots(height) };
    const viewer = await browser.newPage({
      viewport: { width: 2 * size.width, height: 2 * size.height },
    });
    await viewer.goto(`${pathToFileURL(path).href}#toolbar=0&navpanes=0&view=Fit`);
    let shown: Buffer | undefined;
    await expect
      .poll(
        async () => {
          shown = await paperIn(page, await viewer.screenshot(), size);
          return shown === undefined ? "no paper" : differenceOf(page, screen, shown, tolerated);
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe("");
    await viewer.close();
    return shown ?? Buffer.alloc(0);
  }

  it.each(forms)("$title", async (form) => {
    await shownAs(form);
  });

  it("and a line of text that is lost would be seen", async () => {
    const [form] = forms;
    if (form === undefined) throw new Error("there are no forms");
    const [lost] = form.pages[0]?.items.filter(({ kind }) => kind === "text").slice(3) ?? [];
    const pages = form.pages.map(({ paper, items }) => ({
      paper,
      items: items.filter((item) => item !== lost),
    }));
    const shown = await shownAs({ ...form, pages });
    const whole = await pictureOf(page, form, 0);
    expect(await differenceOf(page, whole, shown, tolerated)).not.toBe("");
  });
});
