/** What did not find room in the grid of the week. */
export type WeekNote = {
  /** The mark ※1 that stands in the grid; none, where nothing can stand there. */
  readonly mark: string;
  /** Days and times. */
  readonly when: readonly string[];
  readonly text: string;
};

/** Collects what does not find room in the grid; the same text has the same mark on all days. */
export class WeekNotes {
  readonly #notes = new Map<string, { mark: string; when: string[]; text: string }>();
  readonly #unmarked: WeekNote[] = [];

  /** The mark that stands in the grid for a text. */
  markOf(when: string, text: string): string {
    const known = this.#notes.get(text);
    if (known !== undefined) {
      if (!known.when.includes(when)) known.when.push(when);
      return known.mark;
    }
    const mark = `※${this.#notes.size + 1}`;
    this.#notes.set(text, { mark, when: [when], text });
    return mark;
  }

  /** What has no place in the grid at all. */
  add(when: string, text: string): void {
    this.#unmarked.push({ mark: "", when: when === "" ? [] : [when], text });
  }

  all(): readonly WeekNote[] {
    return [...this.#notes.values(), ...this.#unmarked];
  }
}
