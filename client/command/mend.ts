import { dirname, join } from "node:path";
import {
  checkFiles,
  type GivenFile,
  type MendedGiven,
  type Mending,
  mendFile,
  mendFiles,
} from "@tsunagi/standard";
import type { Command } from "commander";
import { columnsOf, printNote } from "../note/line.ts";
import { writeMendNote } from "../note/mend-note.ts";
import type { DurableFile } from "../store/durable-file.ts";
import { WrongUse } from "./ask.ts";
import { checkedFiles } from "./check.ts";
import { type FoundFile, type FoundFiles, fileAt, findFiles } from "./found-files.ts";
import { isWithin, openInto, realPath, refuseInput, refuseTaken } from "./out-folder.ts";
import { printJson } from "./print.ts";
import { showProgress } from "./progress.ts";
import { type ReportJson, reportJson } from "./report-json.ts";
import { globalOptions } from "./with-engine.ts";

interface MendOptions {
  readonly out: string;
  readonly force: boolean;
  readonly all: boolean;
}

/** mend */
export function addMendCommand(program: Command): void {
  program
    .command("mend")
    .description(
      "正しい形が確かなところを直し、別のフォルダーに書き出します。もとのファイルは変えません",
    )
    .argument("<paths...>", "ファイルやフォルダー (フォルダーは中まで見ます)")
    .requiredOption("--out <folder>", "書き出すフォルダー (なければ作ります)")
    .option("--force", "書き出すフォルダーにある同じ名前のファイルを、置き換えます", false)
    .option("--all", "長い一覧も、すべて出します", false)
    .action(async (paths: string[], options: MendOptions, command: Command) => {
      refuseInput(options.out, paths);
      const found = withoutOwn(findFiles(paths), options.out);
      refuseTaken(options.out, found.files.map(newPlace), options.force);
      const mended = await mendInto(options.out, found.files);
      const written = { files: mended.map(({ file }) => file), hidden: found.hidden };
      const meant = written.files.filter(({ role }) => role === "standard");
      const progress = showProgress();
      const report = await checkFiles(meant, progress.show).finally(progress.end);
      if (globalOptions(command).json) printJson(mendJson(mended, reportJson(written, report)));
      else {
        const columns = columnsOf(process.stdout);
        const left = checkedFiles(written, report);
        const note = writeMendNote(mended, left, options.out, { all: options.all, columns });
        printNote(note, process.stdout);
      }
      if (report.errors > 0) process.exitCode = 1;
    });
}

/** A file that was written: as it was, or with what is certain put right. */
interface Mended {
  /** Its path as it was found. */
  readonly from: string;
  readonly file: FoundFile;
  readonly done: readonly Mending[];
  readonly doneCount: number;
}

/** Writes every file into the folder, those that are meant to be of the standard mended. */
async function mendInto(out: string, files: readonly FoundFile[]): Promise<readonly Mended[]> {
  const places = new Map<GivenFile, string>(files.map((file) => [file, newPlace(file)]));
  const done = new Map<string, MendedGiven>();
  let open: DurableFile | undefined;
  const finish = (): void => {
    const last = open;
    open = undefined;
    last?.finish();
  };
  const begin = (file: GivenFile): ((chunk: Uint8Array) => void) => {
    finish();
    const next = openInto(out, places.get(file) ?? file.name);
    open = next;
    return next.write;
  };
  try {
    const meant = files.filter(({ role }) => role === "standard");
    for (const mended of await mendFiles(meant, begin)) done.set(mended.left.path, mended);
    for (const file of files) {
      if (file.role === "standard") continue;
      const write = begin(file);
      for (const chunk of file.read()) write(chunk);
    }
    finish();
  } catch (error) {
    open?.discard();
    throw error;
  }
  return files.map((file) => {
    const place = newPlace(file);
    const { done: mendings = [], doneCount = 0 } = done.get(file.path) ?? {};
    const now = fileAt(join(out, place), place, file.role);
    return { from: file.path, file: now, done: mendings, doneCount };
  });
}

/** What was found in the written files, with what was put right in each. */
function mendJson(mended: readonly Mended[], { files, ...rest }: ReportJson): object {
  const told = files.map((file, at) => ({
    from: mended[at]?.from,
    ...file,
    mended: mended[at]?.done,
    mendedCount: mended[at]?.doneCount,
  }));
  return { files: told, ...rest };
}

/** Where a file goes in the folder: in the folder that it lay in, under the name that it should have. */
function newPlace({ place, name, role }: FoundFile): string {
  if (role !== "standard") return place;
  return join(dirname(place), mendFile(name, new Uint8Array()).name);
}

/** Without what an earlier run wrote, where that lies among the files. @throws WrongUse when nothing else is there */
function withoutOwn({ files, hidden }: FoundFiles, out: string): FoundFiles {
  const own = realPath(out);
  const others = files.filter(({ path }) => !isWithin(own, realPath(path)));
  if (files.length > 0 && others.length === 0) {
    throw new WrongUse(`${out} のほかには、直すファイルがありません。`);
  }
  return { files: others, hidden };
}
