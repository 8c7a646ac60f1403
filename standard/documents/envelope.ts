import type { CheckedFile } from "../check/checked-file.ts";
import type { Address } from "../naming/file-name.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { SetTime } from "../values/set-time.ts";

/** What the names of the files of a set say alike: from whom, to whom, and the set time. */
export type Envelope = {
  readonly sender: Address;
  readonly receiver: Address;
  readonly time: SetTime;
};

/** The envelope of files of one set; undefined when none of them has a name of the standard. */
export function envelopeOf(files: readonly CheckedFile[]): Envelope | undefined {
  const name = files.find(({ fileName }) => fileName !== undefined)?.fileName;
  if (name === undefined) return undefined;
  const { sender, receiver, time } = name;
  return { sender, receiver, time };
}

/** Whether no two names differ in sender, receiver or set time. */
export function haveOneEnvelope(files: readonly CheckedFile[]): boolean {
  const named = files.flatMap((file) => envelopeOf([file]) ?? []);
  return new Set(named.map((envelope) => JSON.stringify(envelope))).size <= 1;
}

/** The month 対象年月 in the names of files of one set. */
export function monthInNames(files: readonly CheckedFile[]): MonthOfService | undefined {
  for (const { fileName } of files) {
    if (fileName?.type === "csv" && fileName.month !== undefined) return fileName.month;
  }
  return undefined;
}
