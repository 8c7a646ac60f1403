import { currentVersion } from "../../../layout/versions.ts";
import type { Address } from "../../../naming/file-name.ts";
import { parseOfficeNumber } from "../../../values/office-number.ts";
import { parseServiceType } from "../../../values/service-type.ts";
import type { Heading } from "../sample-files.ts";

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

/** What names of the heading's files end with, before branch and extension. */
export function tailOf({ sender, receiver, time }: Heading): string {
  return [sender.office, sender.serviceType, receiver.office, receiver.serviceType, time].join("_");
}

function address(office: string, serviceType: string): Address {
  return { office: parseOfficeNumber(office), serviceType: parseServiceType(serviceType) };
}
