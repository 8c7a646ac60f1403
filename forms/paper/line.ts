import { widthOf } from "./characters.ts";
import type { Item } from "./item.ts";

/** A point of type in millimetres. */
export const point = 25.4 / 72;

/** Line to line, in em. */
export const leading = 1.3;

/** Above the base line BIZ UDGothic takes this much of an em; below it, the rest. */
const ascent = 0.88;

/** A line of text, and what is marked in it. */
export type Line = { readonly text: string; readonly marks: readonly Mark[] };

/** A chosen word in a ring, or a ticked box; from and to in em. */
export type Mark = { readonly kind: "ring" | "tick"; readonly from: number; readonly to: number };

/** Draws a line whose upper edge, leading included, is at `top`. @param em size of type in millimetres */
export function drawLine(
  { text, marks }: Line,
  { x, top, em }: { readonly x: number; readonly top: number; readonly em: number },
  put: (item: Item) => void,
): void {
  const upper = top + ((leading - 1) / 2) * em;
  const base = upper + ascent * em;
  if (text !== "") put({ kind: "text", x, y: base, size: em, text });
  for (const { kind, from, to } of marks) {
    const [left, width] = [x + from * em, (to - from) * em];
    if (kind === "ring") {
      const [wider, higher] = [0.22 * em, 0.12 * em];
      put({
        kind: "ring",
        x: left - wider,
        y: upper - higher,
        width: width + 2 * wider,
        height: em + 2 * higher,
      });
    } else {
      const stroke = { kind: "line", thickness: 0.12 * em, tone: "ink", dashed: false } as const;
      const [foot, middle] = [upper + 0.8 * em, left + 0.42 * width];
      put({ ...stroke, x1: left + 0.15 * width, y1: upper + 0.5 * em, x2: middle, y2: foot });
      put({ ...stroke, x1: middle, y1: foot, x2: left + 0.95 * width, y2: upper + 0.05 * em });
    }
  }
}

/** A line without marks. */
export function plainLine(text: string): Line {
  return { text, marks: [] };
}

/** The width of a line in em. */
export function lineWidth({ text }: Line): number {
  return widthOf(text);
}
