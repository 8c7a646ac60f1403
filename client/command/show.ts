import {
  describeDocument,
  type LenientlyRead,
  type ReadFile,
  readDocumentsLeniently,
  readFile,
  readFileName,
} from "@tsunagi/standard";
import type { Command } from "commander";
import { count } from "../note/words.ts";
import { bytesOf, type FoundFile, findFiles } from "./found-files.ts";
import { globalOptions } from "./with-engine.ts";

/** show */
export function addShowCommand(program: Command): void {
  program
    .command("show")
    .description("ファイルの中身を、送信単位ごとに書類として示します")
    .argument("<paths...>", "ファイルやフォルダー (フォルダーは中まで見ます)")
    .action((paths: string[], _options: object, command: Command) => {
      const { files } = findFiles(paths);
      const sets = setsOf(files.filter(({ role }) => role === "standard"));
      const { json } = globalOptions(command);
      const show = json ? documentsAsJson() : documentsAsText();
      let unread = 0;
      for (const set of sets) {
        const read = readDocumentsLeniently(set.map(readWhole));
        show.set(read);
        for (const { file, row, message } of read.unread) {
          unread++;
          process.stderr.write(
            `${file}${row === undefined ? "" : ` ${count(row)}行目`}: ${message}\n`,
          );
        }
      }
      show.end();
      if (unread > 0) process.exitCode = 1;
    });
}

/** Shows documents one set after the other, so that only one is held at a time. */
interface Show {
  readonly set: (read: LenientlyRead) => void;
  readonly end: () => void;
}

function documentsAsJson(): Show {
  let before = "[";
  return {
    set({ documents }) {
      for (const document of documents) {
        process.stdout.write(`${before}\n${JSON.stringify(document, null, 2)}`);
        before = ",";
      }
    },
    end() {
      process.stdout.write(before === "[" ? "[]\n" : "\n]\n");
    },
  };
}

function documentsAsText(): Show {
  let shown = 0;
  return {
    set({ documents }) {
      for (const document of documents) {
        const lines = describeDocument(document);
        process.stdout.write(`${shown === 0 ? "" : "\n"}${lines.join("\n")}\n`);
        shown++;
      }
    },
    end() {
      if (shown === 0) process.stdout.write("書類として示せるものはありませんでした。\n");
    },
  };
}

/** Files by sender, receiver and set time, in the order of the times; one whose name does not tell stands alone. */
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

function readWhole(file: FoundFile): ReadFile {
  return readFile(file.name, bytesOf(file));
}
