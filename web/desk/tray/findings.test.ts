import type { FindingView, TraySet } from "@tsunagi/contract/desk";
import { describe, expect, it } from "vitest";
import { countOf, findingOfSet, receiverObstacle } from "./findings.ts";

const missing: FindingView = {
  code: "required",
  severity: "error",
  row: 3,
  field: 5,
  fieldName: "被保険者番号",
  message: "必須の項目が空です。",
};
const doubt: FindingView = { code: "length", severity: "warning", message: "長いようです。" };

describe("findings", () => {
  it("are counted over the set and its files", () => {
    const files = [{ findings: [missing, doubt] }, { findings: [missing] }] as TraySet["files"];
    expect(countOf({ findings: [doubt], files })).toEqual({ errors: 2, warnings: 2 });
  });
});

describe("a finding about a set", () => {
  const files = ["UPPLAN.CSV", "UPSIKYU.CSV"];

  it("names the first of its files where it is in a row", () => {
    expect(findingOfSet({ ...missing, files })).toEqual({ ...missing, file: "UPPLAN.CSV" });
    expect(findingOfSet({ ...doubt, files })).toEqual(doubt);
  });
});

describe("a receiver that cannot receive", () => {
  const to = { number: "1370000029", name: "みほん訪問介護", canReceive: false };

  it("is explained, known or unknown", () => {
    expect(receiverObstacle({ to, findings: [] })).toContain("FAX");
    expect(receiverObstacle({ to: { ...to, name: null }, findings: [] })).toContain(
      "見つかりません",
    );
    expect(receiverObstacle({ to: { ...to, canReceive: true }, findings: [] })).toBeUndefined();
  });

  it("is not explained twice when an error of the set says it already", () => {
    expect(receiverObstacle({ to, findings: [missing] })).toBeUndefined();
  });
});
