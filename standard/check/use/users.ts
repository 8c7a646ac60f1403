import { largestFacts, type UserKey } from "../keys.ts";

/**
 * The care users of a file as its rows come by. Rows of a user mostly stand together, so that the user of the row
 * before is tried first.
 */
export class Users<User> {
  readonly byKey: Map<UserKey, User> = new Map();
  readonly #begin: (row: number) => User;
  #insurer = "";
  #insured = "";
  #last: User | undefined;

  /** @param begin makes the user of a first row */
  constructor(begin: (row: number) => User) {
    this.#begin = begin;
  }

  /** The user of a row; undefined when its numbers are not those of a user, or there are too many users. */
  of(insurer: string, insured: string, row: number): User | undefined {
    if (insured === this.#insured && insurer === this.#insurer) return this.#last;
    this.#insurer = insurer;
    this.#insured = insured;
    this.#last = this.#find(insurer, insured, row);
    return this.#last;
  }

  /** Whether there were more users than can be kept. */
  get overflow(): boolean {
    return this.#overflow;
  }
  #overflow = false;

  #find(insurer: string, insured: string, row: number): User | undefined {
    if (!isUser(insurer, insured)) return undefined;
    const key: UserKey = `${insurer}/${insured}`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    if (this.byKey.size >= largestFacts) {
      this.#overflow = true;
      return undefined;
    }
    const user = this.#begin(row);
    this.byKey.set(key, user);
    return user;
  }
}

/** 被保険者番号 of a key. */
export function insuredNumberOf(key: UserKey): string {
  return key.slice(key.indexOf("/") + 1);
}

/** Nine digits of an insured number are in doubt, not wrong. */
function isUser(insurer: string, insured: string): boolean {
  return /^\d{6}$/.test(insurer) && /^[\dH]\d{8,9}$/.test(insured);
}
