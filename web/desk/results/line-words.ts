import { type ResultService, serviceTypeName } from "@tsunagi/standard";

/** A service in words: what kind, its code, the thing, the satellite. */
export function serviceInWords(service: ResultService): string {
  const { serviceCode, equipmentName, satellite } = service;
  const kind = equipmentName ?? serviceTypeName(serviceCode.slice(0, 2)) ?? "";
  const where = satellite === undefined ? "" : `サテライト${satellite}`;
  return [kind, serviceCode, where].filter((part) => part !== "").join(" ");
}
