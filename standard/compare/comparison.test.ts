import { describe, expect, it } from "vitest";
import { documentOf } from "../documents/testing/sample-documents.ts";
import { deletion, otherUser, planOfUse, provider, results } from "../rules/samples/base-sets.ts";
import type { SampleFiles } from "../rules/samples/sample-files.ts";
import { parseOfficeNumber } from "../values/office-number.ts";
import { parseServiceType } from "../values/service-type.ts";
import { shownVisit } from "./compared-visit.ts";
import { type Comparison, compareSides, isSame } from "./comparison.ts";
import { describeComparison } from "./describe-comparison.ts";
import { takeSide } from "./side.ts";

const plan = (sample: SampleFiles) => documentOf("plan-of-use", sample);
const given = (sample: SampleFiles) => documentOf("results", sample);

function againstResults(one: SampleFiles, other: SampleFiles): Comparison {
  return compareSides(takeSide("plan", [plan(one)]), takeSide("results", [given(other)]));
}

function againstPlan(one: SampleFiles, other: SampleFiles): Comparison {
  return compareSides(takeSide("plan", [plan(one)]), takeSide("plan", [plan(other)]));
}

/** What became of each visit: day, outcome, and what changed. */
function outcomes({ users }: Comparison): readonly string[] {
  return users.flatMap(({ visits }) =>
    visits.map((one) =>
      [
        Number(shownVisit(one).date.slice(6)),
        one.outcome,
        ...(one.outcome === "changed" ? one.changes : []),
      ].join(" "),
    ),
  );
}

const elsewhere = { serviceOffice: "1370000037", serviceOfficeName: "かくう通所介護" };

