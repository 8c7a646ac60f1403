import type { Block, Content, Place, Split } from "./block.ts";
import type { Item } from "./item.ts";

/** A part that leaves the spare height of the page alone; what grows in it grows only to be as high as its neighbours. */
export function firm(content: Content): Content {
  return (width) => new Firm(content(width));
}

class Firm implements Block {
  readonly width: number;
  readonly height: number;
  readonly grow = 0;
  readonly #inner: Block;

  constructor(inner: Block) {
    this.#inner = inner;
    this.width = inner.width;
    this.height = inner.height;
  }

  split(room: number): Split | undefined {
    const parts = this.#inner.split(room);
    return parts && { head: new Firm(parts.head), rest: new Firm(parts.rest) };
  }

  emptied(): Block {
    return new Firm(this.#inner.emptied());
  }

  draw(place: Place, put: (item: Item) => void): void {
    this.#inner.draw(place, put);
  }
}
