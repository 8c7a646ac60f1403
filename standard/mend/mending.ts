import type { FieldRow } from "../layout/field.ts";
import { type FindingCode, type RuleName, rules } from "../rules/rules.ts";
import type { Mend } from "./mend.ts";

/** One thing that was put right in a file. */
export type Mending = {
  /** The rule whose finding it answers, and the code of that. */
  readonly rule: RuleName;
  readonly code: FindingCode;
  /** Row of the file as it was, from 1; of the first where there are several. */
  readonly row?: number;
  /** Number of the field, from 1, as in the standard. */
  readonly field?: number;
  readonly fieldName?: string;
  /** The value as it was and as it is, where one changed; long ones in part. */
  readonly from?: string;
  readonly to?: string;
  /** In how many rows it was done; 1 for a value, a name, a file as a whole. */
  readonly count: number;
  /** What was done, in plain Japanese, without its place. May quote the file's content. */
  readonly message: string;
};

/** Where a mend would be applied. */
export type MendPlace = {
  /** Name of the file, as it was given. */
  readonly file: string;
  /** Row of the file, from 1; undefined for its name. */
  readonly row?: number;
  readonly field?: FieldRow;
  /** The name or value as it stands. */
  readonly from: string;
};

/** Decides on a mend that is not certain. */
export type Accept = (mend: Mend, place: MendPlace) => boolean;

/** How many values that were put right are listed of one file. */
export const listedMendings = 1000;

/** What is known of a mending before it is counted. */
type Done = Omit<Mending, "code" | "count">;

/** What was put right in one file: values one by one up to a limit, what goes through the rows once with its count. */
export class MendingList {
  readonly #values: Mending[] = [];
  readonly #throughout = new Map<string, Mending>();
  #count = 0;

  /** How many things were put right, those not listed among them; what goes through the rows counts once. */
  get count(): number {
    return this.#count;
  }

  add(done: Done): void {
    this.#count++;
    if (this.#values.length < listedMendings) this.#values.push(mendingOf(done, 1));
  }

  /** Adds what is done to one more row; it is the same for all where rule and field are. */
  addThroughout(done: Done): void {
    const about = `${done.rule} ${done.field}`;
    const before = this.#throughout.get(about);
    if (before === undefined) this.#count++;
    this.#throughout.set(about, mendingOf(before ?? done, (before?.count ?? 0) + 1));
  }

  /** In the order of the rows; what is about the whole file comes first. */
  list(): readonly Mending[] {
    const all = [...this.#throughout.values(), ...this.#values];
    return all.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}

function mendingOf(done: Done, count: number): Mending {
  return { ...done, code: rules[done.rule].code, count };
}
