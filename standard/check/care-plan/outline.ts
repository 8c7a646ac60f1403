/** How a row of an outline stands to the row above it. */
export type OutlineStep = {
  /** The highest level, from 0, that is another than above; the number of levels when none is. */
  readonly changed: number;
  /** Whether its numbers are above, equal to or below those of the row above; `first` when there is none. */
  readonly order: "first" | "rising" | "same" | "falling";
  /** Levels whose number is empty although nothing above could give it. */
  readonly open: readonly number[];
};

/**
 * Follows numbers that order rows by levels, e.g. needs › goals › services. An empty number repeats the one above,
 * as on paper; on the lowest level it leaves the row without a number.
 */
export class Outline {
  readonly #columns: readonly number[];
  #above: readonly (number | undefined)[] | undefined;
  #isLost = false;

  /** @param columns of the numbers, highest level first */
  constructor(columns: readonly number[]) {
    this.#columns = columns;
  }

  /** The next row begins another plan: nothing is above it. */
  begin(): void {
    this.#above = undefined;
    this.#isLost = false;
  }

  /** A row could not be read: what is above is not known until a row has all its numbers again. */
  lose(): void {
    this.#above = undefined;
    this.#isLost = true;
  }

  step(values: readonly string[]): OutlineStep {
    const above = this.#above;
    const lowest = this.#columns.length - 1;
    const numbers: (number | undefined)[] = [];
    const open: number[] = [];
    let changed = above === undefined ? 0 : this.#columns.length;
    let order: OutlineStep["order"] = above === undefined ? "first" : "same";
    this.#columns.forEach((column, level) => {
      const written = values[column] ?? "";
      const inherited = changed > level ? above?.[level] : undefined;
      const number = written === "" && level < lowest ? inherited : parse(written);
      numbers.push(number);
      if (number === undefined && level < lowest) open.push(level);
      if (changed <= level) return;
      if (level === lowest && number === undefined) {
        order = "rising";
        changed = level;
        return;
      }
      const before = above?.[level];
      if (number === before) return;
      changed = level;
      order =
        number !== undefined && before !== undefined && number < before ? "falling" : "rising";
    });
    this.#above = numbers;
    if (open.length === 0) this.#isLost = false;
    return { changed, order, open: this.#isLost ? [] : open };
  }
}

function parse(written: string): number | undefined {
  return written === "" ? undefined : Number(written);
}
