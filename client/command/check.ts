import { checkFiles, type Report } from "@tsunagi/standard";
import type { Command } from "commander";
import type { Checked } from "../note/checked.ts";
import { columnsOf, printNote } from "../note/line.ts";
import { writeNote } from "../note/note.ts";
import { type FoundFile, type FoundFiles, findFiles } from "./found-files.ts";
import { printJson } from "./print.ts";
import { showProgress } from "./progress.ts";
import { reportJson } from "./report-json.ts";
import { globalOptions } from "./with-engine.ts";

/** check */
export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .description(
      "ファイルやフォルダーを標準仕様に照らして確かめます。初期設定もセンターも要りません",
    )
    .argument("<paths...>", "ファイルやフォルダー (フォルダーは中まで見ます)")
    .option("--all", "長い一覧も、すべて出します", false)
    .action(async (paths: string[], { all }: { all: boolean }, command: Command) => {
      const found = findFiles(paths);
      const progress = showProgress();
      const given = found.files.filter(({ role }) => role === "standard");
      const report = await checkFiles(given, progress.show).finally(progress.end);
      if (globalOptions(command).json) printJson(reportJson(found, report));
      else {
        const note = writeNote(checkedFiles(found, report), {
          all,
          columns: columnsOf(process.stdout),
        });
        printNote(note, process.stdout);
      }
      if (report.errors > 0) process.exitCode = 1;
    });
}

/** What the note on a check tells of. */
export function checkedFiles({ files, hidden }: FoundFiles, report: Report): Checked {
  const namesOf = (wanted: FoundFile["role"]) =>
    files.filter(({ role }) => role === wanted).map(({ name }) => name);
  return {
    files: report.files,
    sets: report.sets,
    attachments: namesOf("attachment"),
    others: namesOf("other"),
    hidden,
  };
}
