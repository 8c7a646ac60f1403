import type { Checked } from "./checked.ts";
import { tellDoubts } from "./doubts.ts";
import { tellHeldSets } from "./held-sets.ts";
import type { NoteLine } from "./line.ts";
import { tellMendable } from "./mendable.ts";
import { type NoteOptions, Page } from "./page.ts";
import { tellVerdict } from "./verdict.ts";
import { count } from "./words.ts";

/** So many names are told before the rest is only counted. */
const shown = 3;

/** What was found, as one tells it to the person who has to send the files: the verdict first, then what to do. */
export function writeNote(checked: Checked, options: NoteOptions): readonly NoteLine[] {
  const page = new Page(options);
  tellVerdict(page, checked);
  tellHeldSets(page, checked);
  tellMendable(page, checked);
  tellDoubts(page, checked);
  tellPassedOver(page, checked);
  return page.lines;
}

function tellPassedOver(page: Page, { attachments, others, hidden }: Checked): void {
  const sentences = [
    attachments.length === 0
      ? ""
      : `PDF と画像 ${namesInWords(attachments, page.all)}は、添えて送れます。中は見ていません。`,
    others.length === 0
      ? ""
      : `${namesInWords(others, page.all)}は、標準のファイルではないので見ていません。`,
    hidden === 0 ? "" : `隠しファイル ${count(hidden)} つは見ていません。`,
  ].filter((sentence) => sentence !== "");
  if (sentences.length === 0) return;
  page.title("見なかったもの");
  for (const sentence of sentences) page.say("plain", sentence, "・ ");
}

function namesInWords(names: readonly string[], all: boolean): string {
  const named = (all ? names : names.slice(0, shown)).join("、");
  const more = names.length - (all ? names.length : shown);
  return more > 0 ? `${named} ほか ${count(more)} ファイル` : `${named} `;
}
