import { type Block, type Content, type Place, type Split, tolerance } from "./block.ts";
import type { Item } from "./item.ts";

/** A part of a row: its share of the width (millimetres, where they add up to it), and what stands in it. */
export type Share = readonly [width: number, content: Content];

/** Parts of a form side by side, all as high as the highest. Over the page, each goes on in its own place. */
export function beside(...shares: readonly Share[]): Content {
  const sum = shares.reduce((total, [share]) => total + share, 0);
  return (width) =>
    new Beside(
      width,
      shares.map(([share, content]) => content((share / sum) * width)),
    );
}

class Beside implements Block {
  readonly width: number;
  readonly height: number;
  readonly grow: number;
  readonly #blocks: readonly Block[];

  constructor(width: number, blocks: readonly Block[]) {
    this.width = width;
    this.#blocks = blocks;
    this.height = Math.max(0, ...blocks.map(({ height }) => height));
    this.grow = Math.max(0, ...blocks.map(({ grow }) => grow));
  }

  split(room: number): Split | undefined {
    const heads: Block[] = [];
    const rests: Block[] = [];
    for (const block of this.#blocks) {
      const parts = block.height <= room + tolerance ? standing(block) : block.split(room);
      if (parts === undefined) return undefined;
      heads.push(parts.head);
      rests.push(parts.rest);
    }
    return { head: new Beside(this.width, heads), rest: new Beside(this.width, rests) };
  }

  emptied(): Block {
    return new Beside(
      this.width,
      this.#blocks.map((block) => block.emptied()),
    );
  }

  draw({ x, y, height }: Place, put: (item: Item) => void): void {
    let left = x;
    for (const block of this.#blocks) {
      block.draw({ x: left, y, height }, put);
      left += block.width;
    }
  }
}

/** A part that stands whole above the edge of the page, while its neighbours go on. */
function standing(block: Block): Split {
  return { head: block, rest: block.emptied() };
}
