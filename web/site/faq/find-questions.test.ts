import { expect, it } from "vitest";
import { findQuestions } from "./find-questions.ts";
import { questions } from "./questions.tsx";

const found = (typed: string) => findQuestions(questions, typed).map(({ id }) => id);

it("the questions of the start guide are found with the words people use", () => {
  expect(found("ライセンス料 いつ")).toContain("fee");
  expect(found("複数端末")).toContain("several-terminals");
  expect(found("申請 確認")).toContain("applied");
  expect(found("キャンセル")).toContain("cancel");
});

it("words of the answer count, in links too; nonsense finds nothing, and nothing typed finds all", () => {
  expect(found("介護給付費")).toEqual(["fee"]);
  expect(found("ファイルの確認だけ")).toEqual(["file-error"]);
  expect(found("ＨＤ")).toContain("hd");
  expect(found("ぞうさん")).toEqual([]);
  expect(found("")).toHaveLength(questions.length);
});

it("each question has a name of its own", () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
});
