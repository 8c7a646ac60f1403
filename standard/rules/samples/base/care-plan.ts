import { SampleFiles } from "../sample-files.ts";
import { planHeading, planner, provider, user } from "./parties.ts";
import { supplement } from "./supplement.ts";

const planned = { ...user, createdOn: "20261120", planChangedOn: "20261120" } as const;

/** 試験 花子: a care plan with two needs, a week, and her supplement. */
export function carePlan(): SampleFiles {
  const goal = {
    longTermGoal: "自分で外出できる",
    shortTermGoal: "室内を安全に歩ける",
    longTermPeriod: "R8.12.1～R9.11.30",
    shortTermPeriod: "R8.12.1～R9.5.31",
  };
  const visiting = {
    coverage: "Y",
    serviceCategory: "訪問介護",
    serviceOffice: provider.office,
    serviceOfficeName: "みほん訪問介護ステーション",
    servicePeriod: "R8.12.1～R9.5.31",
  };
  return SampleFiles.none
    .file("UP1KYO", planHeading, [
      {
        ...planned,
        plannerName: "髙見　本子",
        officeName: "つなぎ居宅介護支援事業所",
        officeNumber: planner.office,
        firstPlanOn: "20250401",
        planStage: "21",
        certificationStatus: "2",
        certifiedOn: "20260320",
        certifiedFrom: "20260401",
        certifiedTo: "20280331",
        careLevel: "22",
        wishesAndAssessment: "住み慣れた家で暮らしたい。",
        supportPolicy: "安全に暮らせるように支える。",
        homeHelpReason: "1",
      },
    ])
    .file("UP2KYO", planHeading, [
      {
        ...planned,
        needNo: "1",
        need: "転ばずに歩きたい",
        goalNo: "1",
        ...goal,
        supportNo: "1",
        serviceContent: "身体介護",
        ...visiting,
        frequency: "週2回",
      },
      { ...planned, supportNo: "2", serviceContent: "見守り", coverage: "N", frequency: "毎日" },
      {
        ...planned,
        needNo: "2",
        need: "家の中を整えたい",
        goalNo: "1",
        ...goal,
        supportNo: "1",
        serviceContent: "生活援助",
        ...visiting,
        frequency: "週1回",
      },
    ])
    .file("UP3KYO", planHeading, [
      { ...planned, service: "訪問介護", weekday: "1", serviceStart: "0900", serviceEnd: "0930" },
      { ...planned, service: "訪問介護", weekday: "2", serviceStart: "1400", serviceEnd: "1445" },
      { ...planned, activity: "起床", activityStart: "0630", activityEnd: "0700" },
      { ...planned, activity: "睡眠", activityStart: "2200", activityEnd: "0600" },
      { ...planned, outsideTheWeek: "通院（月1回）" },
    ])
    .file("UPHOSOKU", planHeading, [
      { ...supplement, planChangedOn: planned.planChangedOn, month: "000000" },
    ]);
}
