import { describe, expect, it } from "vitest";
import { holds } from "./found.ts";

describe("what is searched", () => {
  const texts = ["見本ケア Pro", "見本ソフト株式会社"];

  it("is found whatever the width and case, and with every word in any order", () => {
    expect(holds(texts, "ｐｒｏ")).toBe(true);
    expect(holds(texts, "株式会社　見本ケア")).toBe(true);
    expect(holds(texts, "ケアpro")).toBe(true);
  });

  it("is not found when one of the words is missing, and everything is when nothing was typed", () => {
    expect(holds(texts, "見本 記録")).toBe(false);
    expect(holds(texts, " ")).toBe(true);
  });
});
