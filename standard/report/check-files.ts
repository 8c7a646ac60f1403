import { FileCheck } from "../check/file-check.ts";
import type { FileName } from "../naming/file-name.ts";
import { readFileName } from "../naming/read-file-name.ts";
import type { Severity } from "../rules/rule.ts";
import { AcrossSets } from "../sets/across-sets.ts";
import type { FileSet } from "../sets/file-set.ts";
import { bySetTime, makeSet, setIdOf } from "../sets/make-set.ts";
import type { GivenFile, Progress, Report, ReportedFile } from "./report.ts";

/**
 * Checks files that were given together: each by itself, the sets they form, and what lies between the sets. Goes set
 * by set and reads each file once, piece by piece, so that memory holds what is known of one set, and of the others
 * what was found. Never throws on bad content, only where a file cannot be read.
 * @param onProgress called after every piece
 */
export async function checkFiles(
  given: readonly GivenFile[],
  onProgress?: (progress: Progress) => void,
): Promise<Report> {
  const progress = {
    files: given.length,
    filesDone: 0,
    bytes: sum(given.map(({ size }) => size)),
    bytesDone: 0,
  };
  const files = new Map<GivenFile, ReportedFile>();
  const sets: FileSet[] = [];
  const across = new AcrossSets();
  for (const { name, members } of inOrder(given)) {
    const checked: ReportedFile[] = [];
    for (const file of members) {
      checked.push(await check(file, (bytes) => onProgress?.(advance(progress, bytes))));
      progress.filesDone++;
    }
    const light = checked.map(withoutFacts);
    for (const [at, file] of members.entries()) files.set(file, light[at] as ReportedFile);
    if (name === undefined) continue;
    const set = makeSet(name, checked);
    across.add(set);
    sets.push({ ...set, files: light });
  }
  return reportOf(
    given.flatMap((file) => files.get(file) ?? []),
    withFindings(sets, across),
  );
}

/** Files that form a set, or one that belongs to none. */
type Group = { readonly name: FileName | undefined; readonly members: GivenFile[] };

/** The files set by set, in the order of the set times; files that belong to no set come first. */
function inOrder(given: readonly GivenFile[]): readonly Group[] {
  const alone: Group[] = [];
  const sets = new Map<string, Group & { readonly id: string; readonly name: FileName }>();
  for (const file of given) {
    const { fileName: name } = readFileName(file.name);
    if (name === undefined) {
      alone.push({ name, members: [file] });
      continue;
    }
    const id = setIdOf(name);
    const set = sets.get(id);
    if (set === undefined) sets.set(id, { id, name, members: [file] });
    else set.members.push(file);
  }
  const byTime = [...sets.values()].sort((a, b) =>
    bySetTime({ time: a.name.time, id: a.id }, { time: b.name.time, id: b.id }),
  );
  return [...alone, ...byTime];
}

async function check(
  { path, name, read }: GivenFile,
  onBytes: (count: number) => void,
): Promise<ReportedFile> {
  const fileCheck = new FileCheck(name);
  for await (const chunk of read()) {
    fileCheck.push(chunk);
    onBytes(chunk.length);
  }
  return { path, ...fileCheck.end() };
}

function advance(progress: { bytesDone: number } & Progress, bytes: number): Progress {
  progress.bytesDone += bytes;
  return { ...progress };
}

function withoutFacts(file: ReportedFile): ReportedFile {
  return { ...file, facts: undefined };
}

function withFindings(sets: readonly FileSet[], across: AcrossSets): readonly FileSet[] {
  const between = across.end();
  return sets.map((set) => ({
    ...set,
    findings: [...set.findings, ...(between.get(set.id) ?? [])],
  }));
}

function reportOf(files: readonly ReportedFile[], sets: readonly FileSet[]): Report {
  const ofSets = sets.flatMap(({ findings }) => findings);
  return {
    files,
    sets,
    errors: sum(files.map(({ errors }) => errors)) + count(ofSets, "error"),
    warnings: sum(files.map(({ warnings }) => warnings)) + count(ofSets, "warning"),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function count(findings: readonly { readonly severity: Severity }[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
