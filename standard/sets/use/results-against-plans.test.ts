import { describe, expect, it } from "vitest";
import {
  otherUser,
  planner,
  planOfUse,
  provider,
  results,
  supportCenter,
} from "../../rules/samples/base-sets.ts";
import { foundIn } from "../../rules/samples/found-in.ts";
import { parseOfficeNumber } from "../../values/office-number.ts";
import { parseServiceType } from "../../values/service-type.ts";

const unplanned = results().again("UPJSK", 1, otherUser);
const neighbour = { ...provider, office: parseOfficeNumber("1370000037") };

describe("results of a user whom the plan does not have", () => {
  it("are found whatever the order in which the files are given", async () => {
    const found = ["UPJSK 4 result-without-plan"];
    expect(await foundIn(planOfUse().and(unplanned))).toEqual(found);
    expect(await foundIn(unplanned.and(planOfUse()))).toEqual(found);
  });

  it("are not judged without a plan from their receiver to their sender", async () => {
    expect(await foundIn(unplanned)).toEqual([]);
    const ofAnother = unplanned.sent({ receiver: supportCenter });
    expect(await foundIn(planOfUse().and(ofAnother))).toEqual([]);
    const byAnother = unplanned
      .withAll("UPJSK", { serviceOffice: neighbour.office })
      .sent({ sender: neighbour });
    expect(await foundIn(planOfUse().and(byAnother))).toEqual([]);
  });

  it("are not judged by the plan of another month, or of another service type", async () => {
    const nextMonth = unplanned
      .named("UPJSK", (name) => name.replace("202612", "202701"))
      .withAll("UPJSK", { month: "202701", serviceDate: "20270103" })
      .withoutRow("UPJSK", 2);
    expect(await foundIn(planOfUse().and(nextMonth))).toEqual([]);
    const dayCare = { ...provider, serviceType: parseServiceType("15") };
    const ofDayCare = unplanned.sent({ sender: dayCare });
    const found = (await foundIn(planOfUse().and(ofDayCare))).join();
    expect(found).not.toContain("result-without-plan");
  });

  it("are not judged by a plan whose rows could not all be read", async () => {
    const plan = planOfUse().rows("UPPLAN", (rows) => [...rows, ["202407"]]);
    const found = (await foundIn(plan.and(unplanned))).join();
    expect(found).not.toContain("result-without-plan");
  });
});

describe("results that are planned", () => {
  it("may have other times, days, counts and services of the type", async () => {
    const changed = { serviceDate: "20261205", startTime: "1000", serviceCode: "111211" };
    const files = planOfUse().and(results().with("UPJSK", 1, { ...changed, endTime: "1030" }));
    expect(await foundIn(files)).toEqual([]);
  });

  it("may be passed on by a care manager to the support centre that planned", async () => {
    const plan = planOfUse().sent({ sender: supportCenter, receiver: planner });
    const passedOn = results().sent({ sender: planner, receiver: supportCenter });
    expect(await foundIn(plan.and(passedOn))).toEqual([]);
    const other = unplanned.sent({ sender: planner, receiver: supportCenter });
    expect(await foundIn(plan.and(other))).toEqual(["UPJSK 4 result-without-plan"]);
  });
});
