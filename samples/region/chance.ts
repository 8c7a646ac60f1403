/**
 * A stream of pseudo-random numbers (mulberry32): the same for the same names on any machine. Streams of different
 * names do not depend on each other, so that a part of a region can be made without the parts before it.
 */
export class Chance {
  #state: number;

  /** @param names what the stream is for, e.g. the seed, "office", 12 */
  constructor(...names: readonly (string | number)[]) {
    this.#state = hash(names.join("/"));
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in so many of 1: `happens(0.1)` once in ten. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new RangeError("nothing to choose from");
    return choice;
  }

  /** One of the choices, each as often as its weight says. */
  weigh<T>(choices: readonly (readonly [choice: T, weight: number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return this.pick(choices)[0];
  }

  /** So many different ones of the choices, in the order of the choices; all of them where there are fewer. */
  some<T>(choices: readonly T[], count: number): readonly T[] {
    let wanted = Math.min(count, choices.length);
    return choices.filter((_, at) => {
      const taken = this.next() * (choices.length - at) < wanted;
      if (taken) wanted -= 1;
      return taken;
    });
  }
}

/** FNV-1a, then mixed once more so that near names give far streams. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return state ^ (state >>> 13);
}
