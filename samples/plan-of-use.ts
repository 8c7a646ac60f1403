import { type FileRecord, parseDate, parseOfficeNumber } from "@tsunagi/standard";
import { careUser, month } from "./care-user.ts";
import { planner, provider } from "./offices.ts";
import { bodyCare, homeHelp, type Service } from "./visits.ts";

const createdOn = parseDate("20261120");
const services = [bodyCare, homeHelp];

/** Yen for a unit, in hundredths so that sums stay whole. */
const unitPriceInHundredths = 1140;
const benefitRate = 90;

/** Table 6: a row for every visit. 髙 is an IBM extension of MS932. */
export const visits: readonly FileRecord<"UPPLAN">[] = services.flatMap((service) =>
  service.days.map((serviceDate) => ({
    ...careUser,
    createdOn,
    month,
    planningOffice: planner.office,
    plannerName: "髙見　本子",
    units: service.units,
    serviceDate,
    startTime: service.start,
    endTime: service.end,
    count: 1,
    serviceCode: service.code,
    serviceOffice: provider.office,
    serviceOfficeName: provider.name,
    over30Days: "0" as const,
    updatingOffice: planner.office,
  })),
);

/** Table 7: a row for every service, the subtotal of home-visit care, the grand total. */
export const annex: readonly FileRecord<"UPSIKYU">[] = [
  ...services.map((service) => ({
    ...annexRow(service.code),
    serviceOfficeName: provider.name,
    units: service.units,
    count: service.days.length,
    serviceUnits: unitsOf(service),
    managedUnits: unitsOf(service),
  })),
  {
    ...annexRow(`${provider.serviceType}AAAA`),
    serviceOfficeName: provider.name,
    ...totals(),
    unitPrice: unitPriceInHundredths / 100,
    benefitRate,
  },
  { ...annexRow("999999"), ...totals(), serviceOffice: parseOfficeNumber("9999999999") },
];

function annexRow(serviceCode: string) {
  return {
    ...careUser,
    createdOn,
    month,
    serviceOffice: provider.office,
    serviceCode,
    over30Days: "0" as const,
    officeCode: "9999999999",
    enteredBy: planner.office,
    updatingOffice: planner.office,
  };
}

/** All visits lie inside the limit, so nothing is paid in full by the user. */
function totals() {
  const units = services.reduce((sum, service) => sum + unitsOf(service), 0);
  const totalCost = Math.floor((units * unitPriceInHundredths) / 100);
  const claimedAmount = Math.floor((totalCost * benefitRate) / 100);
  return {
    units: 0,
    count: services.reduce((sum, service) => sum + service.days.length, 0),
    serviceUnits: units,
    managedUnits: units,
    limitExcessUnits: 0,
    limitWithinUnits: units,
    totalCost,
    claimedAmount,
    copay: totalCost - claimedAmount,
    selfPaid: 0,
  };
}

function unitsOf({ units, days }: Service): number {
  return units * days.length;
}
