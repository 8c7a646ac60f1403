import { type Checked, findingsOf, isCertain } from "./checked.ts";
import { type Fault, gatherFaults, sentenceOf } from "./faults.ts";
import type { Page } from "./page.ts";
import { count } from "./words.ts";

/** So many kinds are told before the rest is only counted. */
const shown = 5;

/** What is doubtful over all files, the frequent first. */
export function tellDoubts(page: Page, { files, sets }: Checked): void {
  const findings = [...files, ...sets].flatMap(findingsOf);
  const doubts = gatherFaults(findings.filter(({ severity }) => severity === "warning"));
  if (doubts.length === 0) return;
  page.title("念のため見ていただきたいところ（このままでも送れます）");
  const often = doubts.toSorted((a, b) => b.times - a.times);
  page.list(often, shown, "・ ", "種類", (doubt) => page.say("plain", doubtInWords(doubt), "・ "));
}

function doubtInWords(doubt: Fault): string {
  const { finding, times } = doubt;
  const file = "file" in finding ? finding.file : finding.files[0];
  const where =
    file === undefined
      ? ""
      : times === 1
        ? `（${file}）`
        : `（${count(times)} か所、たとえば ${file}）`;
  const sentence = times === 1 ? sentenceOf(doubt) : finding.message;
  return `${sentence}${isCertain(finding) ? "tsunagi mend で直せます。" : ""}${where}`;
}
