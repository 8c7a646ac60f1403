import { describe, expect, it } from "vitest";
import { otherUser, planOfUse } from "../../rules/samples/base-sets.ts";
import { foundIn } from "../../rules/samples/found-in.ts";
import type { SampleFiles } from "../../rules/samples/sample-files.ts";

const noTimes = { startTime: "9999", endTime: "9999" };
const elsewhere = { serviceOffice: "1370000037" };

describe("users of the files of a plan of use", () => {
  it("are not said to be missing from a file whose rows could not all be read", async () => {
    const files = planOfUse()
      .again("UPPLAN", 1, otherUser)
      .rows("UPHOSOKU", (rows) => [...rows, ["202407"]]);
    const found = (await foundIn(files)).join("\n");
    expect(found).toContain("UPPLAN 4 user-without-annex");
    expect(found).not.toContain("user-without-supplement");
  });

  it("are not compared with a file that is not there", async () => {
    expect(await foundIn(planOfUse().without("UPHOSOKU"))).toEqual(["UPPLAN set-incomplete"]);
  });
});

describe("counts of tables 6 and 7", () => {
  it("add up over days, and over rows of several visits", async () => {
    const twoAtOnce = planOfUse().withoutRow("UPPLAN", 2).with("UPPLAN", 1, { count: "2" });
    expect(await foundIn(twoAtOnce)).toEqual([]);
  });

  it.each([
    ["rows", "2"],
    ["the month", "1"],
    ["days that may be claimed", "40"],
  ])("of a service by the day may be those of %s", async (_, count) => {
    const byDay = planOfUse()
      .with("UPPLAN", 1, { ...noTimes, count: "7", dailyClaimDays: `${"1".repeat(20)}00000000000` })
      .with("UPPLAN", 2, {
        ...noTimes,
        count: "7",
        dailyClaimDays: `${"1".repeat(20)}00000000000`,
      });
    const found = (await foundIn(byDay.with("UPSIKYU", 1, { count }))).join();
    expect(found).not.toContain("count-mismatch");
    expect(await foundIn(byDay.with("UPSIKYU", 1, { count: "3", units: "488" }))).toContain(
      "UPPLAN 1.14 count-mismatch-flat",
    );
  });

  it("of visits with times are exact", async () => {
    const files = planOfUse().with("UPPLAN", 1, { count: "2" });
    expect(await foundIn(files)).toEqual(["UPPLAN 1.14 count-mismatch"]);
  });

  it("of services that may be paid by the month may be one", async () => {
    const monthly = { serviceCode: "731111" };
    const files = planOfUse()
      .with("UPPLAN", 1, monthly)
      .with("UPPLAN", 2, monthly)
      .with("UPSIKYU", 1, { ...monthly, count: "1", units: "488" });
    expect((await foundIn(files)).join()).not.toContain("count-mismatch");
  });

  it("are not judged of a user with a wrong value", async () => {
    const files = planOfUse().with("UPPLAN", 1, { count: "x" });
    expect(await foundIn(files)).toEqual(["UPPLAN 1.14 format"]);
  });
});

describe("lines of tables 6 and 7", () => {
  it("are the same though table 7 leaves out satellite and equipment", async () => {
    const files = planOfUse().with("UPPLAN", 3, { satellite: "01" });
    expect(await foundIn(files)).toEqual([]);
    const rented = { serviceCode: "171003", units: "300", ...noTimes, serviceDate: "20261201" };
    const pieces = planOfUse()
      .again("UPPLAN", 3, { ...rented, ...elsewhere, taisCode: "00001-000010" })
      .again("UPPLAN", 3, { ...rented, ...elsewhere, taisCode: "00001-000011" });
    const both = pieces.again("UPSIKYU", 1, {
      ...elsewhere,
      serviceCode: "171003",
      units: "300",
      count: "2",
      serviceUnits: "600",
      managedUnits: "600",
    });
    const found = (await foundIn(both)).join();
    expect(found).not.toContain("line-only");
    expect(found).not.toContain("mismatch");
  });

  it("are told apart by the codes of equipment that both tables name", async () => {
    const rented = { serviceCode: "171003", units: "300", taisCode: "00001-000010" };
    const sums = { count: "1", serviceUnits: "300", managedUnits: "300" };
    const files = planOfUse()
      .again("UPPLAN", 3, { ...rented, ...noTimes })
      .again("UPSIKYU", 1, { ...rented, ...sums, taisCode: "00001-000011" });
    const found = await foundIn(files);
    expect(found).toContain("UPPLAN 4.15 line-only-in-plan");
    expect(found).toContain("UPSIKYU 5.9 line-only-in-annex");
  });

  it("are told apart by their office", async () => {
    const files = planOfUse().with("UPPLAN", 3, elsewhere);
    expect(await foundIn(files)).toEqual([
      "UPPLAN 3.15 line-only-in-plan",
      "UPSIKYU 2.9 line-only-in-annex",
    ]);
  });

  it("with several units need each of them in table 7", async () => {
    const files = planOfUse().with("UPPLAN", 2, { units: "200" });
    expect(await foundIn(files)).toEqual(["UPPLAN 1.8 units-mismatch"]);
    const each = files
      .with("UPSIKYU", 1, { count: "1", serviceUnits: "244", managedUnits: "244" })
      .again("UPSIKYU", 1, { units: "200", count: "1", serviceUnits: "244", managedUnits: "244" });
    expect((await foundIn(each)).join()).not.toContain("mismatch");
  });
});

describe("the limit of a user", () => {
  it("leaves what goes beyond to be paid in full", async () => {
    const files = planOfUse().with("UPHOSOKU", 1, { limitUnits: "600", careLevel: "" });
    expect(await foundIn(split(files, "67", "600"))).toEqual([]);
    expect(await foundIn(split(files, "66", "601"))).toEqual(["UPSIKYU 4.22 over-limit"]);
  });

  it("is that of the care level when it is left out, and not judged when neither is known", async () => {
    expect(await foundIn(withLevel("12"))).toEqual([]);
    expect(await foundIn(over(withLevel("12")))).toContain("UPSIKYU 4.22 over-limit");
    expect((await foundIn(over(withLevel("")))).join()).not.toContain("over-limit");
  });
});

/** Units beyond the limit and within it, in the subtotal and the total. */
function split(files: SampleFiles, limitExcessUnits: string, limitWithinUnits: string) {
  const units = { limitExcessUnits, limitWithinUnits };
  return files.with("UPSIKYU", 3, units).with("UPSIKYU", 4, units);
}

function withLevel(careLevel: string): SampleFiles {
  return planOfUse().with("UPHOSOKU", 1, { limitUnits: "", careLevel });
}

/** 5,033 units: one more than 要支援１ has. */
function over(files: SampleFiles): SampleFiles {
  const many = { managedUnits: "5033", limitWithinUnits: "5033" };
  return files
    .with("UPSIKYU", 3, many)
    .with("UPSIKYU", 4, many)
    .with("UPSIKYU", 1, { units: "2427", serviceUnits: "4854", managedUnits: "4854" });
}
