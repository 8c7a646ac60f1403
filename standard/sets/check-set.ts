import type { CheckedFile } from "../check/checked-file.ts";
import { type FileKind, fileKinds, layouts } from "../layout/layouts.ts";
import { editionOf } from "../layout/versions.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import { checkImages } from "./check-images.ts";
import { checkKeys } from "./check-keys.ts";
import { checkVersions } from "./check-versions.ts";
import { checkDirection } from "./direction.ts";
import type { FileSet } from "./file-set.ts";
import { checkRepeated, repeatedFiles } from "./repeated-files.ts";
import { listed, type SetFinding, setFinding } from "./set-finding.ts";
import {
  type GivenKinds,
  kindsOutside,
  missingKinds,
  nearestSet,
  setOf,
  takesImages,
} from "./set-kinds.ts";
import { checkUse } from "./use/check-use.ts";

/** Tells what files of the same sender, receiver and set time are, and what is missing, too much or at odds. */
export function checkSet(
  given: readonly CheckedFile[],
): Pick<FileSet, "kind" | "month" | "missing" | "extra" | "findings"> {
  const files = inOrderOfKinds(given);
  const month = onlyMonth(files);
  const known = givenKinds(files);
  const set = setOf(known);
  if (set === undefined) {
    const nearest = nearestSet(known.kinds);
    const outside = kindsOutside(nearest, known.kinds);
    const extra = files.filter(({ kind }) =>
      kind === undefined ? !takesImages(nearest) : outside.includes(kind),
    );
    const findings = [setFinding("set-mixed", { kinds: kindsOf(files) }, files)];
    return { kind: "unknown", month, missing: [], extra: extra.map(({ name }) => name), findings };
  }
  const repeated = repeatedFiles(files);
  const missing = missingKinds(set, known);
  const findings = [
    ...checkRepeated(files),
    ...checkMonths(files, month, set.kind === "care-plan"),
    ...(missing.length === 0 ? [] : [incomplete(files, missing)]),
    ...checkVersions(files),
    ...checkDirection(files),
    ...(repeated.length === 0 ? betweenFiles(files) : []),
  ];
  return {
    kind: set.kind,
    month,
    missing,
    extra: repeated.map(({ name }) => name),
    findings: listed(findings),
  };
}

/** Parents before children, pictures last: what is said does not hang on the order in which files are given. */
function inOrderOfKinds(files: readonly CheckedFile[]): readonly CheckedFile[] {
  return files.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ kind }: CheckedFile): number {
  if (kind === undefined) return fileKinds.length + 1;
  return kind === "UPHOSOKU" ? fileKinds.length : fileKinds.indexOf(kind);
}

function betweenFiles(files: readonly CheckedFile[]): readonly SetFinding[] {
  return [...checkKeys(files), ...checkImages(files), ...checkUse(files)];
}

function givenKinds(files: readonly CheckedFile[]): GivenKinds {
  return {
    kinds: new Set(files.flatMap(({ kind }) => kind ?? [])),
    ofMonth: files.some(hasMonth),
    images: files.some(({ fileName }) => fileName?.type === "image"),
    versions: new Set(files.flatMap(({ version = "" }) => (editionOf(version) ? [version] : []))),
  };
}

function checkMonths(
  files: readonly CheckedFile[],
  month: MonthOfService | undefined,
  isCarePlan: boolean,
): readonly SetFinding[] {
  const named = files.filter(isOfMonth);
  if (month === undefined && named.some(hasMonth)) {
    return [setFinding("set-months-differ", { kinds: kindsOf(named) }, named)];
  }
  if (month !== undefined && isCarePlan) {
    return [setFinding("set-month-for-care-plan", undefined, named)];
  }
  return [];
}

function incomplete(files: readonly CheckedFile[], missing: readonly FileKind[]): SetFinding {
  const wanted = missing.map((kind) => `${kind}「${layouts[kind].title}」`).join("、");
  return setFinding("set-incomplete", { missing: wanted }, files);
}

function onlyMonth(files: readonly CheckedFile[]): MonthOfService | undefined {
  const months = new Set(files.filter(isOfMonth).map(monthOf));
  const [month] = months;
  return months.size === 1 ? month : undefined;
}

/** Whether names of the file's kind have a place for the month. */
function isOfMonth({ kind }: CheckedFile): boolean {
  return kind !== undefined && layouts[kind].monthInName;
}

function hasMonth(file: CheckedFile): boolean {
  return monthOf(file) !== undefined;
}

function monthOf({ fileName }: CheckedFile): MonthOfService | undefined {
  return fileName?.type === "csv" ? fileName.month : undefined;
}

function kindsOf(files: readonly CheckedFile[]): readonly string[] {
  return [...new Set(files.map(({ kind }) => kind ?? "画像"))];
}
