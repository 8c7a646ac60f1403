import { type Address, parseOfficeNumber, parseServiceType } from "@tsunagi/standard";

/** つなぎ居宅介護支援事業所, who plans. */
export const planner: Address & { readonly name: string } = {
  name: "つなぎ居宅介護支援事業所",
  office: parseOfficeNumber("1370000011"),
  serviceType: parseServiceType("43"),
};

/** みほん訪問介護ステーション, who visits. */
export const provider: Address & { readonly name: string } = {
  name: "みほん訪問介護ステーション",
  office: parseOfficeNumber("1370000029"),
  serviceType: parseServiceType("11"),
};
