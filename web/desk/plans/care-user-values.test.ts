import { describe, expect, it } from "vitest";
import { faultsOf, mended } from "../../parts/state/form-values.ts";
import {
  careUserFrom,
  careUserMends,
  careUserRules,
  usualLimitOf,
  valuesOfCareUser,
} from "./care-user-values.ts";

const typed = {
  ...valuesOfCareUser(undefined),
  insurerNumber: "１３９９９９",
  insuredNumber: "h123456789",
  name: "試験　花子",
  nameKana: "しけん ﾊﾅｺ",
  birthDate: "S10.4.1",
  postalCode: "〒０００ー００１２",
  careLevel: "22",
  limitUnits: "19,705",
};

describe("a care user that is entered", () => {
  it("comes out as the standard has it, and back as it was shown", () => {
    const values = mended(typed, careUserMends);
    expect(faultsOf(values, careUserRules)).toEqual({});
    const details = careUserFrom(values);
    expect(details).toEqual({
      insurerNumber: "139999",
      insuredNumber: "H123456789",
      name: "試験　花子",
      nameKana: "シケン ハナコ",
      birthDate: "19350401",
      postalCode: "000-0012",
      careLevel: "22",
      certificationStatus: "2",
      limitUnits: 19_705,
      benefitRate: 90,
    });
    expect(valuesOfCareUser(details)).toEqual(values);
  });

  it("is told what is missing, which date is none, and which character cannot be sent", () => {
    const values = {
      ...typed,
      insuredNumber: "12",
      birthDate: "昨日",
      name: "𠮷田",
      careLevel: "",
    };
    const faults = faultsOf(mended(values, careUserMends), careUserRules);
    expect(Object.keys(faults).sort()).toEqual(["birthDate", "careLevel", "insuredNumber", "name"]);
    expect(faults.name).toContain("「𠮷」");
  });

  it("has the limit that the law fixes for the level", () => {
    expect(usualLimitOf("25")).toBe("36217");
    expect(usualLimitOf("06")).toBe("5032");
    expect(usualLimitOf("")).toBe("");
  });
});
