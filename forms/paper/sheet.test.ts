import { describe, expect, it } from "vitest";
import { outsideMargins } from "../testing/check-pages.ts";
import { beside } from "./beside.ts";
import type { Content } from "./block.ts";
import { cell } from "./cell.ts";
import { drawing } from "./drawing.ts";
import { a4Portrait, type Form } from "./form.ts";
import { onPages } from "./sheet.ts";
import { stack, table } from "./stack.ts";

const lines = (count: number, word = "行") =>
  Array.from({ length: count }, (_, at) => `${word}${at}`).join("\n");

function formOf(body: Content): Form {
  return onPages({ title: "表", about: "", paper: a4Portrait, top: cell("頭"), body });
}

/** The texts of each page, without its top and its number. */
function bodies({ pages }: Form): readonly (readonly string[])[] {
  return pages.map(({ items }) =>
    items.flatMap((item) => (item.kind === "text" ? [item.text] : [])).slice(1, -1),
  );
}

describe("a form goes on over its pages", () => {
  it("between lines, with its top and its number on each", () => {
    const form = formOf(cell(lines(150)));
    const texts = form.pages.map(({ items }) =>
      items.flatMap((item) => (item.kind === "text" ? [item.text] : [])),
    );
    expect(texts.map((page) => page[0])).toEqual(["頭", "頭", "頭"]);
    expect(texts.map((page) => page.at(-1))).toEqual(["1/3", "2/3", "3/3"]);
    expect(bodies(form).flat()).toEqual(lines(150).split("\n"));
  });

  it("each part of a row for itself; what is said already says that it goes on", () => {
    const form = formOf(
      beside([50, cell("課題", { continued: "（続き）" })], [100, cell(lines(100))]),
    );
    expect(bodies(form).map(([first]) => first)).toEqual(["課題", "（続き）"]);
  });

  it("with the heading of a table on each page, small rows kept whole", () => {
    const rows = Array.from({ length: 40 }, (_, at) => cell(lines(3, `${at}の`)));
    const pages = bodies(formOf(table(cell("見出し"), rows)));
    expect(pages.length).toBeGreaterThan(1);
    for (const [heading, ...said] of pages) {
      expect(heading).toBe("見出し");
      expect(said.length % 3).toBe(0);
    }
  });

  it("and what grows fills the page, in its shares", () => {
    const form = formOf(stack([cell("一", { grow: 1 }), cell("二"), cell("三", { grow: 3 })]));
    const boxes = form.pages[0]?.items.flatMap((item) => (item.kind === "box" ? [item] : [])) ?? [];
    const [, one, two, three] = boxes;
    const spare = (box: typeof one) => (box?.height ?? 0) - (two?.height ?? 0);
    expect(spare(three)).toBeCloseTo(3 * spare(one), 5);
    expect((three?.y ?? 0) + (three?.height ?? 0)).toBeCloseTo(297 - 10 - 5, 5);
  });

  it("on a longer page, where a part can not be split", () => {
    const form = formOf(stack([cell("前"), drawing(400, () => {}), cell("後")]));
    expect(form.pages.map(({ paper }) => Math.round(paper.height))).toEqual([297, 437]);
    expect(bodies(form).flat()).toEqual(["前", "後"]);
    expect(outsideMargins(form)).toEqual([]);
  });
});
