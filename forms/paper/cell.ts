import { type Block, type Content, type Place, type Split, tolerance } from "./block.ts";
import { widthOf } from "./characters.ts";
import type { BoxItem, Ground, Item } from "./item.ts";
import { drawLine, type Line, leading, lineWidth, plainLine, point } from "./line.ts";
import { wrap } from "./wrap.ts";

/** The thickness of ruling, in millimetres. */
export const ruling = 0.2;

/** How a cell is drawn. What is left out is as in `plainCell`. */
export type CellStyle = {
  /** Type size in points. */
  readonly size: number;
  readonly align: "left" | "center" | "right";
  readonly valign: "top" | "middle" | "bottom";
  /** Space between ruling and text, in millimetres. */
  readonly padding: number;
  /** Which sides are ruled. */
  readonly ruled: "all" | "below" | "none";
  readonly ground: Ground;
  /** The least height, in millimetres. */
  readonly least: number;
  /** How much of the height that is left over it takes, against the others below and above it. */
  readonly grow: number;
  /** What stands in the cell where it goes on over the page beside its neighbours, though its text is all said. */
  readonly continued: string;
};

export const plainCell: CellStyle = {
  size: 9,
  align: "left",
  valign: "top",
  padding: 1,
  ruled: "all",
  ground: "none",
  least: 0,
  grow: 0,
  continued: "",
};

/**
 * A box with text in it: broken into lines, and split between them.
 * @param smallest the size, in points, down to which type shrinks so that the text stands on one line
 */
export function cell(
  text: string,
  { smallest, ...given }: Partial<CellStyle> & { readonly smallest?: number } = {},
): Content {
  const style = { ...plainCell, ...given };
  return (width) => {
    const room = width - 2 * style.padding;
    const size = smallest === undefined ? style.size : shrunk(text, room, style.size, smallest);
    const lines = text === "" ? [] : wrap(text, room / (size * point)).map(plainLine);
    return new Cell(width, lines, { ...style, size });
  };
}

/** A box with lines in it that know how to break themselves. @param linesIn the lines in a width in em */
export function cellOfLines(
  linesIn: (width: number) => readonly Line[],
  given: Partial<CellStyle> = {},
): Content {
  const style = { ...plainCell, ...given };
  return (width) =>
    new Cell(width, linesIn((width - 2 * style.padding) / (style.size * point)), style);
}

/** The largest size at which a text stands on one line; the smallest, where it does not even then. */
function shrunk(text: string, room: number, size: number, smallest: number): number {
  if (text === "" || /[\r\n]/u.test(text)) return size;
  return Math.max(smallest, Math.min(size, room / (widthOf(text) * point)));
}

class Cell implements Block {
  readonly width: number;
  readonly height: number;
  readonly grow: number;
  readonly #lines: readonly Line[];
  readonly #style: CellStyle;
  readonly #em: number;

  constructor(width: number, lines: readonly Line[], style: CellStyle) {
    this.width = width;
    this.#lines = lines;
    this.#style = style;
    this.#em = style.size * point;
    this.grow = style.grow;
    const needed = lines.length === 0 ? 0 : this.#textHeight + 2 * style.padding;
    this.height = Math.max(style.least, needed);
  }

  split(room: number): Split | undefined {
    const { padding, least } = this.#style;
    const forText = Math.max(0, room - 2 * padding + tolerance);
    const fitting = Math.floor(forText / (this.#em * leading));
    const [above, below] = [this.#lines.slice(0, fitting), this.#lines.slice(fitting)];
    if (above.length === 0 && this.#lines.length > 0) return undefined;
    const style = { ...this.#style, valign: "top" as const };
    return {
      head: new Cell(this.width, above, { ...style, least: 0 }),
      rest: new Cell(this.width, below, { ...style, least: Math.max(0, least - room) }),
    };
  }

  emptied(): Block {
    const said = this.#lines.some(({ text }) => text !== "");
    const { continued, padding } = this.#style;
    const room = (this.width - 2 * padding) / this.#em;
    const lines = said && continued !== "" ? wrap(continued, room).map(plainLine) : [];
    return new Cell(this.width, lines, { ...this.#style, least: 0, valign: "top" });
  }

  draw({ x, y, height }: Place, put: (item: Item) => void): void {
    const { padding, align, valign, ruled, ground } = this.#style;
    frame({ x, y, width: this.width, height }, { ruled, ground }, put);
    const spare = height - 2 * padding - this.#textHeight;
    const top = y + padding + { top: 0, middle: spare / 2, bottom: spare }[valign];
    this.#lines.forEach((line, at) => {
      const free = this.width - 2 * padding - lineWidth(line) * this.#em;
      const left = x + padding + { left: 0, center: free / 2, right: free }[align];
      drawLine(line, { x: left, top: top + at * this.#em * leading, em: this.#em }, put);
    });
  }

  get #textHeight(): number {
    return this.#lines.length * this.#em * leading;
  }
}

/** Ground and ruling of a place. */
export function frame(
  place: Pick<BoxItem, "x" | "y" | "width" | "height">,
  { ruled, ground }: Pick<CellStyle, "ruled" | "ground">,
  put: (item: Item) => void,
): void {
  if (ground !== "none") put({ kind: "box", ...place, thickness: 0, ground });
  if (ruled === "all") put({ kind: "box", ...place, thickness: ruling, ground: "none" });
  if (ruled !== "below") return;
  const { x: x1, y, width, height } = place;
  const [x2, y1] = [x1 + width, y + height];
  put({ kind: "line", x1, y1, x2, y2: y1, thickness: ruling, tone: "ink", dashed: false });
}
