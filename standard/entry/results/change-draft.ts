import { asPlannedOn, countOf, givenOn } from "./line-days.ts";
import type {
  GivenVisit,
  PlannedVisit,
  ResultLine,
  ResultService,
  ResultsDraft,
  VisitTimes,
} from "./results-draft.ts";

/** A day of a line of a draft. */
export type DayPlace = { readonly line: string; readonly day: number };

/** What a line is that somebody adds. */
export type AddedLine = {
  readonly service: ResultService;
  readonly times: VisitTimes;
  /** 単位数 of one visit. */
  readonly units: number;
};

/** The most that stands in サービス回数. */
export const mostVisits = 99;

/** Given becomes not given, and the other way round: then as planned, or once where nothing was planned. */
export function toggleDay(draft: ResultsDraft, { line, day }: DayPlace): ResultsDraft {
  return changeLine(draft, line, (of) => {
    if (countOf(givenOn(of, day)) > 0) return withDay(of, day, []);
    const planned = asPlannedOn(of, day);
    return withDay(of, day, planned.length > 0 ? planned : [onceOn(of, day)]);
  });
}

/** So many times on a day, at the times that stand there; 0 is not given. */
export function setCount(
  draft: ResultsDraft,
  { line, day }: DayPlace,
  count: number,
): ResultsDraft {
  return changeLine(draft, line, (of) => {
    const first = givenOn(of, day)[0] ?? asPlannedOn(of, day)[0] ?? onceOn(of, day);
    const times = Math.min(Math.max(Math.trunc(count), 0), mostVisits);
    return withDay(of, day, times === 0 ? [] : [{ ...first, count: times }]);
  });
}

/** At other times than planned; what was not given on that day is given then. */
export function setTimes(
  draft: ResultsDraft,
  { line, day }: DayPlace,
  times: VisitTimes,
): ResultsDraft {
  return changeLine(draft, line, (of) => {
    const there = givenOn(of, day);
    const planned = asPlannedOn(of, day);
    const some = there.length > 0 ? there : planned.length > 0 ? planned : [onceOn(of, day)];
    return withDay(
      of,
      day,
      some.map((visit) => ({ ...visit, ...times })),
    );
  });
}

/** What was given on a day, or was to be, was given on another one instead. Moved back, it stands as it did. */
export function moveDay(draft: ResultsDraft, { line, day }: DayPlace, to: number): ResultsDraft {
  if (to === day) return draft;
  return changeLine(draft, line, (of) => {
    const there = givenOn(of, day);
    const moving = there.length > 0 ? there : asPlannedOn(of, day);
    if (moving.length === 0) return of;
    const arrived = moving.map(({ movedFrom = day, ...visit }): GivenVisit => {
      const moved = { ...visit, day: to };
      return movedFrom === to ? moved : { ...moved, movedFrom };
    });
    return withDay(withDay(of, day, []), to, [...givenOn(of, to), ...arrived]);
  });
}

/** Every visit as planned; added lines go. */
export function allAsPlanned(draft: ResultsDraft): ResultsDraft {
  const planned = draft.lines.filter((line) => line.planned.length > 0);
  return {
    ...draft,
    checked: false,
    lines: planned.map((line) => ({
      ...line,
      given: line.planned.map((visit) => ({ ...visit, ...line.times })),
    })),
  };
}

/** No visit at all; added lines go. */
export function nothingGiven(draft: ResultsDraft): ResultsDraft {
  const { lines, ...rest } = allAsPlanned(draft);
  return { ...rest, lines: lines.map((line) => ({ ...line, given: [] })) };
}

/** Adds a line on which nothing is given yet, with a first visit where a day is said. */
export function addLine(draft: ResultsDraft, added: AddedLine, day?: number): ResultsDraft {
  const id = String(1 + Math.max(-1, ...draft.lines.map((line) => Number(line.id))));
  const { service, times, units } = added;
  const first = { day: day ?? 1, count: 1, units, over30Days: false, ...times };
  const given = day === undefined ? [] : [first];
  return {
    ...draft,
    checked: false,
    lines: [...draft.lines, { id, service, times, planned: [], given }],
  };
}

/** Takes an added line away; a planned one stays. */
export function removeLine(draft: ResultsDraft, id: string): ResultsDraft {
  return {
    ...draft,
    checked: false,
    lines: draft.lines.filter((line) => line.id !== id || line.planned.length > 0),
  };
}

/** Says 単位数 of all visits of a line anew: of percent additions, which follow what was given, or are 0. */
export function setUnits(draft: ResultsDraft, id: string, units: number): ResultsDraft {
  return changeLine(draft, id, (line) => ({
    ...line,
    given: line.given.map((visit) => ({ ...visit, units })),
  }));
}

/** Somebody says that the results are right, or takes it back. */
export function setChecked(draft: ResultsDraft, checked: boolean): ResultsDraft {
  return { ...draft, checked };
}

function changeLine(
  draft: ResultsDraft,
  id: string,
  change: (line: ResultLine) => ResultLine,
): ResultsDraft {
  return {
    ...draft,
    checked: false,
    lines: draft.lines.map((line) => (line.id === id ? change(line) : line)),
  };
}

function withDay(line: ResultLine, day: number, visits: readonly GivenVisit[]): ResultLine {
  const given = [...line.given.filter((visit) => visit.day !== day), ...joined(visits)];
  return { ...line, given: given.sort((a, b) => a.day - b.day) };
}

/** Visits of a day at the same time are one row with their counts together. */
function joined(visits: readonly GivenVisit[]): readonly GivenVisit[] {
  const byTime = Map.groupBy(visits, ({ start, end }) => `${start}${end}`);
  return Array.from(byTime.values()).flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, count: Math.min(countOf([first, ...others]), mostVisits) }],
  );
}

/** One visit on a day for which none was planned: like the planned one that is nearest. */
function onceOn({ planned, given, times }: ResultLine, day: number): GivenVisit {
  const [nearest] = [...planned, ...given].sort(
    (a, b) => Math.abs(a.day - day) - Math.abs(b.day - day),
  );
  const like: PlannedVisit = nearest ?? { day, count: 1, units: 0, over30Days: false };
  const { units, over30Days, claimDays, stayDaysBefore } = like;
  return {
    day,
    count: 1,
    units,
    over30Days,
    ...(claimDays !== undefined && { claimDays }),
    ...(stayDaysBefore !== undefined && { stayDaysBefore }),
    ...times,
  };
}
