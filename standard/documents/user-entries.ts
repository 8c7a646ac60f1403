import type { InsuredNumber, InsurerNumber } from "../values/person-numbers.ts";

/** Who a row is about: 保険者番号 and 被保険者番号. */
export type CareUser = {
  readonly insurerNumber: InsurerNumber;
  readonly insuredNumber: InsuredNumber;
};

type Listed<Entry> = { readonly part: string; readonly entry: Entry };

/**
 * Puts together the rows that are about the same care user and the same part (a plan's date, a month). Entries stand
 * in the order in which their first row is met.
 */
export class UserEntries<Entry> {
  readonly #ofUser = new Map<string, Listed<Entry>[]>();
  readonly #all: Entry[] = [];

  /**
   * The entry that a row goes to: the first of its user and part in which there is room, or a new one.
   * @param part undefined when the row does not say: any part of the user will do
   * @param hasRoom whether an entry can take the row; where a second row of its kind comes, it gets an entry of its own
   */
  entryFor(
    { insurerNumber, insuredNumber }: CareUser,
    part: string | undefined,
    hasRoom: (entry: Entry) => boolean,
    begin: () => Entry,
  ): Entry {
    const user = `${insurerNumber}/${insuredNumber}`;
    let listed = this.#ofUser.get(user);
    if (listed === undefined) {
      listed = [];
      this.#ofUser.set(user, listed);
    }
    const found = listed.find(
      (candidate) => (part === undefined || candidate.part === part) && hasRoom(candidate.entry),
    );
    if (found !== undefined) return found.entry;
    const entry = begin();
    listed.push({ part: part ?? "", entry });
    this.#all.push(entry);
    return entry;
  }

  all(): readonly Entry[] {
    return this.#all;
  }
}
