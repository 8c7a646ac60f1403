import type { MemberCounts } from "@tsunagi/contract/exchange";

/** What the counts are narrowed to; an empty text is all. */
export interface Chosen {
  readonly prefecture: string;
  readonly serviceType: string;
}

/** Offices by prefecture, of the chosen service type or of all. */
export function byPrefecture(
  counts: MemberCounts,
  { serviceType }: Pick<Chosen, "serviceType">,
): ReadonlyMap<string, number> {
  const rows =
    serviceType === ""
      ? counts.prefectures
      : counts.cells.filter((cell) => cell.serviceType === serviceType);
  return new Map(rows.map(({ prefecture, offices }) => [prefecture, offices]));
}

/** Offices by service type, of the chosen prefecture or of all, the most first. */
export function byServiceType(
  counts: MemberCounts,
  { prefecture }: Pick<Chosen, "prefecture">,
): readonly (readonly [serviceType: string, offices: number])[] {
  const rows =
    prefecture === ""
      ? counts.serviceTypes
      : counts.cells.filter((cell) => cell.prefecture === prefecture);
  return rows
    .map(({ serviceType, offices }) => [serviceType, offices] as const)
    .sort(([a, more], [b, fewer]) => fewer - more || a.localeCompare(b));
}

/** How many offices both choices leave. */
export function chosenCount(counts: MemberCounts, chosen: Chosen): number {
  if (chosen.prefecture === "" && chosen.serviceType === "") return counts.offices;
  if (chosen.prefecture === "") {
    const row = counts.serviceTypes.find((one) => one.serviceType === chosen.serviceType);
    return row?.offices ?? 0;
  }
  return byPrefecture(counts, chosen).get(chosen.prefecture) ?? 0;
}
