import { SampleFiles } from "../sample-files.ts";
import { preventiveHeading, tailOf, user } from "./parties.ts";

const consulted = { ...user, consultedOn: "20261110" } as const;

const person = { planType: "1", outsourcing: "2" } as const;

/** 試験 花子's basic information, both annexes, and the picture of her family. */
export function basics(): SampleFiles {
  return SampleFiles.none
    .file("UPKIHON", preventiveHeading, [
      {
        ...consulted,
        ...person,
        authorName: "見本　太郎",
        consultationMethod: "01",
        consultationCount: "02",
        previousConsultationOn: "20260501",
        situation: "01",
        nameKana: "シケン　ハナコ",
        name: "試験　花子",
        sex: "2",
        birthDate: "19400401",
        careLevel: "12",
        certifiedFrom: "20260401",
        certifiedTo: "20280331",
        familyImage: `UPKIHON_IMAGE_${tailOf(preventiveHeading)}_0001.jpg`,
      },
    ])
    .file("UPKIHON_SUB1", preventiveHeading, [
      { ...consulted, time: "7:00", userLife: "起床" },
      { ...consulted, time: "12:00", userLife: "昼食" },
    ])
    .file("UPKIHON_SUB2", preventiveHeading, [
      { ...consulted, onset: "R5.4", disease: "高血圧", doctorRole: "1", course: "01" },
    ])
    .image(preventiveHeading, "0001");
}

/** 試験 花子's preventive plan, entrusted to a care manager, with its annex of three services. */
export function preventivePlan(): SampleFiles {
  const supported = { ...user, planChangedOn: "20261115" } as const;
  return SampleFiles.none
    .file("UPYOBO", preventiveHeading, [
      {
        ...supported,
        ...person,
        name: "試験　花子",
        certifiedOn: "20260320",
        certifiedFrom: "20260401",
        certifiedTo: "20280331",
        planStage: "21",
        certificationStatus: "2",
        supportLevel: "1",
        firstPlanOn: "20250401",
        consentedOn: "20261116",
        consentedBy: "試験　花子",
      },
    ])
    .file("UPYOBO_SUB", preventiveHeading, [
      {
        ...supported,
        issueNo: "1",
        overallIssue: "外出が減っている",
        goal: "週に二度は外に出る",
        supportNo: "1",
        supportPoint: "歩く機会をつくる",
        serviceNo: "1",
        serviceCategory: "訪問型サービス",
      },
      { ...supported, issueNo: "1", supportNo: "1", serviceNo: "2", serviceCategory: "通所型" },
      {
        ...supported,
        issueNo: "1",
        supportNo: "2",
        supportPoint: "仲間と会う",
        serviceNo: "1",
        serviceCategory: "地域のサロン",
      },
    ]);
}
