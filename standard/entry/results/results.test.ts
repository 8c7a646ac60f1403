import { describe, expect, it } from "vitest";
import type { SetDocument } from "../../documents/document.ts";
import { documentOf } from "../../documents/testing/sample-documents.ts";
import { checkFiles } from "../../report/check-files.ts";
import { otherUser, planOfUse, provider, user } from "../../rules/samples/base-sets.ts";
import { parseTime } from "../../values/clock-time.ts";
import { parseOfficeNumber } from "../../values/office-number.ts";
import { parseSetTime } from "../../values/set-time.ts";
import { beginDraft, followPlan, isOtherPlan } from "./begin-draft.ts";
import {
  addLine,
  allAsPlanned,
  moveDay,
  nothingGiven,
  removeLine,
  setCount,
  setTimes,
  setUnits,
  toggleDay,
} from "./change-draft.ts";
import { dayOfLine, differencesFromPlan } from "./line-days.ts";
import { plansInForce, type ResultsRoute } from "./plans-in-force.ts";
import type { ResultsDraft } from "./results-draft.ts";
import { resultsSets } from "./results-sets.ts";
import { readResultsDraft } from "./stored-draft.ts";

const office = parseOfficeNumber(provider.office);
const moment = new Date("2027-01-02T01:00:00Z");
const later = { start: parseTime("0910"), end: parseTime("0940") };

/** 試験 花子: body care on the 3rd and the 7th (line 0), household on the 8th (line 1). */
const body = (day: number) => ({ line: "0", day });
const household = (day: number) => ({ line: "1", day });

function routeOf(sample = planOfUse()): ResultsRoute {
  const [route] = plansInForce([documentOf("plan-of-use", sample)], office);
  if (route === undefined) throw new Error("the sample has a plan for the office");
  return route;
}

function begun(route = routeOf()): ResultsDraft {
  const [first] = route.users;
  if (first === undefined) throw new Error("the route has a care user");
  return beginDraft(first, route.month, route.manager.office);
}

/** What UPJSK says of a draft, visit by visit: day, times, code, count. */
function written(draft: ResultsDraft): readonly string[] {
  return (resultsOf(draft).results?.users ?? []).flatMap(({ table6 }) =>
    table6.lines
      .flatMap(({ visits }) => visits)
      .toSorted((a, b) => a.row - b.row)
      .map(
        ({ record }) =>
          `${record.serviceDate.slice(6)} ${record.startTime}-${record.endTime} ${record.serviceCode} x${record.count}`,
      ),
  );
}

function resultsOf(draft: ResultsDraft, sent: ResultsDraft | null = null) {
  const route = routeOf();
  const [first] = route.users;
  if (first === undefined) throw new Error("the route has a care user");
  return resultsSets(route, [{ user: first, draft, sent }], moment);
}

async function findingsIn(draft: ResultsDraft, sent: ResultsDraft | null = null) {
  const { files, sets } = await checkFiles(
    resultsOf(draft, sent).files.map(({ name, bytes }) => ({
      path: name,
      size: bytes.length,
      name,
      read: () => [bytes],
    })),
  );
  return [...files, ...sets].flatMap(({ findings }) => findings.map(({ message }) => message));
}

const asPlanned = [
  "03 0900-0930 111111 x1",
  "07 0900-0930 111111 x1",
  "08 1400-1445 117211 x1",
] as const;

