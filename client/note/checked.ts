import {
  type FileSet,
  type Finding,
  hasErrors,
  type ReportedFile,
  type SetFinding,
} from "@tsunagi/standard";

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

/** Whether a set must not be sent as it is. */
export function isHeld(set: FileSet): boolean {
  return [set, ...set.files].some(hasErrors);
}

/** Whether everything that holds a set is certain to be put right. */
export function isMendable(set: FileSet): boolean {
  return !needsPeople(set, ...set.files);
}

/** Whether there is an error that only people can put right. */
export function needsPeople(...parts: readonly Found[]): boolean {
  return parts.flatMap(findingsOf).some((finding) => isError(finding) && !isCertain(finding));
}

/** Files with errors that belong to no set. */
export function straysOf(
  files: readonly ReportedFile[],
  sets: readonly FileSet[],
): readonly ReportedFile[] {
  const placed = new Set<object>(sets.flatMap((set) => set.files));
  return files.filter((file) => !placed.has(file) && hasErrors(file));
}

/** A file or a set. */
interface Found {
  readonly findings: readonly (Finding | SetFinding)[];
}

export function findingsOf({ findings }: Found): readonly (Finding | SetFinding)[] {
  return findings;
}

export function isError({ severity }: Finding | SetFinding): boolean {
  return severity === "error";
}

/** Whether it is certain to be put right by `tsunagi mend`. */
export function isCertain({ mend }: Finding | SetFinding): boolean {
  return mend?.certain === true;
}
