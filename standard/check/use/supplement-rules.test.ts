import { describe, expect, it } from "vitest";
import { carePlan, otherUser, planOfUse } from "../../rules/samples/base-sets.ts";
import { foundIn } from "../../rules/samples/found-in.ts";
import type { SampleFiles } from "../../rules/samples/sample-files.ts";

describe("the limit of a user", () => {
  it.each([
    ["06 事業対象者, as a rule", "06", "5032"],
    ["06 事業対象者, at most", "06", "10531"],
    ["12 要支援１", "12", "5032"],
    ["13 要支援２", "13", "10531"],
    ["21 要介護１", "21", "16765"],
    ["22 要介護２", "22", "19705"],
    ["23 要介護３", "23", "27048"],
    ["24 要介護４", "24", "30938"],
    ["25 要介護５", "25", "36217"],
  ])("is by law that of %s", async (_, level, units) => {
    expect(await foundIn(withLimit(level, units))).toEqual([]);
    if (units === "5032" && level === "06") return;
    const more = String(Number(units) + 1);
    expect(await foundIn(withLimit(level, more))).toEqual(["UPHOSOKU 1.19 limit-above-law"]);
  });

  it("is the higher one when the level changed in the month, and only then", async () => {
    expect(await foundIn(fell("20261231"))).toEqual([]);
    expect(await foundIn(fell("20261101"))).toEqual(["UPHOSOKU 1.19 limit-above-law"]);
  });

  it("is not judged without a care level", async () => {
    expect(await foundIn(withLimit("", "99999"))).toEqual([]);
  });
});

describe("the places of service types", () => {
  it("take only service types in scope", async () => {
    const files = planOfUse().with("UPHOSOKU", 1, { type1ServiceType: "33" });
    expect(await foundIn(files)).toEqual(["UPHOSOKU 1.20 service-out-of-scope"]);
  });

  it("may hold a type whose units are in table 7", async () => {
    const files = planOfUse().with("UPHOSOKU", 1, {
      type1ServiceType: "11",
      type1Limit: "667",
      type1Units: "667",
      type1Excess: "0",
    });
    expect(await foundIn(files)).toEqual([]);
  });
});

describe("the rows of a supplement", () => {
  it("may be several of a user who has several care plans", async () => {
    const later = { planChangedOn: "20261125" };
    const files = (["UP1KYO", "UPHOSOKU"] as const).reduce(
      (some, kind) => some.again(kind, 1, later),
      carePlan().without("UP2KYO").without("UP3KYO"),
    );
    expect((await foundIn(files)).join()).not.toContain("supplement-twice");
  });

  it("are one a user, also where another stands between", async () => {
    const files = planOfUse().again("UPHOSOKU", 1, otherUser).again("UPHOSOKU", 1);
    expect(await foundIn(files)).toContain("UPHOSOKU 3.3 supplement-twice");
  });
});

function withLimit(careLevel: string, limitUnits: string): SampleFiles {
  return planOfUse().with("UPHOSOKU", 1, { careLevel, limitUnits });
}

/** From 要介護３ to 要介護２, with the limit of 要介護３. */
function fell(careLevelChangedOn: string): SampleFiles {
  const change = { previousCareLevel: "23", careLevelChangedOn };
  return withLimit("22", "27048").with("UPHOSOKU", 1, change);
}
