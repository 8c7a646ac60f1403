import type { NewOffice } from "@tsunagi/center";
import type { PersonName } from "@tsunagi/contract";
import { planner, provider } from "@tsunagi/samples";

/** A made-up office of the month, with the person who sits at its desk. */
export interface MonthOffice {
  readonly office: NewOffice;
  readonly person: PersonName;
  readonly representative: PersonName;
  /** Password that the office chooses in place of the provisional one. */
  readonly officePassword: string;
  readonly personPassword: string;
}

/** 居宅介護支援事業所: plans, and collects the results. */
export const careManagement: MonthOffice = {
  office: {
    number: planner.office,
    prefecture: "13",
    name: planner.name,
    serviceTypes: [planner.serviceType],
    certificateKind: "KaigoJigyousho",
  },
  person: { familyName: "試験", givenName: "一子" },
  representative: { familyName: "見本", givenName: "太郎" },
  officePassword: "tsunagi-kyotaku-1",
  personPassword: "kojin-kyotaku-1",
};

/** 訪問介護事業所: visits, and returns the results. */
export const homeHelp: MonthOffice = {
  office: {
    number: provider.office,
    prefecture: "13",
    name: provider.name,
    serviceTypes: [provider.serviceType],
    certificateKind: "CarePlanJigyousho",
  },
  person: { familyName: "試験", givenName: "二郎" },
  representative: { familyName: "見本", givenName: "春子" },
  officePassword: "tsunagi-houmon-2",
  personPassword: "kojin-houmon-2",
};
