import { describe, expect, it } from "vitest";
import { officeIdFault, personIdFault, portalIdFault } from "./id-rules.ts";

describe("an ID for the portal", () => {
  it("is that of an office, or that of a corporation", () => {
    expect(portalIdFault("KJ131370000011")).toBeUndefined();
    expect(portalIdFault("HJ8990000000001")).toBeUndefined();
    expect(portalIdFault("HJ700001205000")).toContain("いまは14文字");
    expect(portalIdFault("HD131370000011")).toContain("代理請求用");
  });
});

describe("事業所ユーザID", () => {
  it("takes KJ, a prefecture and an office number, letters included", () => {
    expect(officeIdFault("KJ131370000011")).toBeUndefined();
    expect(officeIdFault("KJ1312A3456789")).toBeUndefined();
  });

  it.each([
    ["", "入力してください"],
    ["HD131370000011", "代理請求用"],
    ["1370000011", "KJから始まるID"],
    ["KJ13137000001", "いまは13文字"],
    ["KJ13137000001-", "使えない文字"],
  ])("%s will not do, and the page says why", (id, why) => {
    expect(officeIdFault(id)).toContain(why);
  });
});

describe("個人ユーザID", () => {
  it("takes c and nine figures", () => {
    expect(personIdFault("c000000001")).toBeUndefined();
  });

  it.each([
    ["", "入力してください"],
    ["kj131370000011", "事業所ユーザIDのよう"],
    ["c12345", "cと9桁"],
  ])("%s will not do, and the page says why", (id, why) => {
    expect(personIdFault(id)).toContain(why);
  });
});
