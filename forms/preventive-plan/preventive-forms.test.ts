import { currentVersion } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { formsOfRows, type GivenFile, type Values } from "../testing/given-rows.ts";
import { ringed, ticked, wordsOf } from "../testing/marks.ts";

const user = { csvVersion: currentVersion, insurerNumber: "139999", insuredNumber: "0000000001" };
const kind = { ...user, planType: "1", outsourcing: "1", name: "試験　花子" };
const basics = {
  ...kind,
  consultedOn: "20261110",
  nameKana: "シケン　ハナコ",
  sex: "2",
  birthDate: "19400401",
};
const plan = { ...kind, planChangedOn: "20261115" };

function formOf(...files: readonly GivenFile[]) {
  const [form] = formsOfRows(...files);
  if (form === undefined) throw new Error("no form");
  return form;
}

describe("user basics", () => {
  it("have their chosen words in rings, also both words of a kind of housing", () => {
    const chosen = {
      consultationMethod: "02",
      consultationCount: "01",
      situation: "02",
      physicalIndependence: "21",
      cognitiveIndependence: "07",
      careLevel: "13",
      checklistResult: "2",
      physicalDisability: "1",
      housing: "07",
      homeModified: "2",
      nationalPension: "1",
      publicAssistance: "1",
    };
    expect(ringed(formOf(["UPKIHON", { ...basics, ...chosen }]))).toEqual([
      "電話",
      "初回",
      "入院又は入所中",
      "女",
      "A1",
      "Ⅳ",
      "要支援２",
      "事業対象者の該当なし",
      "身障",
      "借家",
      "一戸建て",
      "無",
      "国民年金",
      "生活保護",
    ]);
  });

  it("mark the doctor of the opinion with a star, and say the course of an illness", () => {
    const illness: Values = { ...user, consultedOn: "20261110", disease: "高血圧", course: "02" };
    const form = formOf(
      ["UPKIHON", basics],
      ["UPKIHON_SUB2", { ...illness, clinicAndDoctor: "みほん医院", doctorRole: "1" }],
    );
    expect(wordsOf(form)).toContain("☆ みほん医院");
    expect(ringed(form)).toContain("経過観察中");
  });

  it("say where a picture is named that did not come", () => {
    const name = "UPKIHON_IMAGE_1370000011_46_1370000029_43_20261120100000_0001.jpg";
    const form = formOf(["UPKIHON", { ...basics, familyImage: name }]);
    expect(wordsOf(form).join("")).toContain(`（画像「${name}」は届いていません）`);
  });
});

describe("a preventive plan", () => {
  it("stands after the basics of its user, and basics without a plan after all plans", () => {
    const other = { ...basics, insuredNumber: "0000000002" };
    const forms = formsOfRows(["UPYOBO", plan], ["UPKIHON", other, basics]);
    expect(forms.map(({ title }) => title)).toEqual([
      "利用者基本情報",
      "介護予防サービス・支援計画書",
      "利用者基本情報",
    ]);
    const [first, , last] = forms.map((form) => wordsOf(form).join(""));
    expect(first).not.toContain("0000000002");
    expect(last).toContain("0000000002");
  });

  it("has its stages, its state and its level in rings, and ticks where there is a problem", () => {
    const chosen = {
      planStage: "53",
      certificationStatus: "1",
      supportLevel: "3",
      mobilityProblem: "1",
      socialProblem: "2",
    };
    const form = formOf(["UPYOBO", { ...plan, ...chosen }]);
    expect(ringed(form)).toEqual(["紹介", "継続", "申請中", "地域支援事業"]);
    expect(ticked(form)).toEqual(["有", "無"]);
  });

  it("tells what was hit of each programme's questions, and which programmes are needed", () => {
    const form = formOf([
      "UPYOBO",
      { ...plan, checklistExercise: "4", programExercise: "1", programOral: "2" },
    ]);
    const words = wordsOf(form);
    expect(words).toContain("4 ／ 5");
    expect(words.filter((word) => word === "○")).toHaveLength(1);
    expect(words.filter((word) => word === "否")).toHaveLength(1);
  });
});
