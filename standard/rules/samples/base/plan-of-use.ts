import { SampleFiles } from "../sample-files.ts";
import { planner, provider, resultsHeading, useHeading, user } from "./parties.ts";
import { supplement } from "./supplement.ts";

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
