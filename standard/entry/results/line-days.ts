import type { GivenVisit, PlannedVisit, ResultLine, ResultsDraft } from "./results-draft.ts";

/** How one day of a line stands. */
export type DayOfLine = {
  /** サービス回数 as planned. */
  readonly planned: number;
  readonly given: readonly GivenVisit[];
  /** サービス回数 as given. */
  readonly count: number;
  /** Whether something was given at another time than the line says. */
  readonly otherTime: boolean;
  /** The day it was moved from; undefined where nothing was. */
  readonly movedFrom: number | undefined;
  /** Days that what was planned here was moved to. */
  readonly movedTo: readonly number[];
  readonly asPlanned: boolean;
};

/** How a day of a line stands; days count from 1. */
export function dayOfLine(line: ResultLine, day: number): DayOfLine {
  const given = givenOn(line, day);
  const planned = countOf(line.planned.filter((visit) => visit.day === day));
  const count = countOf(given);
  const otherTime = given.some(({ start, end }) => !isAtTimeOf(line, { start, end }));
  return {
    planned,
    given,
    count,
    otherTime,
    movedFrom: given.find(({ movedFrom }) => movedFrom !== undefined)?.movedFrom,
    movedTo: line.given.filter(({ movedFrom }) => movedFrom === day).map((visit) => visit.day),
    asPlanned: planned === count && !otherTime,
  };
}

/** What was given on a day. */
export function givenOn({ given }: ResultLine, day: number): readonly GivenVisit[] {
  return given.filter((visit) => visit.day === day);
}

/** What would have been given on a day, had all gone as planned. */
export function asPlannedOn({ planned, times }: ResultLine, day: number): readonly GivenVisit[] {
  return planned.filter((visit) => visit.day === day).map((visit) => ({ ...visit, ...times }));
}

/** サービス回数 of visits together. */
export function countOf(visits: readonly PlannedVisit[]): number {
  return visits.reduce((sum, { count }) => sum + count, 0);
}

/** Whether nothing at all was given. */
export function isNothingGiven({ lines }: ResultsDraft): boolean {
  return lines.every(({ given }) => countOf(given) === 0);
}

/** On how many days of how many lines a draft differs from the plan. */
export function differencesFromPlan({ lines }: ResultsDraft): number {
  return lines.reduce((sum, line) => {
    const days = new Set([...line.planned, ...line.given].map(({ day }) => day));
    return sum + [...days].filter((day) => !dayOfLine(line, day).asPlanned).length;
  }, 0);
}

function isAtTimeOf({ times }: ResultLine, { start, end }: ResultLine["times"]): boolean {
  return times.start === start && times.end === end;
}
