import type { FileKind } from "../../layout/layouts.ts";
import { currentVersion } from "../../layout/versions.ts";
import type { Address } from "../../naming/file-name.ts";
import { parseOfficeNumber } from "../../values/office-number.ts";
import { parseServiceType } from "../../values/service-type.ts";
import { type Heading, SampleFiles } from "./sample-files.ts";

/** 居宅介護支援, who plans. */
export const planner: Address = address("1370000011", "43");

/** 訪問介護, who visits. */
export const provider: Address = address("1370000029", "11");

/** 地域包括支援センター, for preventive care. */
export const supportCenter: Address = address("1300000018", "46");

/** From the planner to the provider, without a month: tables 1 to 3. */
export const planHeading: Heading = {
  sender: planner,
  receiver: provider,
  time: "20261120100000",
};

/** From the planner to the provider, of a month: tables 6 and 7. */
export const useHeading: Heading = {
  sender: planner,
  receiver: provider,
  time: "20261120110000",
  month: "202612",
};

/** From the provider to the planner, of the same month. */
export const resultsHeading: Heading = {
  sender: provider,
  receiver: planner,
  time: "20270102090000",
  month: "202612",
};

/** From the support centre to a care manager to whom preventive care is entrusted 委託. */
export const preventiveHeading: Heading = {
  sender: supportCenter,
  receiver: planner,
  time: "20261118150000",
};

/** What every row about the care user begins with. */
export const user: Readonly<Record<"csvVersion" | "insurerNumber" | "insuredNumber", string>> = {
  csvVersion: currentVersion,
  insurerNumber: "139999",
  insuredNumber: "0000000001",
};

/** Another care user of the same insurer. */
export const otherUser: { readonly insuredNumber: string } = { insuredNumber: "0000000002" };

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

const supplement = {
  ...user,
  nameKana: "シケン　ハナコ",
  name: "試験　花子",
  sex: "2",
  birthDate: "19400401",
  certifiedOn: "20260320",
  limitFrom: "20260401",
  limitTo: "20280331",
  certificationStatus: "2",
  careLevel: "22",
  limitUnits: "19705",
  consentOffice: planner.office,
  updatingOffice: planner.office,
} as const;

const bodyCare = { serviceCode: "111111", units: "244", startTime: "0900", endTime: "0930" };
const homeHelp = { serviceCode: "117211", units: "179", startTime: "1400", endTime: "1445" };

const visits = [
  { ...bodyCare, serviceDate: "20261203" },
  { ...bodyCare, serviceDate: "20261207" },
  { ...homeHelp, serviceDate: "20261208" },
].map((visit) => ({
  ...user,
  ...visit,
  createdOn: "20261120",
  month: "202612",
  planningOffice: planner.office,
  plannerName: "髙見　本子",
  count: "1",
  serviceOffice: provider.office,
  serviceOfficeName: "みほん訪問介護ステーション",
  over30Days: "0",
  updatingOffice: planner.office,
}));

/** 試験 花子's December: three visits (table 6: rows 1 to 3), table 7 with a subtotal (row 3) and a total (row 4). */
export function planOfUse(): SampleFiles {
  const annexRow = {
    ...user,
    createdOn: "20261120",
    month: "202612",
    serviceOfficeName: "みほん訪問介護ステーション",
    serviceOffice: provider.office,
    over30Days: "0",
    officeCode: "9999999999",
    enteredBy: planner.office,
    updatingOffice: planner.office,
  };
  const amounts = {
    units: "0",
    count: "3",
    serviceUnits: "667",
    managedUnits: "667",
    limitExcessUnits: "0",
    limitWithinUnits: "667",
    totalCost: "7603",
    claimedAmount: "6842",
    copay: "761",
    selfPaid: "0",
  };
  return SampleFiles.none
    .file("UPPLAN", useHeading, visits)
    .file("UPSIKYU", useHeading, [
      { ...annexRow, ...detail("111111", "244", "2", "488") },
      { ...annexRow, ...detail("117211", "179", "1", "179") },
      { ...annexRow, serviceCode: "11AAAA", ...amounts, unitPrice: "11.40", benefitRate: "90" },
      {
        ...annexRow,
        serviceCode: "999999",
        ...amounts,
        serviceOfficeName: "",
        serviceOffice: "9999999999",
      },
    ])
    .file("UPHOSOKU", useHeading, [
      { ...supplement, planChangedOn: "00000000", excessTotal: "0", month: "202612" },
    ]);
}

function detail(serviceCode: string, units: string, count: string, sum: string) {
  return { serviceCode, units, count, serviceUnits: sum, managedUnits: sum };
}

/** What became of the three visits. */
export function results(): SampleFiles {
  return SampleFiles.none.file(
    "UPJSK",
    resultsHeading,
    visits.map((visit) => ({ ...visit, createdOn: "20270102", updatingOffice: provider.office })),
  );
}

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

/** What names of the heading's files end with, before branch and extension. */
export function tailOf({ sender, receiver, time }: Heading): string {
  return [sender.office, sender.serviceType, receiver.office, receiver.serviceType, time].join("_");
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

/** The deletion of a care plan or of a preventive plan, of basic information, of a month's plan or results. */
export function deletion(
  kind: FileKind & ("DLT1KYO" | "DLTKIHON" | "DLTYOBO" | "DLTPLAN" | "DLTJSK"),
): SampleFiles {
  const later = { time: "20270110090000" };
  const none = SampleFiles.none;
  switch (kind) {
    case "DLT1KYO":
      return none.file(kind, { ...planHeading, ...later }, [
        { ...user, planChangedOn: planned.planChangedOn },
      ]);
    case "DLTKIHON":
      return none.file(kind, { ...preventiveHeading, ...later }, [consulted]);
    case "DLTYOBO":
      return none.file(kind, { ...preventiveHeading, ...later }, [
        { ...user, planChangedOn: "20261115" },
      ]);
    case "DLTPLAN":
      return none.file(kind, { ...useHeading, ...later }, [{ ...user, month: "202612" }]);
    case "DLTJSK":
      return none.file(kind, { ...resultsHeading, ...later }, [
        {
          ...user,
          month: "202612",
          serviceOffice: provider.office,
          serviceType: provider.serviceType,
        },
      ]);
  }
}

function address(office: string, serviceType: string): Address {
  return { office: parseOfficeNumber(office), serviceType: parseServiceType(serviceType) };
}
