import {
  currentVersion,
  type FileRecord,
  parseDate,
  parseInsuredNumber,
  parseInsurerNumber,
  parseMonth,
} from "@tsunagi/standard";
import { planner } from "./offices.ts";

/** What every row about the care user begins with. */
export const careUser = {
  csvVersion: currentVersion,
  insurerNumber: parseInsurerNumber("139999"),
  insuredNumber: parseInsuredNumber("0000000001"),
} as const;

export const month = parseMonth("202612");

/** 試験 花子, 要介護２. The ① of the address is a character of MS932 that plain Shift_JIS does not have. */
export const supplement: FileRecord<"UPHOSOKU"> = {
  ...careUser,
  planChangedOn: "00000000",
  nameKana: "シケン　ハナコ",
  name: "試験　花子",
  sex: "2",
  birthDate: parseDate("19400401"),
  postalCode: "000-0000",
  address1: "見本県つなぎ市架空町1-2-3",
  address2: "みほんハイツ①号棟",
  phone: "000-0000-0000",
  certifiedOn: parseDate("20260320"),
  limitFrom: parseDate("20260401"),
  limitTo: parseDate("20280331"),
  certificationStatus: "2",
  careLevel: "22",
  limitUnits: 19_705,
  excessTotal: 0,
  consentOffice: planner.office,
  updatingOffice: planner.office,
  month,
};
