import { describe, expect, it } from "vitest";
import {
  deletion,
  otherUser,
  planner,
  planOfUse,
  provider,
  results,
  supportCenter,
} from "../../rules/samples/base-sets.ts";
import { foundIn } from "../../rules/samples/found-in.ts";
import type { SampleFiles } from "../../rules/samples/sample-files.ts";
import { parseServiceType } from "../../values/service-type.ts";

const elsewhere = { serviceOffice: "1370000037" };
const noTimes = { startTime: "9999", endTime: "9999" };
const rented = { serviceCode: "171003", units: "300", taisCode: "00001-000010", ...noTimes };
const shop = { ...provider, serviceType: parseServiceType("17") };

describe("the times of a visit", () => {
  it("may pass midnight", async () => {
    const night = { startTime: "2300", endTime: "0100" };
    expect(await foundIn(results().with("UPJSK", 1, night))).toEqual([]);
  });

  it("are judged even where another value of the row is wrong", async () => {
    const files = results().with("UPJSK", 1, { endTime: "9999", count: "x" });
    expect(await foundIn(files)).toEqual(["UPJSK 1.14 format", "UPJSK 1.12 time-half"]);
  });

  it("are not judged where one of them is wrong itself", async () => {
    const files = results().with("UPJSK", 1, { startTime: "2500", endTime: "9999" });
    expect(await foundIn(files)).toEqual(["UPJSK 1.12 format"]);
  });
});

describe("days that may be claimed by the day", () => {
  it("know leap years", async () => {
    const twentyNinth = { dailyClaimDays: `${"0".repeat(28)}100` };
    const inMonth = (month: string) =>
      results()
        .named("UPJSK", (name) => name.replace("202612", month))
        .withAll("UPJSK", { month, serviceDate: `${month}03`, ...noTimes })
        .withoutRow("UPJSK", 2)
        .with("UPJSK", 1, twentyNinth);
    expect(await foundIn(inMonth("202802"))).toEqual([]);
    expect(await foundIn(inMonth("202702"))).toEqual(["UPJSK 1.11 day-beyond-month"]);
  });
});

describe("equal rows", () => {
  it("are found where other users stand between them", async () => {
    const files = results().again("UPJSK", 1, otherUser).again("UPJSK", 1);
    expect(await foundIn(files)).toEqual(["UPJSK 5 visit-twice"]);
  });

  it("are none when a day has two visits, or two users the same", async () => {
    const evening = { startTime: "1800", endTime: "1830" };
    const files = results().again("UPJSK", 1, evening).again("UPJSK", 1, otherUser);
    expect(await foundIn(files)).toEqual([]);
  });

  it("are none at two satellites of an office", async () => {
    expect(await foundIn(results().again("UPJSK", 1, { satellite: "01" }))).toEqual([]);
  });
});

describe("pieces of equipment", () => {
  const shopResults = results().sent({ sender: shop }).withAll("UPJSK", rented);

  it("need no line number when their codes differ", async () => {
    const files = shopResults
      .withoutRow("UPJSK", 3)
      .withAll("UPJSK", { serviceDate: "20261201" })
      .with("UPJSK", 2, { taisCode: "00001-000011" });
    expect(await foundIn(files)).toEqual([]);
  });

  it("may be counted among those of the same code and units, whatever the piece", async () => {
    const files = shopResults
      .with("UPJSK", 1, { taisCode: "00001-000011", lineNo: "1" })
      .with("UPJSK", 2, { taisCode: "00001-000012", lineNo: "2" })
      .with("UPJSK", 3, { taisCode: "00001-000013", lineNo: "3" });
    expect(await foundIn(files)).toEqual([]);
  });

  it("are counted for each user", async () => {
    const first = shopResults.withAll("UPJSK", { serviceDate: "20261201", lineNo: "1" });
    const files = first
      .with("UPJSK", 2, { lineNo: "2" })
      .with("UPJSK", 3, { ...otherUser, lineNo: "1" });
    expect(await foundIn(files)).toEqual([]);
    expect(await foundIn(files.with("UPJSK", 3, { lineNo: "3" }))).toEqual([
      "UPJSK 3.19 line-number-order",
    ]);
  });
});

describe("offices", () => {
  it("of a plan may be the receiver's where a support centre entrusts it", async () => {
    const entrusted = planOfUse().sent({ sender: supportCenter, receiver: planner });
    expect(await foundIn(entrusted)).toEqual([]);
  });

  it("of a preventive plan that is passed on may be the support centre's", async () => {
    expect(await foundIn(passedOn("A21111"))).not.toContain("UPPLAN 1.6 planning-office");
    expect(await foundIn(passedOn("111111"))).toContain("UPPLAN 1.6 planning-office");
  });

  it("that differ are said once a file", async () => {
    const files = results().withAll("UPJSK", elsewhere);
    expect(await foundIn(files)).toEqual(["UPJSK 1.20 results-office"]);
  });

  it("of results that a care manager passes on may be anyone's", async () => {
    const theirs = results().sent({ sender: planner, receiver: supportCenter });
    expect(await foundIn(theirs.withAll("UPJSK", elsewhere))).toEqual([]);
  });

  it("of deleted results are the sender's, with their service type", async () => {
    const files = deletion("DLTJSK").with("DLTJSK", 1, { ...elsewhere, serviceType: "15" });
    expect(await foundIn(files)).toEqual(["DLTJSK 1.5 results-office", "DLTJSK 1.6 results-type"]);
  });
});

describe("users whom the receiver does not serve", () => {
  it("are not judged when a row's office cannot be read", async () => {
    const files = planOfUse()
      .withAll("UPPLAN", elsewhere)
      .with("UPPLAN", 1, { serviceOffice: "137000002９" });
    expect((await foundIn(files)).join()).not.toContain("user-not-served");
  });

  it("are served when a row that is wrong elsewhere is of the receiver", async () => {
    const files = planOfUse()
      .withAll("UPPLAN", elsewhere)
      .with("UPPLAN", 1, { serviceOffice: provider.office, count: "x" });
    expect(await foundIn(files)).toEqual(["UPPLAN 1.14 format"]);
  });

  it("may be sent to a care manager", async () => {
    const files = planOfUse().sent({ receiver: supportCenter });
    expect(await foundIn(files)).toEqual([]);
  });
});

/** A plan for the support centre that the care manager passes on. */
function passedOn(serviceCode: string): SampleFiles {
  const rows = { planningOffice: supportCenter.office, serviceCode };
  return planOfUse().without("UPSIKYU").withAll("UPPLAN", rows);
}
