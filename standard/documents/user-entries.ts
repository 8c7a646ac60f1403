import type { InsuredNumber, InsurerNumber } from "../values/person-numbers.ts";

/** Who a row is about: 保険者番号 and 被保険者番号. */
export type CareUser = {
  readonly insurerNumber: InsurerNumber;
  readonly insuredNumber: InsuredNumber;
};

/**
 * Puts together the rows that are about the same care user and the same part (a plan's date, a month). Entries stand
 * in the order in which their first row is met.
 */
export class UserEntries<Entry> {
  readonly #all: Entry[] = [];
  readonly #lists = new Map<string, Entry[]>();
  /** By list and slot, how many entries at its beginning have the slot taken. */
  readonly #taken = new Map<string, number>();

  /**
   * The entry that a row goes to: the first of its user and part in which there is room, or a new one.
   * @param part undefined when the row does not say; then every part of the user will do
   * @param slot where the row is to stand, if there is room for one only: a second row gets an entry of its own.
   * Undefined where there is room for all
   */
  entryFor(
    { insurerNumber, insuredNumber }: CareUser,
    part: string | undefined,
    slot: (keyof Entry & string) | undefined,
    begin: () => Entry,
  ): Entry {
    const user = `${insurerNumber}/${insuredNumber}`;
    const key = part === undefined ? user : `${user}/${part}`;
    const found = slot === undefined ? this.#lists.get(key)?.[0] : this.#withRoom(key, slot);
    if (found !== undefined) return found;
    const entry = begin();
    this.#all.push(entry);
    this.#list(user).push(entry);
    if (key !== user) this.#list(key).push(entry);
    return entry;
  }

  all(): readonly Entry[] {
    return this.#all;
  }

  #withRoom(key: string, slot: keyof Entry & string): Entry | undefined {
    const list = this.#lists.get(key) ?? [];
    let at = this.#taken.get(`${key}/${slot}`) ?? 0;
    while (at < list.length && list[at]?.[slot] !== undefined) at++;
    this.#taken.set(`${key}/${slot}`, at);
    return list[at];
  }

  #list(key: string): Entry[] {
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const list: Entry[] = [];
    this.#lists.set(key, list);
    return list;
  }
}
