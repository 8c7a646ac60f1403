import type { Block, Content, Place } from "./block.ts";
import type { Item } from "./item.ts";

/** Where a drawing is drawn, and how large. */
export type DrawingPlace = Place & { readonly width: number };

/**
 * A part that is drawn by hand: a grid, a picture. It is never split: it has to be lower than a page.
 * @param height the least; `draw` is told how high it became
 */
export function drawing(
  height: number,
  draw: (place: DrawingPlace, put: (item: Item) => void) => void,
  grow = 0,
): Content {
  return (width) => new Drawing(width, height, grow, draw);
}

/** Empty room between two parts. */
export function space(height: number): Content {
  return drawing(height, () => {});
}

class Drawing implements Block {
  readonly width: number;
  readonly height: number;
  readonly grow: number;
  readonly #draw: (place: DrawingPlace, put: (item: Item) => void) => void;

  constructor(
    width: number,
    height: number,
    grow: number,
    draw: (place: DrawingPlace, put: (item: Item) => void) => void,
  ) {
    this.width = width;
    this.height = height;
    this.grow = grow;
    this.#draw = draw;
  }

  split(): undefined {
    return undefined;
  }

  emptied(): Block {
    return new Drawing(this.width, 0, 0, () => {});
  }

  draw(place: Place, put: (item: Item) => void): void {
    this.#draw({ ...place, width: this.width }, put);
  }
}
