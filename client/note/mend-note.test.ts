import type { Mending } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { type WrittenFile, writeMendNote } from "./mend-note.ts";

const nothingLeft = { files: [], sets: [], attachments: [], others: [], hidden: 0 };

function written(name: string, ...done: readonly Mending[]): WrittenFile {
  return { from: `もと/${name}`, done, doneCount: done.length };
}

function noteOf(files: readonly WrittenFile[], all = false): string {
  return writeMendNote(files, nothingLeft, "直したもの", { columns: 100, all })
    .map(({ text }) => text)
    .join("\n");
}

const header: Mending = {
  rule: "header-row",
  code: "header-row",
  row: 1,
  count: 1,
  message: "見出しの行を取り除きました。",
};

describe("the note on files that were mended", () => {
  it("says how much was put right, and what is alike once with an example", () => {
    const note = noteOf([written("a.CSV", header), written("b.CSV", header), written("c.CSV")]);
    expect(note.split("\n")[0]).toBe(
      "3 ファイルを 直したもの に書き出しました。2 ファイルの 2 か所を直しました。",
    );
    expect(note).toContain("・ 見出しの行を取り除きました。（2 か所、たとえば a.CSV の1行目）");
    expect(note.split("見出しの行").length).toBe(2);
  });

  it("keeps fields apart, and cuts what is long", () => {
    const values = Array.from(
      { length: 12 },
      (_, at): Mending => ({
        rule: "full-width",
        code: "format",
        row: 3,
        field: at + 1,
        fieldName: "項目",
        count: 1,
        message: "半角に直しました。",
      }),
    );
    const note = noteOf([written("a.CSV", ...values)]);
    expect(note).toContain("項目10「項目」: 半角に直しました。（a.CSV の3行目）");
    expect(note).toContain("ほか 2 種類は、--all を付けるとすべて出します。");
    expect(noteOf([written("a.CSV", ...values)], true)).toContain("項目12「項目」");
  });

  it("says that there was nothing to do", () => {
    expect(noteOf([written("a.CSV")])).toContain("直したところはなく、どれももとのままです。");
  });
});
