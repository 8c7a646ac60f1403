import { type Block, type Content, type Place, type Split, tolerance } from "./block.ts";
import type { Item } from "./item.ts";

/** Blocks up to this height, in millimetres, are not split but kept whole on the next page. */
const keptWhole = 40;

/** Parts of a form one below the other. */
export function stack(contents: readonly Content[]): Content {
  return (width) =>
    new Stack(
      width,
      contents.map((content) => content(width)),
      undefined,
    );
}

/** A stack whose head stands again wherever it goes on over the page: a table and its heading. */
export function table(head: Content, rows: readonly Content[]): Content {
  return (width) =>
    new Stack(
      width,
      rows.map((row) => row(width)),
      head(width),
    );
}

class Stack implements Block {
  readonly width: number;
  readonly height: number;
  readonly grow: number;
  readonly #blocks: readonly Block[];
  readonly #head: Block | undefined;

  constructor(width: number, blocks: readonly Block[], head: Block | undefined) {
    this.width = width;
    this.#blocks = blocks;
    this.#head = head;
    this.height = heightOf(blocks) + (head?.height ?? 0);
    this.grow = Math.max(0, ...blocks.map(({ grow }) => grow));
  }

  split(room: number): Split | undefined {
    let left = room - (this.#head?.height ?? 0);
    let whole = 0;
    for (const { height } of this.#blocks) {
      if (height > left + tolerance) break;
      left -= height;
      whole++;
    }
    const above = this.#blocks.slice(0, whole);
    const [next, ...below] = this.#blocks.slice(whole);
    const parts = next === undefined || next.height <= keptWhole ? undefined : next.split(left);
    if (parts !== undefined) {
      return this.#cut([...above, parts.head], [parts.rest, ...below]);
    }
    if (above.length === 0) return undefined;
    return this.#cut(above, next === undefined ? [] : [next, ...below]);
  }

  emptied(): Block {
    const last = this.#blocks.at(-1);
    return new Stack(this.width, last === undefined ? [] : [last.emptied()], this.#head);
  }

  draw({ x, y, height }: Place, put: (item: Item) => void): void {
    const spare = height - this.height;
    const shares = this.#blocks.reduce((sum, { grow }) => sum + grow, 0);
    let top = y;
    if (this.#head !== undefined) {
      this.#head.draw({ x, y, height: this.#head.height }, put);
      top += this.#head.height;
    }
    this.#blocks.forEach((block, at) => {
      const isLast = at === this.#blocks.length - 1;
      const share = shares === 0 ? Number(isLast) : block.grow / shares;
      const own = block.height + spare * share;
      block.draw({ x, y: top, height: own }, put);
      top += own;
    });
  }

  #cut(above: readonly Block[], below: readonly Block[]): Split {
    return {
      head: new Stack(this.width, above, this.#head),
      rest: new Stack(this.width, below, this.#head),
    };
  }
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}
