import type { Look, NoteLine } from "./line.ts";
import { count } from "./words.ts";
import { wrap } from "./wrap.ts";

export interface NoteOptions {
  readonly columns: number;
  /** Everything one by one, however long the note gets. */
  readonly all: boolean;
}

/** The lines of a note as they grow. */
export class Page {
  readonly lines: NoteLine[] = [];
  readonly all: boolean;
  readonly #columns: number;

  constructor({ columns, all }: NoteOptions) {
    this.#columns = columns;
    this.all = all;
  }

  say(look: Look, text: string, first = ""): void {
    this.lines.push(...wrap(text, this.#columns, first).map((line) => ({ look, text: line })));
  }

  title(text: string): void {
    this.lines.push({ look: "plain", text: "" }, { look: "title", text });
  }

  /** Tells the first of a list; of the rest, how many there are and how to see them. */
  list<T>(
    items: readonly T[],
    limit: number,
    indent: string,
    rest: string,
    tell: (item: T, at: number) => void,
  ): void {
    const told = this.all ? items : items.slice(0, limit);
    told.forEach(tell);
    const left = items.length - told.length;
    if (left > 0)
      this.say("soft", `ほか ${count(left)} ${rest}は、--all を付けるとすべて出します。`, indent);
  }
}
