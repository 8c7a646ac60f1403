import { type FileRow, type Week, weekdaySign, weekdays } from "@tsunagi/standard";
import type { Content } from "../paper/block.ts";
import { frame, ruling } from "../paper/cell.ts";
import { widthOf } from "../paper/characters.ts";
import { type DrawingPlace, drawing } from "../paper/drawing.ts";
import type { Item, Tone } from "../paper/item.ts";
import { drawLine, plainLine, point } from "../paper/line.ts";
import { inset, type PlacedBox, placeInColumn, type Timed } from "./day-column.ts";
import type { WeekNotes } from "./week-notes.ts";
import { partsOfDay, type Times, timesText } from "./week-times.ts";

type Row = FileRow<"UP3KYO">;

/** Columns and rows of the grid, in millimetres. */
const phaseWidth = 9;
const hourWidth = 12;
const dayWidth = 29;
const activityWidth = 53;
const headHeight = 6;
const dayHeight = 128;

const daysFrom = phaseWidth + hourWidth;
const daysTo = daysFrom + 7 * dayWidth;

/** 深夜 to 深夜: the part of the day that begins at an hour. */
const phases = [
  [0, "深夜"],
  [6, "早朝"],
  [8, "午前"],
  [12, "午後"],
  [18, "夜間"],
  [22, "深夜"],
] as const;

/**
 * The week of 週間サービス計画表: days from 0:00 to 24:00 with their services, and the activities of a day beside them.
 * @param notes gets what finds no room
 */
export function weekGrid(week: Week, notes: WeekNotes): Content {
  const services = placeDays(week, notes);
  const activities = placeInColumn(
    activitiesOf(week, notes),
    { x: daysTo, width: activityWidth, dayHeight },
    (entry) => notes.markOf(entry.when, entry.said),
  );
  return drawing(headHeight + dayHeight, (place, put) => {
    drawHead(place, put);
    const below = { ...place, y: place.y + headHeight };
    drawHours(below, put);
    for (const box of services) {
      const { x, y, width, height } = box;
      frame(
        { x: below.x + x, y: below.y + y, width, height },
        { ruled: "all", ground: "white" },
        put,
      );
      drawText(box, below, put);
    }
    for (const box of activities) drawText(box, below, put);
  });
}

/** Something in the grid; `said` and `when` for a note, where it finds no room. */
type Entry = Timed & { readonly when: string; readonly said: string };

function placeDays(week: Week, notes: WeekNotes): readonly PlacedBox[] {
  const columns: readonly Entry[][] = weekdays.map(() => []);
  for (const { weekday, services } of week.days) {
    for (const { record } of services) {
      const times = { start: record.serviceStart, end: record.serviceEnd };
      const entries = entriesOf(times, record.service ?? "", `${weekdaySign(weekday)}曜日`);
      if (entries.length === 0) {
        notes.add(whenOf(`${weekdaySign(weekday)}曜日`, times), record.service ?? "");
      }
      for (const [at, entry] of entries.entries())
        columns[(Number(weekday) - 1 + at) % 7]?.push(entry);
    }
  }
  return columns.flatMap((entries, at) =>
    placeInColumn(entries, { x: daysFrom + at * dayWidth, width: dayWidth, dayHeight }, (entry) =>
      notes.markOf(entry.when, entry.said),
    ),
  );
}

function activitiesOf({ activities }: Week, notes: WeekNotes): readonly Entry[] {
  return activities.flatMap(({ record }: Row) => {
    const times = { start: record.activityStart, end: record.activityEnd };
    const entries = entriesOf(times, record.activity ?? "", "毎日");
    if (entries.length === 0) notes.add(whenOf("毎日", times), record.activity ?? "");
    return entries;
  });
}

/** The entries of one row: a second one, where it goes on after midnight. */
function entriesOf(times: Times, said: string, day: string): readonly Entry[] {
  const words = [timesText(times), said].filter((word) => word !== "").join(" ");
  return partsOfDay(times).map(({ from, to, fromDayBefore }) => ({
    from,
    to,
    text: fromDayBefore ? `（前日から）${words}` : words,
    when: whenOf(day, times),
    said,
  }));
}

function whenOf(day: string, times: Times): string {
  return `${day} ${timesText(times)}`.trimEnd();
}

function drawHead({ x, y, width }: DrawingPlace, put: (item: Item) => void): void {
  const names = [...weekdays.map(weekdaySign), "主な日常生活上の活動"];
  const edges = [...names.map((_, at) => daysFrom + at * dayWidth), width];
  boxOf(0, daysFrom, "");
  names.forEach((name, at) => {
    boxOf(edges[at] ?? 0, edges[at + 1] ?? 0, name);
  });

  function boxOf(from: number, to: number, name: string): void {
    const place = { x: x + from, y, width: to - from, height: headHeight };
    frame(place, { ruled: "all", ground: "light" }, put);
    drawCentred(name, { x: x + (from + to) / 2, middle: y + headHeight / 2 }, put);
  }
}

/** Hours and parts of the day at the left, lines every two hours, and the columns. */
function drawHours({ x, y, width }: DrawingPlace, put: (item: Item) => void): void {
  const bottom = y + dayHeight;
  for (let hour = 2; hour < 24; hour += 2) {
    const isPhase = phases.some(([from]) => from === hour);
    across(x + phaseWidth, x + daysTo, atHour(hour), isPhase ? "ink" : "soft");
  }
  for (const left of [
    phaseWidth,
    daysFrom,
    ...weekdays.map((_, at) => daysFrom + (at + 1) * dayWidth),
  ]) {
    put({ kind: "line", ...stroke("ink"), x1: x + left, y1: y, x2: x + left, y2: bottom });
  }
  frame({ x, y, width, height: dayHeight }, plainFrame, put);
  phases.forEach(([from, name], at) => {
    const to = phases[at + 1]?.[0] ?? 24;
    if (from > 0) across(x, x + phaseWidth, atHour(from), "ink");
    drawCentred(name, { x: x + phaseWidth / 2, middle: (atHour(from) + atHour(to)) / 2 }, put);
  });
  for (let hour = 0; hour <= 24; hour += 2) {
    const above = hour === 24 ? -1.6 : 1.6;
    drawCentred(
      `${hour}:00`,
      { x: x + phaseWidth + hourWidth / 2, middle: atHour(hour) + above },
      put,
    );
  }

  function across(x1: number, x2: number, at: number, tone: Tone): void {
    put({ kind: "line", ...stroke(tone), x1, y1: at, x2, y2: at });
  }

  function atHour(hour: number): number {
    return y + (hour / 24) * dayHeight;
  }
}

const plainFrame = { ruled: "all", ground: "none" } as const;

function stroke(tone: Tone) {
  return { thickness: ruling, tone, dashed: false } as const;
}

const em = 7.5 * point;

function drawCentred(
  text: string,
  { x, middle }: { readonly x: number; readonly middle: number },
  put: (item: Item) => void,
): void {
  const left = x - (widthOf(text) * em) / 2;
  drawLine(plainLine(text), { x: left, top: middle - 0.65 * em, em }, put);
}

function drawText(
  { x, y, size, lines }: PlacedBox,
  place: Pick<DrawingPlace, "x" | "y">,
  put: (item: Item) => void,
): void {
  const type = size * point;
  const left = place.x + x + inset.beside;
  lines.forEach((text, at) => {
    const top = place.y + y + inset.above + at * type * 1.3;
    drawLine(plainLine(text), { x: left, top, em: type }, put);
  });
}