describe("a plan and its results", () => {
  it("are the same visit by visit where all was done as planned", () => {
    const comparison = againstResults(planOfUse(), results());
    expect(outcomes(comparison)).toEqual(["3 same", "7 same", "8 same"]);
    expect(isSame(comparison)).toBe(true);
  });

  it.each([
    ["a visit that was not made is missing", results().withoutRow("UPJSK", 2), "7 missing"],
    [
      "one at another time of the day is one visit whose time changed",
      at("0910", "0940"),
      "7 changed time",
    ],
    [
      "one of another code at the same time is one visit whose code changed",
      coded("112111"),
      "7 changed code",
    ],
    [
      "a longer one with the code of its length is one visit",
      results().with("UPJSK", 2, { serviceCode: "112111", endTime: "1000", units: "387" }),
      "7 changed time code units",
    ],
    [
      "one made twice differs in its count",
      results().with("UPJSK", 2, { count: "2" }),
      "7 changed count",
    ],
    ["units that differ are said", results().with("UPJSK", 2, { units: "250" }), "7 changed units"],
    [
      "units that are left to the claim are not a difference",
      results().with("UPJSK", 2, { units: "0" }),
      "7 same",
    ],
    [
      "another branch is the same visit",
      results().with("UPJSK", 2, { satellite: "01" }),
      "7 changed satellite",
    ],
  ])("%s", (_, answer, expected) => {
    expect(outcomes(againstResults(planOfUse(), answer))).toEqual(["3 same", expected, "8 same"]);
  });

  it("on different days are a missing visit and an added one", () => {
    const moved = results().with("UPJSK", 2, { serviceDate: "20261209" });
    expect(outcomes(againstResults(planOfUse(), moved))).toEqual([
      "3 same",
      "7 missing",
      "8 same",
      "9 added",
    ]);
  });

  it("at other times that have nothing in common, under another code, are two visits", () => {
    const other = results().with("UPJSK", 2, {
      serviceCode: "112111",
      startTime: "1500",
      endTime: "1600",
    });
    expect(outcomes(againstResults(planOfUse(), other))).toContain("7 missing");
    expect(outcomes(againstResults(planOfUse(), other))).toContain("7 added");
  });

  it("pair the nearest of several visits of a day", () => {
    const twice = planOfUse().again("UPPLAN", 1, { startTime: "1600", endTime: "1630" });
    const late = results()
      .with("UPJSK", 1, { startTime: "0910", endTime: "0940" })
      .again("UPJSK", 1, { startTime: "1550", endTime: "1620" });
    const { users } = againstResults(twice, late);
    const pairs = users[0]?.visits.flatMap(({ before, after }) =>
      before?.date === "20261203" ? [[before.startTime, after?.startTime]] : [],
    );
    expect(pairs).toEqual([
      ["0900", "0910"],
      ["1600", "1550"],
    ]);
  });

  it("do not speak of each other's offices: what others give is not missing", () => {
    const shared = planOfUse().with("UPPLAN", 2, elsewhere);
    const comparison = againstResults(shared, results().withoutRow("UPJSK", 2));
    expect(outcomes(comparison)).toEqual(["3 same", "7 unreported", "8 same"]);
    expect(isSame(comparison)).toBe(true);
  });

  it("of a sender without any row speak for that sender", () => {
    const other = results().withAll("UPJSK", otherUser);
    expect(outcomes(againstResults(planOfUse(), other))).toEqual([
      "3 missing",
      "7 missing",
      "8 missing",
      "3 added",
      "7 added",
      "8 added",
    ]);
    expect(againstResults(planOfUse(), other).users.map(({ standsIn }) => standsIn)).toEqual([
      "before",
      "after",
    ]);
  });

  it("add up to units and stand against the limit", () => {
    const [user] = againstResults(planOfUse(), results().withoutRow("UPJSK", 3)).users;
    expect(user?.totals.before).toEqual({ count: 3, units: 667, managed: 667, doubts: [] });
    expect(user?.totals.after).toEqual({ count: 2, units: 488, managed: 488, doubts: [] });
    expect(user?.limit).toEqual({ limit: 19_705, managed: 488, outstanding: false });
  });

  it("of several offices are held against the limit with what others have planned", () => {
    const shared = planOfUse().with("UPPLAN", 3, elsewhere).with("UPSIKYU", 2, elsewhere);
    const [user] = againstResults(shared, results().withoutRow("UPJSK", 3)).users;
    expect(user?.totals.after.units).toBe(488);
    expect(user?.limit).toEqual({ limit: 19_705, managed: 667, outstanding: true });
  });

  it("say where units were taken from the plan, and where nobody knows them", () => {
    const open = results().with("UPJSK", 3, { units: "0" });
    const [user] = againstResults(planOfUse(), open).users;
    expect(user?.totals.after).toMatchObject({
      units: 667,
      doubts: [{ serviceCode: "117211", why: "taken-from-plan" }],
    });
    const unknown = open.with("UPJSK", 3, {
      serviceCode: "116275",
      startTime: "9999",
      endTime: "9999",
    });
    expect(againstResults(planOfUse(), unknown).users[0]?.totals.after).toMatchObject({
      units: 488,
      doubts: [{ serviceCode: "116275", why: "not-known" }],
    });
  });

  it("count against the limit only what table 7 counts", () => {
    const outside = planOfUse().with("UPSIKYU", 2, { managedUnits: "" });
    expect(againstResults(outside, results()).users[0]?.totals.after).toMatchObject({
      units: 667,
      managed: 488,
    });
  });

  it("leave out of the limit what is past 30 days of stay", () => {
    const past = results().with("UPJSK", 3, { over30Days: "1" });
    expect(againstResults(planOfUse(), past).users[0]?.totals.after).toMatchObject({
      units: 667,
      managed: 488,
      doubts: [],
    });
  });

  it("count all of a service whose details leave it to their subtotal, and say where that holds less", () => {
    const left = [1, 2].reduce(
      (files, row) => files.with("UPSIKYU", row, { managedUnits: "" }),
      planOfUse(),
    );
    expect(againstResults(left, results()).users[0]?.totals.after).toMatchObject({
      managed: 667,
      doubts: [],
    });
    const less = left.with("UPSIKYU", 3, { serviceUnits: "488" });
    expect(againstResults(less, results()).users[0]?.totals.after).toMatchObject({
      managed: 667,
      doubts: [
        { serviceCode: "111111", why: "limit-not-known" },
        { serviceCode: "117211", why: "limit-not-known" },
      ],
    });
  });

  it("of a service by the day hold as planned, and are said to be by count once they are not", () => {
    const byTheDay = planOfUse().with("UPSIKYU", 1, {
      count: "10",
      serviceUnits: "2440",
      managedUnits: "2440",
    });
    expect(againstResults(byTheDay, results()).users[0]?.totals.after.units).toBe(2440 + 179);
    const [user] = againstResults(byTheDay, results().withoutRow("UPJSK", 2)).users;
    expect(user?.totals.after).toMatchObject({
      units: 244 + 179,
      doubts: [{ serviceCode: "111111", why: "not-by-count" }],
    });
  });

  it("stand against no limit where no table 7 tells what counts", () => {
    const bare = planOfUse().without("UPSIKYU");
    const [user] = againstResults(bare, results()).users;
    expect(user?.totals.after).toMatchObject({ units: 667, managed: undefined });
    expect(user?.limit).toBeUndefined();
  });

  it("stand against the law's limit for the care level where the supplement leaves it empty", () => {
    const unsaid = planOfUse().with("UPHOSOKU", 1, { limitUnits: "" });
    expect(againstResults(unsaid, results()).users[0]?.limit?.limit).toBe(19_705);
  });

  it("of a service by the month come to its units once", () => {
    const monthly = planOfUse().with("UPSIKYU", 1, { serviceUnits: "244", managedUnits: "244" });
    const [user] = againstResults(monthly, results().withoutRow("UPJSK", 2)).users;
    expect(user?.totals.before.units).toBe(244 + 179);
    expect(user?.totals.after.units).toBe(244 + 179);
  });
});

