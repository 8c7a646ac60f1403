import { type MonthLine, monthTableOf, type SlipRow } from "../../documents/table-6.ts";
import type { MonthOfService } from "../../values/month-of-service.ts";
import type { OfficeNumber } from "../../values/office-number.ts";
import { asPlannedOn, givenOn } from "./line-days.ts";
import type { ServedUser } from "./plans-in-force.ts";
import type { PlannedVisit, ResultLine, ResultService, ResultsDraft } from "./results-draft.ts";

/** The draft of a care user with which entering begins: everything given as planned, looked at by nobody yet. */
export function beginDraft(
  user: ServedUser,
  month: MonthOfService,
  manager: OfficeNumber,
): ResultsDraft {
  const planner = user.rows[0]?.record;
  return {
    planTime: user.planTime,
    checked: false,
    planner: {
      office: planner?.planningOffice ?? manager,
      ...(planner?.plannerName !== undefined && { name: planner.plannerName }),
    },
    lines: monthTableOf(month, user.rows).lines.map(lineOf),
  };
}

/**
 * A draft after a newer plan has come. Days that stood as planned follow the new plan; what somebody changed stays, and
 * so do lines that the new plan does not have, as far as something was entered there that differs from the old plan.
 * Nobody has looked at it then.
 */
export function followPlan(
  draft: ResultsDraft,
  user: ServedUser,
  month: MonthOfService,
): ResultsDraft {
  const begun = beginDraft(user, month, draft.planner.office);
  const before = new Map(draft.lines.map((line) => [lineKey(line), line]));
  const lines = begun.lines.map((line) => {
    const old = before.get(lineKey(line));
    before.delete(lineKey(line));
    return old === undefined ? line : { ...line, given: keptGiven(old, line) };
  });
  const left = Array.from(before.values(), (line) => ({
    ...line,
    planned: [],
    given: line.given.filter(({ day }) => !isAsPlannedOn(line, day)),
  })).filter(({ given }) => given.length > 0);
  return { ...begun, lines: [...lines, ...left].map((line, at) => ({ ...line, id: String(at) })) };
}

/** Whether a newer plan than the one a draft was begun from has come, and plans something else. */
export function isOtherPlan(draft: ResultsDraft, user: ServedUser, month: MonthOfService): boolean {
  if (draft.planTime >= user.planTime) return false;
  return plannedOf(draft) !== plannedOf(beginDraft(user, month, draft.planner.office));
}

function plannedOf({ lines }: ResultsDraft): string {
  return JSON.stringify(
    lines.flatMap(({ service, times, planned }) =>
      planned.length === 0 ? [] : [{ service, times, planned }],
    ),
  );
}

function keptGiven(old: ResultLine, line: ResultLine): ResultLine["given"] {
  return daysIn([old, line]).flatMap((day) =>
    isAsPlannedOn(old, day) ? asPlannedOn(line, day) : givenOn(old, day),
  );
}

function daysIn(lines: readonly ResultLine[]): readonly number[] {
  const days = lines.flatMap(({ planned, given }) => [...planned, ...given].map(({ day }) => day));
  return [...new Set(days)].sort((a, b) => a - b);
}

function isAsPlannedOn(line: ResultLine, day: number): boolean {
  return JSON.stringify(givenOn(line, day)) === JSON.stringify(asPlannedOn(line, day));
}

function lineKey({ service, times }: ResultLine): string {
  const { serviceCode, satellite, taisCode, equipmentCode, lineNo } = service;
  const which = [serviceCode, satellite ?? "", taisCode ?? "", equipmentCode ?? "", lineNo ?? 0];
  return JSON.stringify([times.start, times.end, ...which]);
}

function lineOf(line: MonthLine, at: number): ResultLine {
  const begun = {
    id: String(at),
    service: serviceOf(line),
    times: { start: line.startTime, end: line.endTime },
    planned: line.visits.map(plannedVisit),
  };
  return { ...begun, given: begun.planned.map((visit) => ({ ...visit, ...begun.times })) };
}

function serviceOf(line: MonthLine): ResultService {
  const { serviceCode, serviceOfficeName, satellite } = line;
  const { taisCode, equipmentCode, equipmentName, lineNo } = line;
  return {
    serviceCode,
    ...(serviceOfficeName !== undefined && { officeName: serviceOfficeName }),
    ...(satellite !== undefined && { satellite }),
    ...(taisCode !== undefined && { taisCode }),
    ...(equipmentCode !== undefined && { equipmentCode }),
    ...(equipmentName !== undefined && { equipmentName }),
    ...(lineNo !== undefined && { lineNo }),
  };
}

function plannedVisit({ record }: SlipRow): PlannedVisit {
  const { dailyClaimDays, shortStayDaysBefore } = record;
  return {
    day: Number(record.serviceDate.slice(6)),
    count: record.count,
    units: record.units,
    over30Days: record.over30Days === "1",
    ...(dailyClaimDays !== undefined && { claimDays: dailyClaimDays }),
    ...(shortStayDaysBefore !== undefined && { stayDaysBefore: shortStayDaysBefore }),
  };
}
