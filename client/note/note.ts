import type { FileSet, Finding, ReportedFile, SetFinding } from "@tsunagi/standard";
import { hasErrors, serviceTypeName } from "@tsunagi/standard";
import { titleOfFile, titleOfFiles } from "../tray/titles.ts";
import { type Fault, gatherFaults, mendWords, sameness, sentenceOf } from "./faults.ts";
import type { NoteLine } from "./line.ts";
import { type NoteOptions, Page } from "./page.ts";
import { count, monthInWords, setTimeInWords } from "./words.ts";

/** What is to be told of files that were checked. */
export interface Checked {
  readonly files: readonly ReportedFile[];
  readonly sets: readonly FileSet[];
  /** Names of files whose content was not looked at: PDFs and pictures. */
  readonly attachments: readonly string[];
  /** Names of files that lay there and are nothing of the standard. */
  readonly others: readonly string[];
  /** How many hidden files and folders were skipped. */
  readonly hidden: number;
}

/** So much is told before the rest is only counted. */
const shown = { sets: 10, faults: 5, doubts: 5, names: 3 };

/** What was found, as one tells it to the person who has to send the files: the verdict first, then what to do. */
export function writeNote(checked: Checked, options: NoteOptions): readonly NoteLine[] {
  const page = new Page(options);
  tellVerdict(page, checked);
  tellFaults(page, checked);
  tellDoubts(page, checked);
  tellPassedOver(page, checked);
  tellNextStep(page, checked);
  return page.lines;
}

function tellVerdict(page: Page, { files, sets }: Checked): void {
  if (files.length === 0) {
    page.say("verdict", "標準のファイルは見つかりませんでした。");
    return;
  }
  const held = sets.filter(isHeld).length;
  const strays = straysOf(files, sets).length;
  const sentences = [
    `${count(files.length)} ファイル、${count(sets.length)} の送信単位を見ました。`,
    held === 0 && sets.length > 0 ? "すべてこのまま送れます。" : "",
    held > 0 && held < sets.length ? `${count(sets.length - held)} はこのまま送れます。` : "",
    held > 0 ? `${things(held)}に直すところがあります。` : "",
    strays > 0 ? `どの送信単位にも入らないファイルが ${things(strays)}あります。` : "",
  ];
  page.say("verdict", sentences.join(""));
}

function tellFaults(page: Page, { files, sets }: Checked): void {
  const held = sets.filter(isHeld);
  const strays = straysOf(files, sets);
  if (held.length + strays.length === 0) return;
  page.title("直すところ");
  const alike = page.all ? held.map((set) => [set]) : [...Map.groupBy(held, troubleOf).values()];
  page.list(alike, shown.sets, "", "種類", (group, at) => {
    const [set, ...others] = group as [FileSet, ...FileSet[]];
    page.say("set", headOf(set), `${at + 1}. `);
    tellSet(page, set, files);
    if (others.length > 0) page.say("plain", othersInWords(others), "   ");
  });
  page.list(strays, shown.sets, "", "ファイル", (file) => {
    page.say("set", "どの送信単位にも入らないファイル", "・ ");
    tellFile(page, file.path, file);
  });
}

function tellSet(page: Page, set: FileSet, files: readonly ReportedFile[]): void {
  const from = `${party(set.sender)}から、${setTimeInWords(set.time)} に書き出したもの`;
  page.say("soft", from, "   ");
  tellFindings(page, set.findings);
  for (const file of set.files) {
    if (!hasErrors(file)) continue;
    const path = files.find((reported) => reported === file)?.path ?? file.name;
    tellFile(page, path, file);
  }
}

function tellFile(page: Page, path: string, { name, findings }: FileSet["files"][number]): void {
  page.say("plain", `${titleOfFile(name)}  ${path}`, "   ");
  tellFindings(page, findings);
}

function tellFindings(page: Page, findings: readonly (Finding | SetFinding)[]): void {
  const faults = gatherFaults(findings.filter(({ severity }) => severity === "error"));
  page.list(faults, shown.faults, "   ・ ", "種類", (fault) => {
    page.say("plain", sentenceOf(fault), "   ・ ");
    const mend = mendWords(fault.finding.mend);
    if (mend !== undefined) page.say("mend", mend, "      → ");
  });
}

function tellDoubts(page: Page, { files, sets }: Checked): void {
  const findings = [...files, ...sets].flatMap(
    (part): readonly (Finding | SetFinding)[] => part.findings,
  );
  const doubts = gatherFaults(findings.filter(({ severity }) => severity === "warning"));
  if (doubts.length === 0) return;
  page.title("念のため見ていただきたいところ（このままでも送れます）");
  const often = doubts.toSorted((a, b) => b.times - a.times);
  page.list(often, shown.doubts, "・ ", "種類", (doubt) =>
    page.say("plain", doubtInWords(doubt), "・ "),
  );
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

function tellNextStep(page: Page, { files, sets }: Checked): void {
  const findings = [...files, ...sets].flatMap(
    (part): readonly (Finding | SetFinding)[] => part.findings,
  );
  const certain = findings.filter(({ mend }) => mend?.certain === true).length;
  if (certain === 0) return;
  page.say("plain", "");
  page.say(
    "plain",
    `tsunagi mend を同じ場所に使うと、${count(certain)} か所をこちらで直し、別のフォルダーに書き出します（もとのファイルはそのままです）。`,
  );
}

function headOf(set: FileSet): string {
  const { title } = titleOfFiles(set.files.map(({ name }) => name));
  const month = set.month === undefined ? "" : ` ${monthInWords(set.month)}`;
  return `${party(set.receiver)}宛て ${title}${month}`;
}

/** `1370000029（訪問介護）`. */
function party({ office, serviceType }: FileSet["sender"]): string {
  return `${office}（${serviceTypeName(serviceType) ?? `種類 ${serviceType}`}）`;
}

/** The same for sets in which the same things are wrong, so that they are told once. */
function troubleOf(set: FileSet): string {
  const troubles = [set, ...set.files].flatMap((part) => {
    const findings: readonly (Finding | SetFinding)[] = part.findings;
    const errors = findings.filter(({ severity }) => severity === "error");
    const kind = "kind" in part ? part.kind : "";
    return errors.map((finding) => `${kind} ${sameness(finding)}`);
  });
  return [...new Set(troubles)].sort().join("\n");
}

function othersInWords(others: readonly FileSet[]): string {
  const receivers = [...new Set(others.map(({ receiver }) => receiver.office))];
  const named = receivers.slice(0, shown.names).join("、");
  const more = receivers.length > shown.names ? " など" : "";
  return `同じことが、ほか ${count(others.length)} の送信単位にもあります（${named}${more} 宛て）。`;
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
  return times === 1 ? `${sentenceOf(doubt)}${where}` : `${finding.message}${where}`;
}

function namesInWords(names: readonly string[], all: boolean): string {
  const named = (all ? names : names.slice(0, shown.names)).join("、");
  const more = names.length - (all ? names.length : shown.names);
  return more > 0 ? `${named} ほか ${count(more)} ファイル` : `${named} `;
}

function straysOf(
  files: readonly ReportedFile[],
  sets: readonly FileSet[],
): readonly ReportedFile[] {
  const placed = new Set<object>(sets.flatMap((set) => set.files));
  return files.filter((file) => !placed.has(file) && hasErrors(file));
}

function isHeld(set: FileSet): boolean {
  return [set, ...set.files].some(hasErrors);
}

/** `3 つ`; from ten on the bare number. */
function things(number: number): string {
  return number < 10 ? `${number} つ` : `${count(number)} `;
}
