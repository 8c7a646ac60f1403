import type { Content } from "./block.ts";
import { drawing } from "./drawing.ts";

/** Empty rows that fill what the page leaves below a table, as on a form that is filled in by hand. */
export function emptyRows(row: Content): Content {
  return drawing(
    0,
    ({ x, y, width, height }, put) => {
      const block = row(width);
      const count = Math.floor(height / block.height);
      for (let at = 0; at < count; at++) {
        block.draw({ x, y: y + (at * height) / count, height: height / count }, put);
      }
    },
    1,
  );
}
