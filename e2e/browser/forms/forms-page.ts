import { readFile } from "node:fs/promises";
import { type Form, svgOf } from "@tsunagi/forms";
import { fontFile } from "@tsunagi/forms/pdf";
import type { Browser, Page } from "playwright-core";

/** Dots an inch of the pictures: the smallest type can still be told apart, and a page has some 40 kB. */
const resolution = 64;

/** Millimetres in dots. */
export function dots(length: number): number {
  return Math.round((length / 25.4) * resolution);
}

/** A page that has the forms' font and nothing else. */
export async function openFormsPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ deviceScaleFactor: 1 });
  const page = await context.newPage();
  const font = (await readFile(fontFile)).toString("base64");
  await page.setContent(
    `<style>
      @font-face { font-family: "BIZ UDGothic"; src: url(data:font/ttf;base64,${font}) }
      body { margin: 0 }
      svg { display: block; width: 100vw; height: auto }
    </style><main></main>`,
  );
  await page.evaluate(`document.fonts.load('10px "BIZ UDGothic"', "帳票")`);
  return page;
}

/** A picture of a page of a form as the browser draws it. @param number from 0 */
export async function pictureOf(page: Page, form: Form, number: number): Promise<Buffer> {
  const { width, height } = form.pages[number]?.paper ?? { width: 0, height: 0 };
  await page.setViewportSize({ width: dots(width), height: dots(height) });
  await page.locator("main").evaluate(
    (main, svg) => {
      main.innerHTML = svg;
    },
    svgOf(form, number),
  );
  return page.screenshot();
}