describe("results begun from a plan", () => {
  it("are as planned, conform, and go back to the care manager who sent the plan", async () => {
    expect(written(begun())).toEqual(asPlanned);
    expect(await findingsIn(begun())).toEqual([]);
    expect(resultsOf(begun()).files.map(({ name }) => name)).toEqual([
      "UPJSK_202612_1370000029_11_1370000011_43_20270102100001.CSV",
    ]);
    expect(differencesFromPlan(begun())).toBe(0);
  });

  it("leave out what other offices and other services of this office give", () => {
    const sample = planOfUse()
      .again("UPPLAN", 1, { serviceOffice: "1370000037" })
      .again("UPPLAN", 1, { serviceCode: "151111" });
    expect(written(begun(routeOf(sample)))).toEqual(asPlanned);
  });

  it("survive being kept as JSON, and nothing else is taken for them", () => {
    const draft = addLine(setTimes(begun(), body(3), later), {
      service: { serviceCode: "111211", satellite: "01" },
      times: later,
      units: 387,
    });
    expect(readResultsDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    for (const other of [
      null,
      [],
      {},
      { ...draft, planTime: "x" },
      { ...draft, lines: [{ ...draft.lines[0], given: [{ day: "3" }] }] },
      { ...draft, lines: [{ ...draft.lines[0], times: { start: "2500", end: "0000" } }] },
    ]) {
      expect(readResultsDraft(other)).toBeUndefined();
    }
  });
});

describe("what was different", () => {
  it("is not given, and given again as planned", () => {
    const once = toggleDay(begun(), body(3));
    expect(written(once)).toEqual(asPlanned.slice(1));
    expect(differencesFromPlan(once)).toBe(1);
    expect(written(toggleDay(once, body(3)))).toEqual(asPlanned);
  });

  it("is given on a day for which it was not planned, like the nearest visit", async () => {
    const draft = toggleDay(begun(), body(10));
    expect(written(draft)).toContain("10 0900-0930 111111 x1");
    expect(await findingsIn(draft)).toEqual([]);
  });

  it("is given more often, or 0 times", () => {
    expect(written(setCount(begun(), body(3), 2))).toContain("03 0900-0930 111111 x2");
    expect(written(setCount(begun(), body(3), 0))).toEqual(asPlanned.slice(1));
  });

  it("is given at another time, which stays when the count changes", () => {
    const draft = setCount(setTimes(begun(), body(7), later), body(7), 2);
    expect(written(draft)).toContain("07 0910-0940 111111 x2");
    expect(dayOfLine(draft.lines[0] ?? fail(), 7).otherTime).toBe(true);
    expect(written(toggleDay(toggleDay(draft, body(7)), body(7)))).toEqual(asPlanned);
  });

  it("is moved to another day and back; on a day with a visit at the same time it counts twice", () => {
    const moved = moveDay(begun(), body(3), 4);
    expect(written(moved)).toEqual(["04 0900-0930 111111 x1", ...asPlanned.slice(1)]);
    expect(dayOfLine(moved.lines[0] ?? fail(), 4)).toMatchObject({ movedFrom: 3, count: 1 });
    expect(dayOfLine(moved.lines[0] ?? fail(), 3)).toMatchObject({ movedTo: [4], count: 0 });
    const back = moveDay(moved, body(4), 3);
    expect(back.lines).toEqual(begun().lines);
    expect(written(moveDay(begun(), body(3), 7))).toEqual(["07 0900-0930 111111 x2", asPlanned[2]]);
    expect(moveDay(begun(), body(20), 21)).toEqual(begun());
  });

  it("is a line added with its code, times and satellite, and taken away; planned lines stay", async () => {
    const service = { serviceCode: "111211", satellite: "02" };
    const draft = addLine(begun(), { service, times: later, units: 387 }, 15);
    expect(written(draft)).toContain("15 0910-0940 111211 x1");
    expect(await findingsIn(draft)).toEqual([]);
    expect(removeLine(draft, "2").lines).toEqual(begun().lines);
    expect(removeLine(draft, "0").lines).toHaveLength(3);
    expect(allAsPlanned(toggleDay(draft, body(3))).lines).toEqual(begun().lines);
  });

  it("may be units that the claim reckons", () => {
    const draft = setUnits(begun(), "1", 0);
    const [record] = resultsOf(draft).results?.users[0]?.table6.lines[1]?.visits ?? [];
    expect(record?.record.units).toBe(0);
  });

  it("is one row where two lines meet at the same time of the same day", async () => {
    const again = { service: { serviceCode: "111111" }, times: later, units: 244 };
    const added = addLine(setTimes(begun(), body(3), later), again, 3);
    expect(written(added)).toContain("03 0910-0940 111111 x2");
    expect(await findingsIn(added)).toEqual([]);
  });
});

describe("what is sent", () => {
  it("is one file of all satellites, whoever of them gave the service", async () => {
    const sample = planOfUse()
      .with("UPPLAN", 1, { satellite: "01" })
      .with("UPPLAN", 2, { satellite: "02" });
    const draft = begun(routeOf(sample));
    const { files, results } = resultsOf(draft);
    expect(files).toHaveLength(1);
    expect(results?.users[0]?.table6.lines.map(({ satellite }) => satellite)).toEqual([
      "01",
      "02",
      undefined,
    ]);
    expect(await findingsIn(draft)).toEqual([]);
  });

  it("is the whole month again as a correction", () => {
    const corrected = toggleDay(begun(), household(8));
    expect(resultsOf(corrected, begun()).deletion).toBeUndefined();
    expect(written(corrected)).toEqual(asPlanned.slice(0, 2));
  });

  it("is a deletion, older than the results, for those of whom nothing is left", async () => {
    const { files, results, deletion } = resultsOf(nothingGiven(begun()), begun());
    expect(results).toBeUndefined();
    expect(files.map(({ name }) => name)).toEqual([
      "DLTJSK_202612_1370000029_11_1370000011_43_20270102100000.CSV",
    ]);
    expect(deletion?.deletions).toMatchObject([
      { record: { ...user, serviceOffice: provider.office, serviceType: "11" } },
    ]);
    expect(await findingsIn(nothingGiven(begun()), begun())).toEqual([]);
  });

  it("is nothing where nothing was given and nothing was ever sent", () => {
    expect(resultsOf(nothingGiven(begun())).files).toEqual([]);
    expect(resultsOf(nothingGiven(begun()), nothingGiven(begun())).files).toEqual([]);
  });
});

describe("plans in force", () => {
  it("are the newest of each care user; one who is only in an older set stays", () => {
    const both = planOfUse().again("UPPLAN", 1, otherUser);
    const fewer = planOfUse().rows("UPPLAN", (rows) => rows.slice(0, 1));
    const newer = plan("20261125100000", fewer);
    for (const documents of [
      [plan("20261120100000", both), newer],
      [newer, plan("20261120100000", both)],
    ]) {
      const [route, ...others] = plansInForce(documents, office);
      expect(others).toEqual([]);
      expect(
        route?.users.map(({ insuredNumber, rows, planTime }) => [
          insuredNumber,
          rows.length,
          planTime,
        ]),
      ).toEqual([
        ["0000000001", 1, "20261125100000"],
        ["0000000002", 1, "20261120100000"],
      ]);
    }
  });

  it("are none for another office", () => {
    expect(plansInForce([plan("20261120100000")], parseOfficeNumber("1370000037"))).toEqual([]);
  });

  it("that come later are followed on days that stood as planned; what was changed stays", () => {
    const moved = planOfUse().with("UPPLAN", 1, { serviceDate: "20261204" });
    const route = routeOf(moved);
    const [newer] = route.users;
    if (newer === undefined) throw new Error("the route has a care user");
    const follow = (draft: ResultsDraft) => written(followPlan(draft, newer, route.month));
    expect(follow(begun())).toEqual(["04 0900-0930 111111 x1", ...asPlanned.slice(1)]);
    expect(follow(toggleDay(begun(), body(7)))).toEqual(["04 0900-0930 111111 x1", asPlanned[2]]);
    expect(follow(setTimes(begun(), body(3), later))).toEqual([
      "03 0910-0940 111111 x1",
      "04 0900-0930 111111 x1",
      ...asPlanned.slice(1),
    ]);
  });

  it("are other plans only when they say something else of the care user", () => {
    const [same] = plansInForce([plan("20261125100000")], office)[0]?.users ?? [];
    const moved = planOfUse().with("UPPLAN", 1, { serviceDate: "20261204" });
    const [other] = plansInForce([plan("20261125100000", moved)], office)[0]?.users ?? [];
    if (same === undefined || other === undefined) throw new Error("both have a care user");
    const { month } = routeOf();
    expect(isOtherPlan(toggleDay(begun(), body(3)), same, month)).toBe(false);
    expect(isOtherPlan(begun(), other, month)).toBe(true);
    expect(isOtherPlan(followPlan(begun(), other, month), other, month)).toBe(false);
  });

  it("that lack a line leave of it only what was entered there", () => {
    const without = planOfUse().rows("UPPLAN", (rows) => rows.slice(0, 2));
    const route = routeOf(without);
    const [newer] = route.users;
    if (newer === undefined) throw new Error("the route has a care user");
    const follow = (draft: ResultsDraft) => written(followPlan(draft, newer, route.month));
    expect(follow(begun())).toEqual(asPlanned.slice(0, 2));
    expect(follow(toggleDay(begun(), household(9)))).toEqual([
      ...asPlanned.slice(0, 2),
      "09 1400-1445 117211 x1",
    ]);
  });
});

/** The sample's plan as it was sent at some set time. */
function plan(time: string, sample = planOfUse()): SetDocument {
  const document = documentOf("plan-of-use", sample);
  if (document.envelope === undefined) throw new Error("the sample has names");
  return { ...document, envelope: { ...document.envelope, time: parseSetTime(time) } };
}

function fail(): never {
  throw new Error("the draft has this line");
}
