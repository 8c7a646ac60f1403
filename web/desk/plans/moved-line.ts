import type { PlanLine } from "@tsunagi/standard";

/** The lines with one of them a place further up -1 or down 1 among its like, as far as there is one. */
export function movedLine(lines: readonly PlanLine[], id: string, by: -1 | 1): readonly PlanLine[] {
  const at = lines.findIndex((line) => line.id === id);
  const line = lines[at];
  if (line === undefined) return lines;
  const alike = lines.flatMap((other, place) =>
    isAddition(other) === isAddition(line) ? place : [],
  );
  const to = alike[alike.indexOf(at) + by];
  const other = to === undefined ? undefined : lines[to];
  return to === undefined || other === undefined ? lines : lines.with(at, other).with(to, line);
}

/** Additions stand in a list of their own. */
function isAddition({ service }: PlanLine): boolean {
  return service.basis === "permille";
}
