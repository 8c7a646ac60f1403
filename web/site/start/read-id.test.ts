import { describe, expect, it } from "vitest";
import { readId } from "./read-id.ts";

describe("an ID that is checked by its form", () => {
  it("is an office's with KJ, prefecture and office number, whatever its width and case", () => {
    const office = { kind: "office", prefecture: "千葉県", number: "12A3456789" };
    expect(readId("KJ1212A3456789")).toMatchObject(office);
    expect(readId("ｋｊ12-12ａ3456789 ")).toMatchObject(office);
  });

  it("is refused with the reason when it is an agent's", () => {
    expect(readId("HD121234567890")).toMatchObject({
      kind: "agent",
      says: expect.stringContaining("代理請求"),
    });
  });

  it("is explained when it is a person's", () => {
    expect(readId("c123456789")).toMatchObject({
      kind: "person",
      says: expect.stringContaining("個人ユーザID"),
    });
  });

  it("is explained when it is a corporation's", () => {
    expect(readId("ｈｊ8990000000001")).toMatchObject({
      kind: "corporation",
      says: expect.stringContaining("法人ユーザID"),
    });
  });

  it("is wrong when it is too short, or of no prefecture", () => {
    expect(readId("KJ12")).toMatchObject({
      kind: "wrong",
      says: expect.stringContaining("14文字"),
    });
    expect(readId("KJ4812A3456789")).toMatchObject({
      kind: "wrong",
      says: expect.stringContaining("都道府県"),
    });
    expect(readId("  ")).toEqual({ kind: "none" });
  });
});
