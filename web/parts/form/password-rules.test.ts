import { describe, expect, it } from "vitest";
import { newPasswordAgainFault, newPasswordFault } from "./password-rules.ts";

describe("a new password", () => {
  it.each([
    ["", "入力してください"],
    ["abc1234", "いまは7文字"],
    ["12345678", "英字"],
    ["abcdefgh", "数字"],
    [`a1${"x".repeat(127)}`, "128文字以内"],
  ])("%s will not do, and the page says why", (password, why) => {
    expect(newPasswordFault(password)).toContain(why);
  });

  it("will do with letters and figures", () => {
    expect(newPasswordFault("tsunagi2026")).toBeUndefined();
  });

  it("must be typed the same twice", () => {
    expect(newPasswordAgainFault("", "tsunagi2026")).toContain("もう一度");
    expect(newPasswordAgainFault("tsunagi2027", "tsunagi2026")).toContain("一致していません");
    expect(newPasswordAgainFault("tsunagi2026", "tsunagi2026")).toBeUndefined();
  });
});
