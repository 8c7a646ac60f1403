import { type CalendarDate, type ClockTime, parseDate, parseTime } from "@tsunagi/standard";

/** A service of the month: code and units are made up. */
export type Service = {
  readonly code: string;
  readonly units: number;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly days: readonly CalendarDate[];
};

const inDecember = (days: readonly number[]): readonly CalendarDate[] =>
  days.map((day) => parseDate(`202612${String(day).padStart(2, "0")}`));

/** Body care on Mondays and Thursdays. */
export const bodyCare: Service = {
  code: "111111",
  units: 244,
  start: parseTime("0900"),
  end: parseTime("0930"),
  days: inDecember([3, 7, 10, 14, 17, 21, 24, 28, 31]),
};

/** Help in the household on Tuesdays. */
export const homeHelp: Service = {
  code: "117211",
  units: 179,
  start: parseTime("1400"),
  end: parseTime("1445"),
  days: inDecember([1, 8, 15, 22, 29]),
};