describe("what holds in the end", () => {
  const later = { time: "20261201090000" };
  const changed = planOfUse().withoutRow("UPPLAN", 2).sent(later);

  it("is the newest plan of each care user, in whatever order they come", () => {
    const sides = [
      [plan(planOfUse()), plan(changed)],
      [plan(changed), plan(planOfUse())],
    ].map((documents) => takeSide("plan", documents));
    for (const side of sides) {
      const [user] = side.users.values();
      expect(user?.table6?.lines.map(({ total }) => total)).toEqual([1, 1]);
      expect(user?.times).toEqual(["20261201090000"]);
    }
  });

  it("keeps the plans of care users whom a newer file does not name", () => {
    const other = planOfUse().sent(later);
    const all = (["UPPLAN", "UPSIKYU", "UPHOSOKU"] as const).reduce(
      (files, kind) => files.withAll(kind, otherUser),
      other,
    );
    expect(takeSide("plan", [plan(planOfUse()), plan(all)]).users.size).toBe(2);
  });

  it("is nothing after a deletion that came later", () => {
    const deleted = documentOf("deletion", deletion("DLTPLAN").sent(later));
    expect(takeSide("plan", [plan(planOfUse()), deleted]).users.size).toBe(0);
    const before = documentOf("deletion", deletion("DLTPLAN").sent({ time: "20261101090000" }));
    expect(takeSide("plan", [plan(planOfUse()), before]).users.size).toBe(1);
  });

  it("is no result of a service that was deleted later", () => {
    const deleted = documentOf("deletion", deletion("DLTJSK").sent({ time: "20270105090000" }));
    const side = takeSide("results", [given(results()), deleted]);
    expect([...side.users.values()][0]?.table6?.lines).toEqual([]);
    expect(
      compareSides(takeSide("plan", [plan(planOfUse())]), side).users[0]?.visits.map(
        ({ outcome }) => outcome,
      ),
    ).toEqual(["missing", "missing", "missing"]);
  });

  it("counts results once that a care manager passed on", () => {
    const relayed = results().sent({
      sender: { office: parseOfficeNumber("1370000011"), serviceType: parseServiceType("43") },
      time: "20270103090000",
    });
    const side = takeSide("results", [given(results()), given(relayed)]);
    expect([...side.users.values()][0]?.table6?.lines.map(({ total }) => total)).toEqual([2, 1]);
    expect(side.reported).toContain(`${provider.office}/${provider.serviceType}`);
  });
});

