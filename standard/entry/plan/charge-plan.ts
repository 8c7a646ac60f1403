import type { StayDays } from "../../account/annex-records.ts";
import type { ChargedLine, ChargedService } from "../../account/charge.ts";
import { type Account, reckon } from "../../account/reckon.ts";
import { timesOf } from "./line-days.ts";
import type { CareUserDetails, PlanDraft, PlanLine } from "./plan-draft.ts";

/** The lines of one office and service type, those with percent additions apart. */
export type ServiceLines = {
  readonly serviceType: string;
  readonly lines: readonly [PlanLine, ...PlanLine[]];
  readonly additions: readonly PlanLine[];
};

/** Puts the lines of a draft together by office and service type; those without a day are left out. */
export function servicesIn({ lines }: Pick<PlanDraft, "lines">): readonly ServiceLines[] {
  const counting = lines.filter((line) => isAddition(line) || timesOf(line) > 0);
  const groups = Map.groupBy(
    counting,
    ({ office, service }) => `${office.number}/${service.code.slice(0, 2)}`,
  );
  return Array.from(groups.values()).flatMap((group) => {
    const [first, ...others] = group.filter((line) => !isAddition(line));
    if (first === undefined) return [];
    return {
      serviceType: first.service.code.slice(0, 2),
      lines: [first, ...others] as const,
      additions: group.filter(isAddition),
    };
  });
}

/** Reckons a draft: 区分支給限度管理・利用者負担計算, live as it changes. Its services stand in the order of `servicesIn`. */
export function reckonPlan(user: CareUserDetails, draft: PlanDraft): Account {
  return reckon(user, servicesIn(draft).map(charge));
}

function charge({ serviceType, lines, additions }: ServiceLines): ChargedService {
  const [{ office, service }] = lines;
  const sameCharge = Map.groupBy(lines, (line) => JSON.stringify({ ...chargeOf(line), count: 0 }));
  return {
    office: office.number,
    officeName: office.name,
    serviceType,
    unitPriceInHundredths: service.unitPriceInHundredths,
    lines: Array.from(sameCharge.values()).flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      return { ...chargeOf(first), count: same.reduce((sum, line) => sum + timesOf(line), 0) };
    }),
    additions: additions.map((addition) => ({
      serviceCode: addition.service.code,
      thousandths: addition.service.units,
      ...branchOf(addition),
    })),
  };
}

/** What a line charges; lines that differ in time alone charge the same. */
function chargeOf(line: PlanLine): ChargedLine {
  const { service, equipment } = line;
  return {
    serviceCode: service.code,
    units: service.units,
    discountRate: line.discountRate,
    limit: line.past30Days ? "past-30-days" : service.limit,
    count: timesOf(line),
    ...branchOf(line),
    ...(equipment?.taisCode !== undefined && { taisCode: equipment.taisCode }),
    ...(equipment?.equipmentCode !== undefined && { equipmentCode: equipment.equipmentCode }),
    ...(equipment?.name !== undefined && { equipmentName: equipment.name }),
  };
}

function branchOf({ office: { satellite } }: PlanLine): { readonly satellite?: string } {
  return satellite === undefined ? {} : { satellite };
}

function isAddition({ service }: PlanLine): boolean {
  return service.basis === "permille";
}

/** Days of short stay of a plan; undefined where there is none in the month. */
export function stayDaysOf({ lines, stayDaysBefore }: PlanDraft): StayDays | undefined {
  const stays = lines.filter(({ service }) => isShortStay(service.code.slice(0, 2)));
  const days = new Set(
    stays.flatMap(({ counts }) => counts.flatMap((count, at) => (count > 0 ? [at] : []))),
  );
  return days.size === 0 ? undefined : { before: stayDaysBefore, planned: days.size };
}

/** Whether days of a service type count as days of short stay 短期入所利用日数. */
export function isShortStay(serviceType: string): boolean {
  return shortStays.has(serviceType);
}

/** 短期入所生活介護, 短期入所療養介護, and the same of 介護予防. */
const shortStays: ReadonlySet<string> = new Set(["21", "22", "23", "2A", "24", "25", "26", "2B"]);
