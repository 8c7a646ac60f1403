/** What stands in one column of the week: at the time it begins, as high as it is long. */
import { charactersOf, widthOfCharacter } from "../paper/characters.ts";
import { leading, point } from "../paper/line.ts";
import { wrap } from "../paper/wrap.ts";

/** Something with a time; minutes from midnight, `to` after `from` and at most 24:00. */
export type Timed = { readonly from: number; readonly to: number; readonly text: string };

/** Where a column stands, in millimetres: from 0:00 at the top to 24:00. */
export type Column = { readonly x: number; readonly width: number; readonly dayHeight: number };

/** A box with the lines that stand in it, in millimetres below 0:00. */
export type PlacedBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In points. */
  readonly size: number;
  readonly lines: readonly string[];
};

/** Sizes of type to try, in points. */
const smallest = 5;
const sizes = [7.5, 7, 6.5, 6, 5.5, smallest] as const;

/** Room between a box's ruling and its text, in millimetres. */
export const inset = { beside: 0.6, above: 0.2 } as const;

const day = 24 * 60;

/** What is shorter is drawn as long as this, in minutes, so that a line of type stands in it. */
const shortestDrawn = 30;

/** More boxes than this side by side are too narrow to be told apart. */
const mostLanes = 5;

/**
 * Places what has times in a column, side by side where it meets. A text that does not fit its box may go on below it
 * as far as the column is free; where that is not enough, the mark that `markOf` gives and its beginning stand for it.
 */
export function placeInColumn<Entry extends Timed>(
  entries: readonly Entry[],
  column: Column,
  markOf: (entry: Entry) => string,
): readonly PlacedBox[] {
  const clusters = clustersOf(entries.map(drawnAs));
  return clusters.flatMap((cluster, at) => {
    const free = clusters[at + 1]?.[0]?.from ?? day;
    const lanes = lanesOf(cluster);
    return lanes.length > mostLanes
      ? [crowd(cluster, column, markOf)]
      : lanes.flatMap((lane, lanesBefore) =>
          lane.map((drawn, inLane) => {
            const width = column.width / lanes.length;
            const until = Math.min(lane[inLane + 1]?.from ?? free, free);
            const place = { x: column.x + lanesBefore * width, width, until };
            return boxFor(drawn, place, column, markOf);
          }),
        );
  });
}

type Drawn<Entry> = { readonly entry: Entry; readonly from: number; readonly to: number };

function drawnAs<Entry extends Timed>(entry: Entry): Drawn<Entry> {
  const to = Math.max(entry.to, entry.from + shortestDrawn);
  const over = Math.max(0, to - day);
  return { entry, from: entry.from - over, to: to - over };
}

/** Runs of entries that meet each other, by the time they begin. */
function clustersOf<Entry>(all: readonly Drawn<Entry>[]): readonly (readonly Drawn<Entry>[])[] {
  const clusters: Drawn<Entry>[][] = [];
  let end = 0;
  for (const drawn of all.toSorted((a, b) => a.from - b.from)) {
    const last = clusters.at(-1);
    if (last === undefined || drawn.from >= end) clusters.push([drawn]);
    else last.push(drawn);
    end = Math.max(end, drawn.to);
  }
  return clusters;
}

/** As few lanes as there are entries at a time. */
function lanesOf<Entry>(cluster: readonly Drawn<Entry>[]): readonly (readonly Drawn<Entry>[])[] {
  const lanes: Drawn<Entry>[][] = [];
  for (const drawn of cluster) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? 0) <= drawn.from);
    if (free === undefined) lanes.push([drawn]);
    else free.push(drawn);
  }
  return lanes;
}

function boxFor<Entry extends Timed>(
  { entry, from, to }: Drawn<Entry>,
  { x, width, until }: { readonly x: number; readonly width: number; readonly until: number },
  { dayHeight }: Column,
  markOf: (entry: Entry) => string,
): PlacedBox {
  const [y, least, most] = [at(from), at(to) - at(from), at(until) - at(from)];
  const room = width - 2 * inset.beside;
  for (const size of sizes) {
    const lines = wrap(entry.text, room / (size * point));
    const needed = lines.length * size * point * leading + 2 * inset.above;
    if (needed <= most) return { x, y, width, height: Math.max(least, needed), size, lines };
  }
  const line = cutTo(room / (smallest * point), `${markOf(entry)} ${entry.text}`);
  return { x, y, width, height: least, size: smallest, lines: [line] };

  function at(minutes: number): number {
    return (minutes / day) * dayHeight;
  }
}

/** As much of a text as stands on one line of so many em. */
function cutTo(width: number, text: string): string {
  const characters = charactersOf(text.replaceAll(/\s+/gu, " "));
  let length = 0;
  for (let used = 1; length < characters.length; length++) {
    used += widthOfCharacter(characters[length] ?? "");
    if (used > width) break;
  }
  return `${characters.slice(0, length).join("")}…`;
}

/** One box for many, which all stand among the notes. */
function crowd<Entry extends Timed>(
  cluster: readonly Drawn<Entry>[],
  { x, width, dayHeight }: Column,
  markOf: (entry: Entry) => string,
): PlacedBox {
  const from = Math.min(...cluster.map((drawn) => drawn.from));
  const to = Math.max(...cluster.map((drawn) => drawn.to));
  const marks = cluster.map(({ entry }) => markOf(entry));
  const [y, height] = [(from / day) * dayHeight, ((to - from) / day) * dayHeight];
  return { x, y, width, height, size: smallest, lines: [`${marks[0] ?? ""}ほか`] };
}