describe("two plans", () => {
  it("differ where an office gave way to another", () => {
    const other = planOfUse().with("UPPLAN", 2, elsewhere);
    expect(outcomes(againstPlan(planOfUse(), other))).toEqual([
      "3 same",
      "7 changed office",
      "8 same",
    ]);
  });

  it("differ in equipment that was exchanged, and not in how it is numbered", () => {
    const rental = { startTime: "9999", endTime: "9999", serviceCode: "171003", units: "500" };
    const wheelchair = planOfUse().with("UPPLAN", 1, {
      ...rental,
      taisCode: "00001-000010",
      lineNo: "1",
    });
    const another = wheelchair.with("UPPLAN", 1, { taisCode: "00001-000020" });
    expect(outcomes(againstPlan(wheelchair, another))).toContain("3 changed equipment");
    expect(isSame(againstPlan(wheelchair, wheelchair.with("UPPLAN", 1, { lineNo: "2" })))).toBe(
      true,
    );
  });

  it("do not take one addition of a day for another", () => {
    const timeless = { startTime: "9999", endTime: "9999" };
    const one = planOfUse().again("UPPLAN", 1, { ...timeless, serviceCode: "114000" });
    const other = planOfUse().again("UPPLAN", 1, { ...timeless, serviceCode: "116275" });
    expect(outcomes(againstPlan(one, other)).filter((each) => each.startsWith("3"))).toEqual([
      "3 same",
      "3 missing",
      "3 added",
    ]);
  });
});

describe("a comparison in words", () => {
  it("is a month with signs, what differs, and the sums", () => {
    const answer = at("0910", "0940").withoutRow("UPJSK", 3);
    expect(describeComparison(againstResults(planOfUse(), answer)).join("\n")).toBe(
      `試験　花子 さん（保険者 139999・被保険者 0000000001）　令和8年12月分
  提供時間帯   コード   1 2 3 4 5 6 7 8 910111213141516171819202122232425262728293031
                       火水木金土日月火水木金土日月火水木金土日月火水木金土日月火水木
  09:00-09:30  111111   . .○ . . .時 . . . . . . . . . . . . . . . . . . . . . . . .   2→2
  14:00-14:45  117211   . . . . . . .－ . . . . . . . . . . . . . . . . . . . . . . .   1→0
  ○ 同じ　－ 実績にない　時 時刻が変更
  時　7日（月）　時刻 09:00-09:30 → 09:10-09:40
      09:00-09:30　訪問介護 111111　みほん訪問介護ステーション
  －　8日（火）　実績にありません
      14:00-14:45　訪問介護 117211　みほん訪問介護ステーション
  合計　　予定 3回 667単位　実績 2回 488単位
  限度額　19,705単位のうち 488単位。あと 19,217単位あります。
`,
    );
  });

  it("names the care users without a difference", () => {
    expect(describeComparison(againstResults(planOfUse(), results()))).toEqual([
      "違いのない利用者　試験　花子",
    ]);
  });
});

function at(startTime: string, endTime: string): SampleFiles {
  return results().with("UPJSK", 2, { startTime, endTime });
}

function coded(serviceCode: string): SampleFiles {
  return results().with("UPJSK", 2, { serviceCode });
}
