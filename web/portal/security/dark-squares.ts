/** The dark squares of a grid as the path of an SVG, a run at a time; a square has the side 1. */
export function darkSquares(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => runs(row).map(([from, length]) => `M${from} ${y}h${length}v1h${-length}z`))
    .join("");
}

/** Where dark squares begin, and how many follow each other. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1);
    if (dark && last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else if (dark) found.push([x, 1]);
  }
  return found;
}
