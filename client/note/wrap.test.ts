import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf, wrap } from "./wrap.ts";

const bare = (lines: string) => lines.replace(/\s/gu, "");

describe("lines of a note", () => {
  it("count full-width characters twice", () => {
    expect(widthOf("UPPLANの3行目")).toBe(13);
    expect(widthOf("𠮷ｶﾅ")).toBe(4);
  });

  it("end between words, before a closing sign is due and not after an opening one", () => {
    expect(wrap("文字コードが（UTF-8）です。", 14, "・ ")).toEqual([
      "・ 文字コード",
      "   が（UTF-8）",
      "   です。",
    ]);
  });

  it("leave the name of a file whole", () => {
    const name = "UPPLAN_202612_1370000011_43_1370000029_11_20261120110000.CSV";
    expect(wrap(`予定 ${name} です`, 40, "")).toContain(name);
  });

  it("hold all of the text, in its order, for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 10, max: 100 }),
        (text, columns) => {
          expect(bare(wrap(text, columns, "・ ").join("\n"))).toBe(bare(`・ ${text}`));
        },
      ),
    );
  });
});
