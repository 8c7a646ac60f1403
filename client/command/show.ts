import { describeDocument, type LenientlyRead } from "@tsunagi/standard";
import type { Command } from "commander";
import { findFiles } from "./found-files.ts";
import { readSets, sayUnread } from "./found-sets.ts";
import { globalOptions } from "./with-engine.ts";

/** show */
export function addShowCommand(program: Command): void {
  program
    .command("show")
    .description("ファイルの中身を、送信単位ごとに書類として示します")
    .argument("<paths...>", "ファイルやフォルダー (フォルダーは中まで見ます)")
    .action((paths: string[], _options: object, command: Command) => {
      const { files } = findFiles(paths);
      const { json } = globalOptions(command);
      const show = json ? documentsAsJson() : documentsAsText();
      let unread = 0;
      for (const read of readSets(files.filter(({ role }) => role === "standard"))) {
        show.set(read);
        sayUnread(read.unread);
        unread += read.unread.length;
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
