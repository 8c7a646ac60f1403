import { WrongUse } from "./ask.ts";

/** Does something on disk; where that fails, the sentence says what could not be done. @throws WrongUse */
export function attempt<T>(sentence: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof WrongUse) throw cause;
    throw new WrongUse(sentence, { cause });
  }
}
