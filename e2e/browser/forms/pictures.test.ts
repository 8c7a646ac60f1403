import { existsSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Form, TextItem } from "@tsunagi/forms";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startChromium } from "../chromium.ts";
import { differenceOf, makeComparer } from "./compare-pictures.ts";
import { openFormsPage, pictureOf } from "./forms-page.ts";
import { sampleForms } from "./sample-forms.ts";

const approved = fileURLToPath(new URL("./approved", import.meta.url));

/** Whoever has looked at the pictures writes them anew with TSUNAGI_APPROVE=1. */
const approving = process.env["TSUNAGI_APPROVE"] === "1";

const forms = sampleForms();
const allPages = forms.flatMap((form) =>
  form.pages.map((_, number) => ({ form, number, name: nameOf(form.title, number) })),
);

describe("forms look as somebody approved", () => {
  let browser: Browser;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    browser = await startChromium();
    page = await makeComparer(await openFormsPage(browser));
    folder = await mkdtemp(join(tmpdir(), "tsunagi-forms-"));
  });

  afterAll(async () => {
    await browser.close();
  });

  it("each form of the standard is among them", () => {
    expect(forms.map(({ title }) => title).sort()).toEqual(
      [
        "第1表　居宅サービス計画書（１）",
        "第2表　居宅サービス計画書（２）",
        "第3表　週間サービス計画表",
        "第6表　サービス利用票（予定）",
        "第6表　サービス利用票（実績）",
        "第7表　サービス利用票別表",
        "利用者基本情報",
        "介護予防サービス・支援計画書",
        "削除のお知らせ",
      ].sort(),
    );
  });

  it("and the eye that compares them sees a letter that is missing, and a word a millimetre aside", async () => {
    for (const form of forms) {
      const whole = await pictureOf(page, form, 0);
      const shorter = changed(form, (text) => ({ ...text, text: text.text.replace(/\S/u, "　") }));
      const moved = changed(form, (text) => ({ ...text, x: text.x + 1 }));
      expect(await differenceOf(page, whole, await pictureOf(page, form, 0))).toBe("");
      expect(await differenceOf(page, whole, await pictureOf(page, shorter, 0))).not.toBe("");
      expect(await differenceOf(page, whole, await pictureOf(page, moved, 0))).not.toBe("");
    }
  });

  it.each(allPages)("$name", async ({ form, number, name }) => {
    const picture = await pictureOf(page, form, number);
    const path = join(approved, `${name}.png`);
    if (approving) await writeFile(path, picture);
    expect(existsSync(path), `look at it, then TSUNAGI_APPROVE=1: ${path}`).toBe(true);
    const difference = await differenceOf(page, picture, await readFile(path));
    const now = join(folder, `${name}.png`);
    if (difference !== "") await writeFile(now, picture);
    expect(difference, `it looks otherwise now: ${now}; approved: ${path}`).toBe("");
  });
});

/** A form with a letter less, and one with a word in another place. */
function changed(form: Form, change: (text: TextItem) => TextItem): Form {
  const pages = form.pages.map(({ paper, items }) => {
    const at = items.findIndex((item) => item.kind === "text" && item.text.length > 4);
    return {
      paper,
      items: items.map((item, index) =>
        index === at && item.kind === "text" ? change(item) : item,
      ),
    };
  });
  return { ...form, pages };
}

/** The first page of a form: 第2表-居宅サービス計画書（２）-1. */
function nameOf(title: string, number: number): string {
  return `${title.replaceAll(/\s/gu, "-")}-${number + 1}`;
}
