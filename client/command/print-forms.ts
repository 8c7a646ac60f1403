import { basename } from "node:path";
import { drawForms, type Form } from "@tsunagi/forms";
import type { pdfOf as PdfOf } from "@tsunagi/forms/pdf";
import type { Command } from "commander";
import { count } from "../note/words.ts";
import { bytesOf, findFiles } from "./found-files.ts";
import { type FoundSet, readSet, sayUnread, setsOf } from "./found-sets.ts";
import { openInto, refuseTaken } from "./out-folder.ts";
import { print, printJson } from "./print.ts";
import { showPrinting } from "./progress.ts";
import { globalOptions } from "./with-engine.ts";

interface PrintOptions {
  readonly out: string;
  readonly together: boolean;
  readonly force: boolean;
}

/** print */
export function addPrintCommand(program: Command): void {
  program
    .command("print")
    .description("ファイルの中身を、紙の帳票のかたちで、送信単位ごとに PDF にします")
    .argument("<paths...>", "ファイルやフォルダー (フォルダーは中まで見ます)")
    .requiredOption("--out <folder>", "PDF を書き出すフォルダー (なければ作ります)")
    .option("--together", `すべてを目次の付いた一つの PDF (${togetherName}) にします`, false)
    .option("--force", "書き出すフォルダーにある同じ名前のファイルを、置き換えます", false)
    .action(async (paths: string[], options: PrintOptions, command: Command) => {
      const { files } = findFiles(paths);
      const sets = setsOf(files.filter(({ role }) => role === "standard"));
      const unread = sets.map(unreadIn).reduce((sum, number) => sum + number, 0);
      const sheaves = options.together ? [together(sets)] : sets.map(byItself);
      const names = sheaves.map(({ name }) => name);
      refuseTaken(options.out, names, options.force);
      // Only here: reading the PDF library takes a tenth of a second, which no other command needs to wait for.
      const { pdfOf } = await import("@tsunagi/forms/pdf");
      const progress = showPrinting();
      const written = sheaves.map((sheaf) => printInto(options.out, sheaf, pdfOf, progress.show));
      progress.end();
      const printed = written.filter(({ forms }) => forms > 0);
      if (globalOptions(command).json) printJson(printed);
      else print(...inWords(printed, options.out));
      if (unread > 0) process.exitCode = 1;
    });
}

/** Forms that go into one file. */
interface Sheaf {
  readonly name: string;
  readonly contents: boolean;
  /** Reads the files anew each time, a set at a time. */
  readonly forms: () => Generator<Form>;
}

const togetherName = "帳票.pdf";

function together(sets: readonly FoundSet[]): Sheaf {
  return {
    name: togetherName,
    contents: true,
    *forms() {
      for (const set of sets) yield* formsOf(set);
    },
  };
}

/** The forms of one set, in a file that is called as the first of the set's which is not a mere supplement. */
function byItself(set: FoundSet): Sheaf {
  const names = set.map(({ name }) => name);
  const name = names.find((one) => !one.startsWith("UPHOSOKU")) ?? names[0] ?? "";
  return {
    name: `${name.replace(/\.[^.]*$/u, "")}.pdf`,
    contents: false,
    forms: () => formsOf(set),
  };
}

function* formsOf(set: FoundSet): Generator<Form> {
  const pictures = new Map(
    set.filter(({ name }) => /\.jpe?g$/iu.test(name)).map((file) => [file.name, bytesOf(file)]),
  );
  for (const document of readSet(set).documents) yield* drawForms(document, { pictures });
}

function unreadIn(set: FoundSet): number {
  const { unread } = readSet(set);
  sayUnread(unread);
  return unread.length;
}

/** A file that was written; not kept, where there was no form to write. */
interface Printed {
  readonly name: string;
  readonly forms: number;
  readonly pages: number;
}

function printInto(
  out: string,
  { name, contents, forms }: Sheaf,
  pdfOf: typeof PdfOf,
  pagesDone: (pages: number) => void,
): Printed {
  const file = openInto(out, name);
  try {
    const pdf = pdfOf(forms, { title: basename(name, ".pdf"), contents });
    let next = pdf.next();
    let pages = 0;
    while (!next.done) {
      file.write(next.value);
      if (next.value.length > 0) pagesDone(++pages);
      next = pdf.next();
    }
    if (next.value.forms === 0) file.discard();
    else file.finish();
    return { name, ...next.value };
  } catch (error) {
    file.discard();
    throw error;
  }
}

function inWords(printed: readonly Printed[], out: string): readonly string[] {
  if (printed.length === 0) return ["帳票にするものはありませんでした。"];
  return [
    ...printed.map(
      ({ name, forms, pages }) => `${name}  帳票 ${count(forms)} 件、${count(pages)} ページ`,
    ),
    `${out} に書き出しました。`,
  ];
}
