import { describe, expect, it } from "vitest";
import {
  basics,
  carePlan,
  otherUser,
  planner,
  preventivePlan,
  provider,
  supportCenter,
} from "../../rules/samples/base-sets.ts";
import { foundIn } from "../../rules/samples/found-in.ts";

describe("a file of several care plans", () => {
  const two = carePlan()
    .again("UP1KYO", 1, otherUser)
    .again("UPHOSOKU", 1, otherUser)
    .again("UP2KYO", 1, otherUser)
    .again("UP3KYO", 1, otherUser);

  it("numbers the needs of each plan from 1", async () => {
    expect(await foundIn(two)).toEqual([]);
  });

  it("tells the users whom the receiver does not serve from those it does", async () => {
    const files = two.with("UP2KYO", 4, { serviceOffice: "1370000037" });
    expect(await foundIn(files)).toEqual(["UP2KYO 4.17 care-plan-not-served"]);
  });

  it("may be sent whole to a care manager or a support centre", async () => {
    const files = two.with("UP2KYO", 4, { serviceOffice: "1370000037" });
    expect(await foundIn(files.sent({ receiver: supportCenter }))).toEqual([]);
  });
});

describe("table 2", () => {
  it("may leave out what is as above, and its offices", async () => {
    const bare = { needNo: "", goalNo: "", serviceOffice: "", serviceOfficeName: "" };
    expect(await foundIn(carePlan().with("UP2KYO", 2, bare))).toEqual([]);
    expect(await foundIn(carePlan().withAll("UP2KYO", { serviceOffice: "" }))).toEqual([]);
  });

  it("is not judged over a row that has errors of its own", async () => {
    const files = carePlan().with("UP2KYO", 2, { goalNo: "1.5" });
    expect(await foundIn(files)).toEqual(["UP2KYO 2.8 format"]);
  });

  it("names the goal where a new need has none above it", async () => {
    const files = carePlan().with("UP2KYO", 3, { goalNo: "" });
    expect(await foundIn(files)).toEqual(["UP2KYO 3.8 nothing-above"]);
    const noGoal = { goalNo: "", longTermGoal: "", shortTermGoal: "", supportNo: "" };
    expect(await foundIn(carePlan().with("UP2KYO", 3, noGoal))).toEqual([]);
  });
});

describe("table 3", () => {
  it("names all that is wrong with a row", async () => {
    const files = carePlan().with("UP3KYO", 1, { service: "", weekday: "", serviceStart: "" });
    expect(await foundIn(files)).toEqual([
      "UP3KYO 1.7 week-service-without-day",
      "UP3KYO 1.6 week-row-without-content",
      "UP3KYO 1.8 week-end-without-start",
    ]);
  });
});

describe("dates", () => {
  it("are compared by the standard's fields, each pair by itself", async () => {
    const files = basics().with("UPKIHON", 1, {
      birthDate: "20261111",
      previousConsultationOn: "20261111",
    });
    expect(await foundIn(files)).toEqual([
      "UPKIHON 1.4 dates-reversed",
      "UPKIHON 1.4 dates-reversed",
      "UPKIHON 1.24 dates-reversed",
    ]);
  });

  it("that are empty or of six digits are let be", async () => {
    const files = basics()
      .with("UPKIHON", 1, { consultedOn: "261110", certifiedTo: "" })
      .withAll("UPKIHON_SUB1", { consultedOn: "261110" })
      .withAll("UPKIHON_SUB2", { consultedOn: "261110" });
    expect(new Set((await foundIn(files)).map((one) => one.split(" ").at(-1)))).toEqual(
      new Set(["date-of-six-digits-in-doubt"]),
    );
  });
});

describe("preventive care", () => {
  it("is the support centre's own when a service office gets it", async () => {
    const own = preventivePlan().with("UPYOBO", 1, { outsourcing: "1" });
    expect(await foundIn(own.sent({ receiver: provider }))).toEqual([]);
    expect(await foundIn(own.sent({ receiver: planner }))).toEqual([
      "UPYOBO 1.6 own-though-care-manager",
    ]);
  });

  it("numbers supports within issues and services within supports", async () => {
    const files = preventivePlan().again("UPYOBO_SUB", 1, { issueNo: "2" });
    expect(await foundIn(files)).toEqual([]);
  });
});
