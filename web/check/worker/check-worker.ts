/** The page's worker: holds the visitor's files and does all the reckoning, so that the page stays free. */
import { checkFiles } from "@tsunagi/standard";
import { answerAsks } from "../../parts/worker/answer-asks.ts";
import type { CheckAsks } from "./ask.ts";
import { givenFile, type VisitorFile } from "./given-file.ts";
import { mendVisitorFiles } from "./mend-visitor-files.ts";
import { outcomeOf } from "./outcome.ts";
import { readContent } from "./read-content.ts";

/** The files that were checked last, or what they were mended to. */
let visitorFiles: readonly VisitorFile[] = [];

answerAsks<CheckAsks>({
  async check(files, onProgress) {
    visitorFiles = files;
    return outcomeOf(await checkFiles(files.map(givenFile), onProgress));
  },
  async mend() {
    const { now, outcome } = await mendVisitorFiles(visitorFiles);
    visitorFiles = now;
    return outcome;
  },
  async documents(places) {
    return readContent(places.flatMap((at) => visitorFiles[at] ?? []));
  },
});
