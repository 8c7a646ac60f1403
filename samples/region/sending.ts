import {
  type Address,
  buildFileName,
  type CalendarDate,
  type FileKind,
  type FileRecord,
  layouts,
  type MonthOfService,
  type SetTime,
  writeFile,
} from "@tsunagi/standard";
import type { SampleFile } from "../sample-file.ts";
import { setTimeOn } from "./calendar.ts";
import type { Chance } from "./chance.ts";

/** What the files of one set 送信単位 have in common. */
export type Sending = {
  readonly sender: Address;
  readonly receiver: Address;
  readonly time: SetTime;
};

/**
 * A file of a set, in the folder of its sender.
 * @param month for the kinds with a month in their name; without it a UPHOSOKU is one of a care plan
 */
export function fileOf<Kind extends FileKind>(
  kind: Kind,
  records: readonly FileRecord<Kind>[],
  sending: Sending,
  month?: MonthOfService,
): SampleFile {
  const named = layouts[kind].monthInName && month !== undefined ? { month } : {};
  return {
    folder: sending.sender.office,
    name: buildFileName({ type: "csv", kind, ...named, ...sending }),
    bytes: writeFile(kind, records),
  };
}

/** The set times of one sender on one day: each later than the one before, as an office works down its list. */
export class WorkingDay {
  readonly #date: CalendarDate;
  readonly #chance: Chance;
  #seconds: number;

  constructor(date: CalendarDate, chance: Chance) {
    this.#date = date;
    this.#chance = chance;
    this.#seconds = chance.between(9 * 3600, 11 * 3600);
  }

  next(): SetTime {
    this.#seconds += this.#chance.between(3, 40);
    return setTimeOn(this.#date, this.#seconds);
  }
}
