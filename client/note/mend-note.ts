import { basename } from "node:path";
import type { Mending } from "@tsunagi/standard";
import type { Checked } from "./checked.ts";
import type { NoteLine } from "./line.ts";
import { writeNote } from "./note.ts";
import { type NoteOptions, Page } from "./page.ts";
import { count, rowsInWords } from "./words.ts";

/** A file that was written, and what was put right in it. */
export interface WrittenFile {
  /** Its path as it was found. */
  readonly from: string;
  readonly done: readonly Mending[];
  /** How many things were done, those that are not listed among them. */
  readonly doneCount: number;
}

/** So many kinds of mendings are told before the rest is only counted. */
const shownKinds = 10;

/**
 * What was put right and what is left, as one tells it to the person whose files they are.
 * @param left what a check of the written files finds
 * @param out the folder they were written into
 */
export function writeMendNote(
  written: readonly WrittenFile[],
  left: Checked,
  out: string,
  options: NoteOptions,
): readonly NoteLine[] {
  const page = new Page(options);
  const changed = written.filter(({ done }) => done.length > 0);
  const sentences = [
    `${count(written.length)} ファイルを ${out} に書き出しました。`,
    changed.length === 0
      ? "直したところはなく、どれももとのままです。"
      : `${count(changed.length)} ファイルの ${count(timesOf(changed))} か所を直しました。`,
  ];
  page.say("verdict", sentences.join(""));
  if (changed.length > 0) tellDone(page, changed);
  page.title("書き出したファイルの確認");
  return [...page.lines, ...writeNote(left, options)];
}

function tellDone(page: Page, changed: readonly WrittenFile[]): void {
  page.title("直したところ");
  const all = changed.flatMap(({ from, done }) => done.map((mending) => ({ from, mending })));
  const kinds = [
    ...Map.groupBy(all, ({ mending: { rule, field } }) => `${rule} ${field ?? ""}`).values(),
  ];
  page.list(kinds, shownKinds, "・ ", "種類", (kind) => {
    page.say("plain", kindInWords(kind), "・ ");
  });
}

type Done = { readonly from: string; readonly mending: Mending };

/** `項目5「被保険者番号」: 全角の数字を半角にしました（40 か所、たとえば 12月/UPPLAN….CSV の3行目）`. */
function kindInWords(kind: readonly Done[]): string {
  const [{ from, mending }] = kind as [Done];
  const { field, fieldName, message, row } = mending;
  const place = field === undefined ? "" : `項目${field}「${fieldName ?? ""}」: `;
  const where = `${basename(from)}${row === undefined ? "" : ` の${rowsInWords([row])}`}`;
  const times = kind.reduce((sum, done) => sum + done.mending.count, 0);
  const example = times === 1 ? where : `${count(times)} か所、たとえば ${where}`;
  return `${place}${message}（${example}）`;
}

function timesOf(files: readonly WrittenFile[]): number {
  return files.reduce((sum, { doneCount }) => sum + doneCount, 0);
}
