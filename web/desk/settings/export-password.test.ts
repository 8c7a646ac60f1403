import { describe, expect, it } from "vitest";
import { exportPasswordAgainFault, exportPasswordFault, strengthOf } from "./export-password.ts";

describe("the password of a file with key and certificate", () => {
  it.each([
    ["", "入力してください"],
    ["natsu-2026", "いまは10文字"],
    ["なつのうみとやまのそらとかぜ", "半角"],
    ["a1".repeat(65), "128文字以内"],
  ])("%s will not do, and the page says why", (password, why) => {
    expect(exportPasswordFault(password)).toContain(why);
    expect(strengthOf(password)).toBeUndefined();
  });

  it.each([
    ["202611231234", "weak", "数字だけでなく"],
    ["abcabcabcabcabc", "weak", "繰り返し"],
    ["natsu-no-umi", "fair", "16文字以上"],
    ["natsu-no-umi-2026 !", "strong", "強い"],
  ])("%s will do, is %s, and that is said plainly", (password, degree, words) => {
    expect(exportPasswordFault(password)).toBeUndefined();
    expect(strengthOf(password)).toMatchObject({ degree });
    expect(strengthOf(password)?.sentence).toContain(words);
  });

  it("must be typed the same twice", () => {
    expect(exportPasswordAgainFault("", "natsu-no-umi-2026")).toContain("もう一度");
    expect(exportPasswordAgainFault("natsu-no-umi-2027", "natsu-no-umi-2026")).toContain(
      "一致していません",
    );
    expect(exportPasswordAgainFault("natsu-no-umi-2026", "natsu-no-umi-2026")).toBeUndefined();
  });
});
