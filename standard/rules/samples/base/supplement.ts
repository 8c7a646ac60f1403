import type { SampleRow } from "../sample-files.ts";
import { planner, user } from "./parties.ts";

/** Who 試験 花子 is, but for what ties her supplement to a plan: a date or a month. */
export const supplement: SampleRow<"UPHOSOKU"> = {
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
};
