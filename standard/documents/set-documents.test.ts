import { describe, expect, it } from "vitest";
import {
  basics,
  carePlan,
  deletion,
  otherUser,
  planOfUse,
  preventivePlan,
} from "../rules/samples/base-sets.ts";
import { basicsOf } from "./preventive-plan.ts";
import { documentOf } from "./testing/sample-documents.ts";
import { typeLimitsOf } from "./type-limits.ts";

describe("a care plan", () => {
  it("joins tables 1 to 3 and the supplement of a user", () => {
    const { envelope, plans } = documentOf("care-plan", carePlan());
    expect(envelope).toMatchObject({
      sender: { office: "1370000011", serviceType: "43" },
      time: "20261120100000",
    });
    expect(plans).toMatchObject([
      {
        insuredNumber: "0000000001",
        name: "試験　花子",
        planChangedOn: "20261120",
        table1: { row: 1, record: { careLevel: "22" } },
        needs: [{ need: "転ばずに歩きたい" }, { need: "家の中を整えたい" }],
        supplement: { record: { birthDate: "19400401" } },
      },
    ]);
  });

  it("has a week of seven days, activities, and what is outside the week", () => {
    const [plan] = documentOf("care-plan", carePlan()).plans;
    const services = plan?.week?.days.map((day) =>
      day.services.map(({ record }) => record.service),
    );
    expect(services).toEqual([["訪問介護"], ["訪問介護"], [], [], [], [], []]);
    expect(plan?.week?.activities.map(({ record }) => record.activity)).toEqual(["起床", "睡眠"]);
    expect(plan?.week?.outsideTheWeek.map(({ row }) => row)).toEqual([5]);
    expect(plan?.week?.unplaced).toEqual([]);
  });

  it("of a day, services stand by the time they begin; one without a weekday has no place", () => {
    const sample = carePlan()
      .again("UP3KYO", 1, { service: "訪問看護", serviceStart: "0800", serviceEnd: "0830" })
      .again("UP3KYO", 1, { service: "配食" })
      .rows("UP3KYO", (rows) => rows.map((row, at) => (at === 6 ? row.with(6, "") : row)));
    const [plan] = documentOf("care-plan", sample).plans;
    expect(plan?.week?.days[0]?.services.map(({ record }) => record.service)).toEqual([
      "訪問看護",
      "訪問介護",
    ]);
    expect(plan?.week?.unplaced.map(({ record }) => record.service)).toEqual(["配食"]);
  });

  it("of another day or of another user stands by itself", () => {
    const sample = carePlan()
      .again("UP2KYO", 1, { planChangedOn: "20261201" })
      .again("UP3KYO", 1, otherUser);
    const { plans } = documentOf("care-plan", sample);
    expect(
      plans.map((plan) => [plan.insuredNumber, plan.planChangedOn, plan.needs.length]),
    ).toEqual([
      ["0000000001", "20261120", 2],
      ["0000000001", "20261201", 1],
      ["0000000002", "20261120", 0],
    ]);
    expect(plans[2]?.week?.days[0]?.services).toHaveLength(1);
  });

  it("of which table 1 is there twice is there twice", () => {
    const { plans } = documentOf("care-plan", carePlan().again("UP1KYO", 1));
    expect(plans.map(({ table1 }) => table1?.row)).toEqual([1, 2]);
    expect(plans.map(({ needs }) => needs.length)).toEqual([2, 0]);
  });

  it("takes a supplement that does not say the day of its plan", () => {
    const sample = carePlan().with("UPHOSOKU", 1, { planChangedOn: "00000000" });
    expect(documentOf("care-plan", sample).plans).toMatchObject([{ name: "試験　花子" }]);
  });
});

