/** What a wrong value was meant to be: `certain` when it cannot be anything else. */
export type Guess = {
  readonly value: string;
  readonly certain: boolean;
  /** What is done to the value, in Japanese, before 「…」にする. */
  readonly how: string;
};

/** A value that cannot have meant anything else. */
export function certainly(value: string, how: string): Guess {
  return { value, certain: true, how };
}

/** A value that a person must confirm. */
export function likely(value: string, how: string): Guess {
  return { value, certain: false, how };
}
