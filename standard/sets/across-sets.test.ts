import { describe, expect, it } from "vitest";
import { checkFiles } from "../report/check-files.ts";
import {
  basics,
  carePlan,
  deletion,
  otherUser,
  planner,
  planOfUse,
  preventivePlan,
  provider,
  results,
  supportCenter,
} from "../rules/samples/base-sets.ts";
import type { SampleFiles } from "../rules/samples/sample-files.ts";
import { parseOfficeNumber } from "../values/office-number.ts";
import { parseServiceType } from "../values/service-type.ts";

const neighbour = { ...provider, office: parseOfficeNumber("1370000037") };

describe("sets that are given together", () => {
  it("stand in the order of their set times, whatever the order in which they were given", async () => {
    const sets = await setsOf(results().and(planOfUse()).and(carePlan()).and(basics()));
    expect(sets.map(({ kind, time }) => [kind, time])).toEqual([
      ["user-basics", "20261118150000"],
      ["care-plan", "20261120100000"],
      ["plan-of-use", "20261120110000"],
      ["results", "20270102090000"],
    ]);
    expect(sets.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it("go to several receivers without touching each other", async () => {
    const served = { serviceOffice: neighbour.office };
    const toNeighbour = carePlan().with("UP2KYO", 1, served).sent({ receiver: neighbour });
    const sets = await setsOf(carePlan().and(toNeighbour));
    expect(sets.map(({ receiver }) => receiver.office)).toEqual(["1370000029", "1370000037"]);
    expect(sets.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it("of the same user say which of them stands in the end", async () => {
    const [noon, evening] = ["20261120120000", "20261120180000"];
    const sets = await setsOf(
      planOfUse()
        .sent({ time: evening })
        .and(planOfUse())
        .and(planOfUse().sent({ time: noon })),
    );
    expect(sets.map(({ findings }) => findings.map(({ message }) => message))).toEqual([
      [expect.stringContaining("利用者 1 人の分が、あとで書き出したもの（令和8年11月20日 12:00）")],
      [expect.stringContaining("令和8年11月20日 18:00")],
      [],
    ]);
    expect(sets[0]?.findings[0]?.files).toEqual([
      "UPPLAN_202612_1370000011_43_1370000029_11_20261120110000.CSV",
      "UPPLAN_202612_1370000011_43_1370000029_11_20261120120000.CSV",
    ]);
  });

  it("of another month or of another date of the plan stand beside each other", async () => {
    const changed = { planChangedOn: "20261125" };
    const newer = carePlan()
      .withAll("UP1KYO", changed)
      .withAll("UP2KYO", changed)
      .withAll("UP3KYO", changed)
      .withAll("UPHOSOKU", changed)
      .sent({ time: "20261125100000" });
    expect((await setsOf(carePlan().and(newer))).flatMap(({ findings }) => findings)).toEqual([]);
  });

  it("may be deleted first and sent again, and not the other way round", async () => {
    const first = { time: "20261101090000" };
    const again = await setsOf(deletion("DLT1KYO").sent(first).and(carePlan()));
    expect(again.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it.each([
    ["preventive plan", preventivePlan(), deletion("DLTYOBO")],
    ["basic information", basics(), deletion("DLTKIHON")],
    ["plan of use", planOfUse(), deletion("DLTPLAN")],
    ["results", results(), deletion("DLTJSK")],
  ])("tell that what they bring is deleted later: %s", async (_, brought, deleting) => {
    const sets = await setsOf(brought.and(deleting));
    expect(sets.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ["deleted-later"],
      [],
    ]);
  });

  it("are not touched by the deletion of another service type of the office", async () => {
    const others = deletion("DLTJSK").withAll("DLTJSK", { serviceType: "15" });
    const [kept] = await setsOf(results().and(others));
    expect(kept?.findings).toEqual([]);
  });
});

describe("keys", () => {
  it("are not judged over a file that could not be read whole", async () => {
    const broken = carePlan().text("UP1KYO", (text) => text.replace("\r\n", ",1,2\r\n"));
    expect((await setsOf(broken)).flatMap(({ findings }) => findings)).toEqual([]);
  });

  it("are judged beside errors that leave them certain", async () => {
    const files = carePlan().with("UP1KYO", 1, { careLevel: "99" }).withAll("UP3KYO", otherUser);
    const findings = (await setsOf(files)).flatMap((set) => set.findings);
    expect(findings.map(({ rule }) => rule)).toEqual([
      "child-without-parent",
      "plan-without-table",
    ]);
  });

  it("of a version before 4.0 need no table 3", async () => {
    const old = { csvVersion: "202208" };
    const files = carePlan()
      .without("UP3KYO")
      .withAll("UP1KYO", old)
      .withAll("UP2KYO", old)
      .withAll("UPHOSOKU", old);
    expect(await setsOf(files)).toMatchObject([{ kind: "care-plan", missing: [], findings: [] }]);
  });
});

it("an office whose own care manager plans sends plans and gets results", async () => {
  const smallHome = { ...planner, serviceType: parseServiceType("73") };
  expect((await setsOf(planOfUse().sent({ sender: smallHome })))[0]?.findings).toEqual([]);
  expect((await setsOf(results().sent({ receiver: smallHome })))[0]?.findings).toEqual([]);
});

describe("preventive care that is entrusted", () => {
  it("is relayed by the care manager with plan and results", async () => {
    const relayed = results().sent({ receiver: supportCenter });
    expect((await setsOf(relayed)).flatMap(({ findings }) => findings)).toEqual([]);
    const back = basics()
      .without("image")
      .with("UPKIHON", 1, { familyImage: "" })
      .sent({ sender: planner, receiver: supportCenter });
    expect((await setsOf(back)).flatMap(({ findings }) => findings)).toEqual([]);
  });
});

async function setsOf(files: SampleFiles) {
  return (await checkFiles(files.given())).sets;
}
