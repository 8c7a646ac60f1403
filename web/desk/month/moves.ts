/** A day of a line: the line's key, the day from 1. */
export interface Place {
  readonly row: string;
  readonly day: number;
}

/** The part of a key that moves. */
interface MovingKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads from a place; undefined when it is none that moves. At an edge it stays. */
export function movedBy(
  { key, ctrlKey, metaKey }: MovingKey,
  from: Place,
  rows: readonly string[],
  days: number,
): Place | undefined {
  const at = rows.indexOf(from.row);
  const far = ctrlKey || metaKey;
  const to = (row: number, day: number): Place =>
    clampedTo({ row: rows[Math.min(Math.max(row, 0), rows.length - 1)] ?? "", day }, rows, days);
  switch (key) {
    case "ArrowLeft":
      return to(at, from.day - 1);
    case "ArrowRight":
      return to(at, from.day + 1);
    case "ArrowUp":
      return to(at - 1, from.day);
    case "ArrowDown":
      return to(at + 1, from.day);
    case "Home":
      return to(far ? 0 : at, 1);
    case "End":
      return to(far ? rows.length - 1 : at, days);
    default:
      return undefined;
  }
}

/** The nearest place that there is: a line may have gone, a month may be shorter. */
export function clampedTo(place: Place, rows: readonly string[], days: number): Place {
  const row = rows.includes(place.row) ? place.row : (rows[0] ?? "");
  return { row, day: Math.min(Math.max(place.day, 1), days) };
}
