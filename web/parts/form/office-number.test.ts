import { describe, expect, it } from "vitest";
import { mendOfficeNumber, officeNumberFault } from "./office-number.ts";

describe("an office number that is typed", () => {
  it("may be full-width, small, and with hyphens", () => {
    expect(mendOfficeNumber("１２ａ３４５－６７８９")).toBe("12A3456789");
    expect(officeNumberFault("12A3456789")).toBeUndefined();
  });

  it.each([
    ["", "入力してください"],
    ["KJ1212A3456789", "事業所ユーザID"],
    ["12A345678", "いまは9文字"],
    ["12_3456789", "英大文字"],
    ["99A3456789", "都道府県"],
  ])("%s will not do, and the sentence says why", (typed, says) => {
    expect(officeNumberFault(typed)).toContain(says);
  });
});
