import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { cell } from "../paper/cell.ts";
import { a4Portrait, type Form } from "../paper/form.ts";
import { onPages } from "../paper/sheet.ts";
import { stack } from "../paper/stack.ts";
import { textOn } from "../testing/check-pages.ts";
import { pdfOf } from "./pdf.ts";
import { type ReadPdf, readPdf } from "./testing/read-pdf.ts";

const madeAt = new Date("2026-12-01T00:00:00Z");

/** A form of one page for each text. */
function form(about: string, title: string, ...texts: readonly string[]): Form {
  return onPages({
    title,
    about,
    paper: a4Portrait,
    top: cell(title),
    body: stack(texts.map((text) => cell(text, { least: 250 }))),
  });
}

function printed(forms: readonly Form[], contents = false): ReadPdf {
  return readPdf(Buffer.concat([...pdfOf(() => forms, { title: "帳票", contents, madeAt })]));
}

const allOf = ({ objects }: ReadPdf) => [...objects.values()].join("\n");

/** A text of the file's own objects: UTF-16 in brackets. */
const inUtf16 = (text: string) =>
  `(\u00fe\u00ff${Buffer.from(text, "utf16le").swap16().toString("latin1")})`;

const plan = form("試験　花子", "第1表", "髙齢の方の①の計画 (1/2) fi", "二枚目");
const week = form("試験　花子", "第3表", "週間");
const other = form("見本　太郎", "第1表", "ほかの方");

describe("forms as PDF", () => {
  it("hold the text of the pages, to be selected and searched", () => {
    const { pages } = printed([plan, week]);
    expect(pages).toHaveLength(3);
    expect(pages.join("")).toBe(textOn([plan, week]));
  });

  it("say what they are: PDF/A-2b, in Japanese, with colours of their own and no font from elsewhere", () => {
    const pdf = printed([plan]);
    expect(allOf(pdf)).toContain("/Lang (ja-JP)");
    expect(allOf(pdf)).toContain("/DisplayDocTitle true");
    expect(allOf(pdf)).toContain("/S /GTS_PDFA1");
    expect(allOf(pdf)).toMatch(/\/BaseFont \/\w{6}\+BIZUDGothic-Regular/u);
    expect(allOf(pdf)).not.toContain("Helvetica");
    const bytes = Buffer.concat([
      ...pdfOf(() => [plan], { title: "帳票", contents: false, madeAt }),
    ]);
    expect(bytes.toString("latin1")).toContain("<pdfaid:part>2</pdfaid:part>");
    // The font itself has 4.4 MB: only what is drawn of it is in the file.
    expect(bytes.length).toBeLessThan(60_000);
  });

  it("have a bookmark for each form, below whom it is about", () => {
    const { objects } = printed([plan, week, other]);
    const titles = ["試験　花子", "第1表", "第3表", "見本　太郎"].map((title) => [
      title,
      inUtf16(title),
    ]);
    const marks = [...objects]
      .filter(([, words]) => words.includes("/Title") && words.includes("/Parent"))
      .toSorted(([a], [b]) => a - b)
      .map(([number, words]) => ({
        number,
        title: titles.find(([, written = ""]) => words.includes(written))?.[0],
        below: Number(/\/Parent (\d+)/u.exec(words)?.[1]),
      }));
    const titleOf = (sought: number) => marks.find(({ number }) => number === sought)?.title;
    expect(marks.map(({ title, below }) => [titleOf(below), title])).toEqual([
      [undefined, "試験　花子"],
      ["試験　花子", "第1表"],
      ["試験　花子", "第3表"],
      [undefined, "見本　太郎"],
      ["見本　太郎", "第1表"],
    ]);
  });

  it("begin with contents, where these are wanted: each form with its page and a link", () => {
    const pdf = printed([plan, week, other], true);
    expect(pdf.pages).toHaveLength(5);
    expect(pdf.pages[0]).toContain("試験花子第1表2第3表4見本太郎第1表5");
    expect(pdf.pages.map((text) => /-(\d)-$/u.exec(text)?.[1])).toEqual(["1", "2", "3", "4", "5"]);
    for (const at of [0, 1, 2]) {
      expect(allOf(pdf)).toContain(`/D (form-${at})`);
      expect(allOf(pdf)).toMatch(new RegExp(`\\(form-${at}\\) \\[\\d+ 0 R /XYZ`, "u"));
    }
  });

  it("comes in pieces while forms are counted too, so that whoever asks may do something else between", () => {
    const pdf = pdfOf(() => [plan, plan], { title: "帳票", contents: true });
    const sizes = Array.from(pdf, ({ length }) => length);
    expect(sizes.slice(0, 2)).toEqual([0, 0]);
    expect(sizes.slice(2).every((size) => size > 0)).toBe(true);
  });

  it("may be called anything", () => {
    const bytes = Buffer.concat([
      ...pdfOf(() => [plan], { title: "A&B <11月>", contents: false, madeAt }),
    ]);
    expect(bytes.toString("utf8")).toContain(">A＆B ＜11月＞</rdf:li>");
  });

  it("may be none", () => {
    const pdf = pdfOf(() => [], { title: "帳票", contents: false });
    let next = pdf.next();
    while (!next.done) next = pdf.next();
    expect(next.value).toEqual({ forms: 0, pages: 0 });
  });
});

describe("a character that the font lacks", () => {
  it("is drawn as its code, and is itself when it is copied out", () => {
    const { contents, pages } = printed([form("𠮷野", "第1表", "𠮷野家")]);
    expect(pages[0]).toContain("020BB7野家");
    expect(contents[0]).toContain(`/ActualText ${inUtf16("𠮷")}`);
  });

  it("but not when it is a letter with its mark, or the font has it though MS932 does not", () => {
    const { contents, pages } = printed([form("é", "第1表", "か\u3099é葛\u{e0100}城")]);
    expect(pages[0]).toContain("がé葛城");
    expect(contents[0]).toContain(`/ActualText ${inUtf16("葛\u{e0100}")}`);
  });
});

describe("memory", () => {
  it("does not grow with the number of pages, whatever is written on them", () => {
    setFlagsFromString("--expose-gc");
    const collectGarbage: unknown = runInNewContext("gc");
    if (typeof collectGarbage !== "function") throw new Error("garbage cannot be collected");
    function heapAfter(): number {
      Reflect.apply(collectGarbage as () => void, undefined, []);
      return process.memoryUsage().heapUsed;
    }
    const held: number[] = [];
    let pages = 0;
    for (const _ of pdfOf(many, { title: "帳票", contents: false })) {
      pages++;
      if (pages === 60 || pages === 220) held.push(heapAfter());
    }
    const [early = 0, late = 0] = held;
    // Numbers of pages and bookmarks are kept: some kilobytes a page. What is on the page would be a hundred.
    expect((late - early) / 160).toBeLessThan(12_000);
  });
});

function* many(): Generator<Form> {
  for (let at = 0; at < 220; at++) {
    const texts = Array.from({ length: 60 }, (_, line) => `${at} の ${line} 行目の文章です`);
    yield form(`利用者${at}`, "第1表", texts.join("\n"));
  }
}
