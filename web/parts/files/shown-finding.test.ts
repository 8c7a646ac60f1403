import { describe, expect, it } from "vitest";
import { groupFindings, placeOf, type ShownFinding } from "./shown-finding.ts";

const missing: ShownFinding = {
  severity: "error",
  row: 3,
  field: 5,
  fieldName: "被保険者番号",
  message: "必須の項目が空です。",
};
const doubt: ShownFinding = { severity: "warning", message: "長いようです。" };

function placesOf(...findings: readonly ShownFinding[]): readonly string[] {
  return groupFindings(findings).map(placeOf);
}

describe("findings", () => {
  it("are placed by row and field as far as these are known", () => {
    expect(placesOf(missing)).toEqual(["3行目 項目5「被保険者番号」"]);
    expect(placesOf({ ...doubt, row: 2 })).toEqual(["2行目"]);
    expect(placesOf(doubt)).toEqual([""]);
  });

  it("stand with the errors first", () => {
    expect(groupFindings([doubt, missing]).map(({ finding }) => finding)).toEqual([missing, doubt]);
  });

  it("that say the same of many rows are one", () => {
    const rows = [3, 5, 8, 9, 12].map((row) => ({ ...missing, row }));
    expect(placesOf(...rows)).toEqual(["3・5・8行目ほか2行 項目5「被保険者番号」"]);
    expect(placesOf(missing, { ...missing, row: 4 })).toEqual(["3・4行目 項目5「被保険者番号」"]);
  });

  it("that say something else, or of another field, stay apart", () => {
    expect(placesOf(missing, { ...missing, field: 6 }, { ...missing, message: "別" })).toHaveLength(
      3,
    );
  });
});
