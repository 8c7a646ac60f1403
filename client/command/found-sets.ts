import {
  type LenientlyRead,
  readDocumentsLeniently,
  readFile,
  readFileName,
  type Unread,
} from "@tsunagi/standard";
import { count } from "../note/words.ts";
import { bytesOf, type FoundFile } from "./found-files.ts";

/** Files of one set 送信単位, by their names; a file whose name tells no set stands alone. At least one. */
export type FoundSet = readonly FoundFile[];

/**
 * The documents of files of the standard, set by set in the order of their set times, so that only one set is held at
 * a time. @throws WrongUse where a file cannot be read
 */
export function* readSets(files: readonly FoundFile[]): Generator<LenientlyRead> {
  for (const set of setsOf(files)) yield readSet(set);
}

/** The documents of one set. @throws WrongUse where a file cannot be read */
export function readSet(set: FoundSet): LenientlyRead {
  return readDocumentsLeniently(set.map((file) => readFile(file.name, bytesOf(file))));
}

/** Says on standard error what could not be read. */
export function sayUnread(unread: readonly Unread[]): void {
  for (const { file, row, message } of unread) {
    process.stderr.write(`${file}${row === undefined ? "" : ` ${count(row)}行目`}: ${message}\n`);
  }
}

/** Files of the standard by their sets, in the order of the set times. */
export function setsOf(files: readonly FoundFile[]): readonly FoundSet[] {
  const sets = Map.groupBy(files, ({ path, name }) => {
    const { fileName } = readFileName(name);
    if (fileName === undefined) return path;
    const { time, sender, receiver } = fileName;
    return [time, sender.office, sender.serviceType, receiver.office, receiver.serviceType].join(
      " ",
    );
  });
  return [...sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set);
}
