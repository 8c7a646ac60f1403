import type { Block, Content, Place, Split } from "./block.ts";
import { type CellStyle, frame, plainCell } from "./cell.ts";
import type { Item } from "./item.ts";

type BoxStyle = Pick<CellStyle, "ruled" | "ground" | "padding">;

/** A box around parts of a form; it goes on over the page as they do. */
export function boxed(content: Content, given: Partial<BoxStyle> = {}): Content {
  const style = { ...plainCell, padding: 0, ...given };
  return (width) => new Boxed(width, content(width - 2 * style.padding), style);
}

class Boxed implements Block {
  readonly width: number;
  readonly height: number;
  readonly grow: number;
  readonly #inner: Block;
  readonly #style: BoxStyle;

  constructor(width: number, inner: Block, style: BoxStyle) {
    this.width = width;
    this.#inner = inner;
    this.#style = style;
    this.height = inner.height + 2 * style.padding;
    this.grow = inner.grow;
  }

  split(room: number): Split | undefined {
    const parts = this.#inner.split(room - 2 * this.#style.padding);
    return parts && { head: this.#with(parts.head), rest: this.#with(parts.rest) };
  }

  emptied(): Block {
    return this.#with(this.#inner.emptied());
  }

  draw({ x, y, height }: Place, put: (item: Item) => void): void {
    const { padding } = this.#style;
    frame({ x, y, width: this.width, height }, this.#style, put);
    this.#inner.draw({ x: x + padding, y: y + padding, height: height - 2 * padding }, put);
  }

  #with(inner: Block): Block {
    return new Boxed(this.width, inner, this.#style);
  }
}
