import type { FileSet, Finding, ReportedFile, SetFinding } from "@tsunagi/standard";
import { type Checked, findingsOf, isCertain, isError } from "./checked.ts";
import { sameness } from "./faults.ts";
import type { Page } from "./page.ts";
import { setInWords } from "./set-in-words.ts";
import { count } from "./words.ts";

/** So many kinds are told before the rest is only counted. */
const shown = 8;

/** A fault that is certain to be put right, and the set whose file has it. */
interface Mendable {
  readonly finding: Finding | SetFinding;
  readonly name: string;
  readonly set: FileSet | undefined;
}

/** What `tsunagi mend` can put right by itself: each kind of fault once, with an example; and how to have it done. */
export function tellMendable(page: Page, { files, sets }: Checked): void {
  const all = mendablesOf(files, sets);
  if (all.length === 0) return;
  page.title("tsunagi mend で直せるところ");
  const key = ({ finding, name }: Mendable): string =>
    page.all ? `${name} ${sameness(finding)}` : finding.rule;
  const kinds = [...Map.groupBy(all, key).values()];
  const often = page.all ? kinds : kinds.sort((a, b) => filesOf(b) - filesOf(a));
  page.list(often, shown, "・ ", "種類", (kind) => {
    page.say("plain", kindInWords(kind), "・ ");
  });
  page.say("plain", "");
  page.say(
    "plain",
    "まとめて直すには、次のようにします。別のフォルダーに書き出すので、もとのファイルはそのままです。",
  );
  page.say("mend", "tsunagi mend ファイルやフォルダー --out 書き出すフォルダー", "   ");
}

function mendablesOf(
  files: readonly ReportedFile[],
  sets: readonly FileSet[],
): readonly Mendable[] {
  const setOf = new Map(sets.flatMap((set) => set.files.map((file) => [file, set] as const)));
  const inFiles = files.flatMap((file) =>
    findingsOf(file).map((finding) => ({ finding, name: file.name, set: setOf.get(file) })),
  );
  const inSets = sets.flatMap((set) =>
    set.findings.map((finding) => ({ finding, name: finding.files[0] ?? "", set })),
  );
  return [...inFiles, ...inSets].filter(({ finding }) => isError(finding) && isCertain(finding));
}

/** `文字コードが UTF-8 です → MS932 に変える（12 ファイル、たとえば 1370000029（訪問介護）宛て … の UPPLAN….CSV）`. */
function kindInWords(kind: readonly Mendable[]): string {
  const [{ finding, name, set }] = kind as [Mendable];
  const file = set === undefined ? name : `${setInWords(set)} の ${name}`;
  const number = filesOf(kind);
  const where = number === 1 ? file : `${count(number)} ファイル、たとえば ${file}`;
  return `${mendInWords(finding)}（${where}）`;
}

/** What is wrong, without what people would have to do; and what is done about it. */
function mendInWords({ message, mend }: Mendable["finding"]): string {
  const [wrong = message] = /^(?:「[^」]*」|[^。])+/.exec(message) ?? [];
  return `${wrong} → ${mend?.says ?? ""}`;
}

function filesOf(kind: readonly Mendable[]): number {
  return new Set(kind.map(({ name }) => name)).size;
}