describe("a plan of use", () => {
  it("joins tables 6, 7 and the supplement of a user, whatever order the users stand in", () => {
    const sample = planOfUse()
      .again("UPPLAN", 1, otherUser)
      .again("UPPLAN", 3)
      .again("UPSIKYU", 4, otherUser)
      .again("UPHOSOKU", 1, { ...otherUser, name: "見本　太郎" });
    const { users } = documentOf("plan-of-use", sample);
    expect(
      users.map(({ name, supplement, table7 }) => [name, supplement?.row, table7?.totals.length]),
    ).toEqual([
      ["試験　花子", 1, 1],
      ["見本　太郎", 2, 1],
    ]);
    expect(users[1]?.table6?.lines.map(({ total }) => total)).toEqual([1]);
    expect(users[0]?.table6?.lines[1]?.visits.map(({ row }) => row)).toEqual([3, 5]);
  });

  it("without its supplement has no name but is a plan", () => {
    const [user] = documentOf("plan-of-use", planOfUse().without("UPHOSOKU")).users;
    expect(user?.name).toBeUndefined();
    expect(user?.table6?.lines).toHaveLength(2);
  });

  it("tells the limits of service types that the supplement holds", () => {
    const limit = { type2ServiceType: "15", type2Limit: "5000", type2Units: "4800" };
    const [user] = documentOf("plan-of-use", planOfUse().with("UPHOSOKU", 1, limit)).users;
    expect(user?.supplement && typeLimitsOf(user.supplement.record)).toEqual([
      { place: 2, serviceType: "15", limit: 5000, units: 4800, excess: undefined },
    ]);
  });

  it("is known by its supplement alone", () => {
    const sample = planOfUse().without("UPPLAN").without("UPSIKYU");
    expect(documentOf("plan-of-use", sample).users).toMatchObject([
      { name: "試験　花子", month: "202612", table6: undefined },
    ]);
  });
});

describe("user basics", () => {
  it("join both annexes and the picture of the family", () => {
    const { users, images } = documentOf("user-basics", basics());
    expect(users).toMatchObject([
      {
        name: "試験　花子",
        consultedOn: "20261110",
        day: [{ record: { userLife: "起床" } }, { record: { userLife: "昼食" } }],
        history: [{ record: { disease: "高血圧" } }],
        familyImage: { name: images[0], sent: true },
      },
    ]);
  });

  it("know the picture by a name in capitals too", () => {
    const sample = basics().named("image", (name) => name.replace(".jpg", ".JPG"));
    const { users, images } = documentOf("user-basics", sample);
    expect(images[0]).toMatch(/\.JPG$/);
    expect(users[0]?.familyImage?.sent).toBe(true);
  });

  it("tell when the picture that they name was not sent", () => {
    const [user] = documentOf("user-basics", basics().without("image")).users;
    expect(user?.familyImage?.sent).toBe(false);
  });
});

describe("a preventive plan", () => {
  it("is issues, supports for each, and the services for these", () => {
    const [plan] = documentOf("preventive-plan", preventivePlan()).plans;
    expect(plan?.plan?.record.supportLevel).toBe("1");
    expect(plan?.issues).toMatchObject([
      {
        no: 1,
        overallIssue: "外出が減っている",
        goal: "週に二度は外に出る",
        supports: [
          { supportPoint: "歩く機会をつくる", services: [{ row: 1 }, { row: 2 }] },
          { supportPoint: "仲間と会う", services: [{ row: 3 }] },
        ],
      },
    ]);
  });

  it("goes on with an issue as long as number and text do not say otherwise", () => {
    const sample = preventivePlan()
      .again("UPYOBO_SUB", 2, { issueNo: "2", supportNo: "1" })
      .again("UPYOBO_SUB", 2, { issueNo: "2", overallIssue: "眠れない" });
    const [plan] = documentOf("preventive-plan", sample).plans;
    expect(plan?.issues.map(({ no, overallIssue }) => [no, overallIssue])).toEqual([
      [1, "外出が減っている"],
      [2, undefined],
      [2, "眠れない"],
    ]);
  });

  it("comes with the basics of its user where they are sent along", () => {
    const document = documentOf("preventive-plan", preventivePlan().and(basics()));
    const [plan] = document.plans;
    expect(plan && basicsOf(document, plan)).toMatchObject([{ name: "試験　花子" }]);
    expect(plan && basicsOf(document, { ...plan, ...otherUser } as typeof plan)).toEqual([]);
    expect(document.images).toHaveLength(1);
  });
});

describe("a deletion says what is deleted", () => {
  it.each([
    ["DLT1KYO", "令和8年11月20日に作成（変更）した居宅サービス計画書（第1表〜第3表）"],
    ["DLTPLAN", "令和8年12月分の予定（第6表・第7表のすべて）"],
    ["DLTJSK", "令和8年12月分の実績のうち、事業所 1370000029 の訪問介護"],
    ["DLTKIHON", "相談日 令和8年11月10日 の利用者基本情報（別表と家族構成の画像も）"],
    ["DLTYOBO", "令和8年11月15日に作成（変更）した介護予防サービス・支援計画書（別表も）"],
  ] as const)("%s", (kind, says) => {
    expect(documentOf("deletion", deletion(kind)).deletions).toMatchObject([
      { deletes: kind, row: 1, says, record: { insuredNumber: "0000000001" } },
    ]);
  });
});
