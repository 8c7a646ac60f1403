import {
  type LenientlyRead,
  readDocumentsLeniently,
  readFile,
  readFileName,
  type Unread,
} from "@tsunagi/standard";
import { count } from "../note/words.ts";
import { bytesOf, type FoundFile } from "./found-files.ts";

/**
 * The documents of files of the standard, set by set in the order of their set times, so that only one set is held at
 * a time. Files whose name tells no set stand alone. @throws WrongUse where a file cannot be read
 */
export function* readSets(files: readonly FoundFile[]): Generator<LenientlyRead> {
  for (const set of setsOf(files)) {
    yield readDocumentsLeniently(set.map((file) => readFile(file.name, bytesOf(file))));
  }
}

/** Says on standard error what could not be read. */
export function sayUnread(unread: readonly Unread[]): void {
  for (const { file, row, message } of unread) {
    process.stderr.write(`${file}${row === undefined ? "" : ` ${count(row)}行目`}: ${message}\n`);
  }
}

function setsOf(files: readonly FoundFile[]): readonly (readonly FoundFile[])[] {
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
