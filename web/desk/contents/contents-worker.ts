/** The worker of what is in a message: fetches its files from the app, reads them, and draws the forms of one user. */
import { answerAsks, CannotDo } from "../../parts/worker/answer-asks.ts";
import type { ContentsAsks } from "./ask.ts";
import { drawSheet } from "./draw-sheet.ts";
import { fetchFiles } from "./fetch-files.ts";
import { type OpenedFiles, openFiles } from "./open-files.ts";

let opened: OpenedFiles | undefined;

answerAsks<ContentsAsks>({
  async open(files) {
    opened = await openFiles(await fetchFiles(files));
    return opened.contents;
  },
  async sheet(at) {
    const part = opened?.parts[at];
    if (opened === undefined || part === undefined) throw new CannotDo(notThere);
    return drawSheet(part.document, opened.pictures);
  },
});

const notThere = "この利用者の書類が見つかりません。画面を開き直してください。";
