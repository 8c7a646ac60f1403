import type { Item } from "./item.ts";

/**
 * A part of a form that has got its width and so knows how high it is. It is drawn at least as high as that, and as
 * high as its neighbours and the page want it; or it is split, and goes on over the page.
 */
export interface Block {
  readonly width: number;
  /** The least height in which all of it stands. */
  readonly height: number;
  /** How much of the height that is left over it takes, against the others of a stack; 0: none. */
  readonly grow: number;
  /**
   * The part that fits into `room`, which is less than `height`, and the rest.
   * @returns undefined where nothing of it fits or where it is better kept whole on the next page
   */
  split(room: number): Split | undefined;
  /** What goes on beside a neighbour's rest, when all of this stands above already: the same boxes, empty. */
  emptied(): Block;
  /** @param height at least `height` */
  draw(place: Place, put: (item: Item) => void): void;
}

export type Split = { readonly head: Block; readonly rest: Block };

/** Where a block is drawn. */
export type Place = { readonly x: number; readonly y: number; readonly height: number };

/** A part of a form before it has its width: forms are written in these. */
export type Content = (width: number) => Block;

/** Millimetres: sums of lengths are off by less. */
export const tolerance = 1e-6;
