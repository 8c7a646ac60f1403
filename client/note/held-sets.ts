import { dirname } from "node:path";
import {
  type FileSet,
  type Finding,
  type ReportedFile,
  type SetFinding,
  setTimeInEra,
} from "@tsunagi/standard";
import { titleOfFile } from "../tray/titles.ts";
import { type Checked, findingsOf, isCertain, isError, needsPeople, straysOf } from "./checked.ts";
import { gatherFaults, sameness, sentenceOf } from "./faults.ts";
import type { Page } from "./page.ts";
import { partyInWords, setInWords } from "./set-in-words.ts";
import { count } from "./words.ts";

/** So much is told before the rest is only counted. */
const shown = { sets: 10, faults: 5, receivers: 3 };

/** What people must put right, set by set: to whom, what, and why it cannot go. */
export function tellHeldSets(page: Page, { files, sets }: Checked): void {
  const held = sets.filter((set) => needsPeople(set, ...set.files));
  const strays = straysOf(files, sets).filter((file) => needsPeople(file));
  if (held.length + strays.length === 0) return;
  page.title("直すところ");
  const alike = page.all ? held.map((set) => [set]) : [...Map.groupBy(held, troubleOf).values()];
  page.list(alike, shown.sets, "", "種類", (group, at) => {
    const [set, ...others] = group as [FileSet, ...FileSet[]];
    page.say("set", setInWords(set), `${at + 1}. `);
    tellSet(page, set, files);
    if (others.length > 0) page.say("plain", othersInWords(others), "   ");
  });
  page.list(strays, shown.sets, "", "ファイル", (file) => {
    page.say("set", "どの送信単位にも入らないファイル", "・ ");
    tellFile(page, file.path, file);
  });
}

function tellSet(page: Page, set: FileSet, files: readonly ReportedFile[]): void {
  const pathOf = (file: ReportedFile | FileSet["files"][number]): string =>
    files.find((reported) => reported === file)?.path ?? file.name;
  const [folder, ...otherFolders] = new Set(set.files.map((file) => dirname(pathOf(file))));
  const together = folder !== undefined && folder !== "." && otherFolders.length === 0;
  const from = `${partyInWords(set.sender)}から、${setTimeInEra(set.time)} に書き出したもの`;
  page.say("soft", together ? `${from} (${folder})` : from, "   ");
  tellFindings(page, set.findings);
  const held = set.files.filter((file) => needsPeople(file));
  const shared = sharedFaults(held);
  for (const group of shared.values()) tellShared(page, group, set);
  for (const file of held) {
    const own = file.findings.filter((finding) => !shared.has(sameness(finding)));
    if (!own.some(isForPeople)) continue;
    const path = together ? file.name : pathOf(file);
    tellFile(page, path, { name: file.name, findings: own });
  }
}

/** What is wrong with several files of a set as a whole in the same way, so that it is told once. */
function sharedFaults(files: FileSet["files"]): ReadonlyMap<string, readonly Finding[]> {
  const errors = files.flatMap(({ findings }) => findings.filter(isForPeople));
  const whole = errors.filter(({ field }) => field === undefined);
  const groups = [...Map.groupBy(whole, sameness)];
  return new Map(groups.filter(([, group]) => new Set(group.map(({ file }) => file)).size > 1));
}

function tellShared(page: Page, group: readonly Finding[], { files }: FileSet): void {
  const [first] = group as [Finding];
  const names = [...new Set(group.map(({ file }) => file))];
  const which =
    names.length === files.length ? "どのファイルも" : names.map(titleOfFile).join("、");
  const same = group.every(({ message }) => message === first.message);
  page.say("plain", `${which}: ${same ? "" : "たとえば、"}${first.message}`, "   ・ ");
  tellProposal(page, first);
}

function tellFile(
  page: Page,
  path: string,
  { name, findings }: Pick<FileSet["files"][number], "name" | "findings">,
): void {
  page.say("plain", `${titleOfFile(name)}  ${path}`, "   ");
  tellFindings(page, findings);
}

function tellFindings(page: Page, findings: readonly (Finding | SetFinding)[]): void {
  const faults = gatherFaults(findings.filter(isForPeople));
  page.list(faults, shown.faults, "   ・ ", "種類", (fault) => {
    page.say("plain", sentenceOf(fault), "   ・ ");
    tellProposal(page, fault.finding);
  });
}

function tellProposal(page: Page, { mend }: Finding | SetFinding): void {
  if (mend !== undefined) page.say("mend", `直し方の候補: ${mend.says}`, "      → ");
}

function isForPeople(finding: Finding | SetFinding): boolean {
  return isError(finding) && !isCertain(finding);
}

/** The same for sets in which the same things are wrong, so that they are told once. */
function troubleOf(set: FileSet): string {
  const troubles = [set, ...set.files].flatMap((part) => {
    const errors = findingsOf(part).filter(isForPeople);
    const kind = "kind" in part ? part.kind : "";
    return errors.map((finding) => `${kind} ${sameness(finding)}`);
  });
  return [...new Set(troubles)].sort().join("\n");
}

function othersInWords(others: readonly FileSet[]): string {
  const receivers = [...new Set(others.map(({ receiver }) => receiver.office))];
  const named = receivers.slice(0, shown.receivers).join("、");
  const more = receivers.length > shown.receivers ? "など" : "";
  return `同じことが、ほか ${count(others.length)} の送信単位にもあります（${named} ${more}宛て）。`;
}
