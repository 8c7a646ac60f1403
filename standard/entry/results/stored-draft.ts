import { isTime } from "../../values/clock-time.ts";
import { isOfficeNumber } from "../../values/office-number.ts";
import { isSetTime } from "../../values/set-time.ts";
import type {
  GivenVisit,
  PlannedVisit,
  ResultLine,
  ResultService,
  ResultsDraft,
  VisitTimes,
} from "./results-draft.ts";

/** A draft as it was kept as JSON; undefined when it is none, or of another version. */
export function readResultsDraft(stored: unknown): ResultsDraft | undefined {
  return isDraft(stored) ? stored : undefined;
}

function isDraft(value: unknown): value is ResultsDraft {
  return (
    isObject(value) &&
    typeof value["planTime"] === "string" &&
    isSetTime(value["planTime"]) &&
    typeof value["checked"] === "boolean" &&
    isObject(value["planner"]) &&
    typeof value["planner"]["office"] === "string" &&
    isOfficeNumber(value["planner"]["office"]) &&
    isTextIfAny(value["planner"]["name"]) &&
    isListOf(value["lines"], isLine)
  );
}

function isLine(value: unknown): value is ResultLine {
  return (
    isObject(value) &&
    typeof value["id"] === "string" &&
    isService(value["service"]) &&
    isTimes(value["times"]) &&
    isListOf(value["planned"], isPlanned) &&
    isListOf(value["given"], isGiven)
  );
}

function isService(value: unknown): value is ResultService {
  return (
    isObject(value) &&
    typeof value["serviceCode"] === "string" &&
    ["officeName", "satellite", "taisCode", "equipmentCode", "equipmentName"].every((key) =>
      isTextIfAny(value[key]),
    ) &&
    isWholeIfAny(value["lineNo"])
  );
}

function isTimes(value: unknown): value is VisitTimes {
  return isObject(value) && isTimeOrNone(value["start"]) && isTimeOrNone(value["end"]);
}

function isPlanned(value: unknown): value is PlannedVisit {
  return (
    isObject(value) &&
    [value["day"], value["count"], value["units"]].every(Number.isInteger) &&
    typeof value["over30Days"] === "boolean" &&
    isTextIfAny(value["claimDays"]) &&
    isWholeIfAny(value["stayDaysBefore"])
  );
}

function isGiven(value: unknown): value is GivenVisit {
  return isObject(value) && isWholeIfAny(value["movedFrom"]) && isPlanned(value) && isTimes(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, is: (each: unknown) => each is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isTextIfAny(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function isWholeIfAny(value: unknown): boolean {
  return value === undefined || Number.isInteger(value);
}

function isTimeOrNone(value: unknown): boolean {
  return typeof value === "string" && (value === "9999" || isTime(value));
}
