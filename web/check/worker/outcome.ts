import {
  type Address,
  type CheckedFile,
  classifyName,
  type FileSet,
  type Finding,
  hasErrors,
  layouts,
  type Report,
  type SetFinding,
  serviceTypeName,
} from "@tsunagi/standard";
import type { ShownFinding } from "../../parts/files/shown-finding.ts";
import { setTitles } from "./set-titles.ts";

/** A file as the page shows it. */
export interface FileView {
  /** Which of the given files it is, from 0. */
  readonly at: number;
  readonly title: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly records: number;
  readonly findings: readonly ShownFinding[];
  /** Whether something in it can be put right without asking what was meant. */
  readonly mendable: boolean;
}

/** Files that are sent together 送信単位, as the page shows them. */
export interface SetView {
  readonly id: string;
  readonly title: string;
  /** 対象年月, YYYYMM. */
  readonly month: string | undefined;
  readonly sender: OfficeView;
  readonly receiver: OfficeView;
  readonly files: readonly FileView[];
  readonly findings: readonly ShownFinding[];
  /** The gravest of what was found in it and its files. */
  readonly standing: Standing;
}

export interface OfficeView {
  readonly number: string;
  /** What it acts as, in words: 訪問介護; its サービス種類コード where that is not known. */
  readonly service: string;
}

export type Standing = "good" | "warn" | "bad";

/** What came of a check. */
export interface Outcome {
  /** How many files were looked at. */
  readonly files: number;
  readonly sets: readonly SetView[];
  /** Files that belong to no set. */
  readonly strays: readonly FileView[];
}

/** What the page shows of a report. */
export function outcomeOf(report: Report): Outcome {
  const views = new Map<CheckedFile, FileView>(
    report.files.map((file, at) => [file, viewOf(file, at)]),
  );
  const inSets = new Set<CheckedFile>(report.sets.flatMap(({ files }) => files));
  return {
    files: report.files.length,
    sets: report.sets.map((set) => viewOfSet(set, views)),
    strays: report.files.flatMap((file) => (inSets.has(file) ? [] : (views.get(file) ?? []))),
  };
}

/** What a file is in words: the title of its kind in the standard, or what else it may be. */
export function titleOf({ name, kind }: Pick<CheckedFile, "name" | "kind">): string {
  const { type } = classifyName(name);
  if (type === "attachment") return "添える書類";
  if (type === "image") return "家族構成の画像";
  return kind === undefined ? "標準のファイルではないもの" : layouts[kind].title;
}

function viewOf(file: CheckedFile, at: number): FileView {
  const { name, size, records } = file;
  const attachment = classifyName(name).type === "attachment";
  return {
    at,
    title: titleOf(file),
    name,
    size,
    records,
    findings: attachment ? [] : file.findings.map(shownFinding),
    mendable: !attachment && file.findings.some(({ mend }) => mend?.certain === true),
  };
}

function viewOfSet(set: FileSet, views: ReadonlyMap<CheckedFile, FileView>): SetView {
  const { id, kind, month, sender, receiver, findings } = set;
  return {
    id,
    title: setTitles[kind],
    month,
    sender: officeView(sender),
    receiver: officeView(receiver),
    files: set.files.flatMap((file) => views.get(file) ?? []),
    findings: findings.map(shownFinding),
    standing: standingOf([set, ...set.files]),
  };
}

function officeView({ office, serviceType }: Address): OfficeView {
  return { number: office, service: serviceTypeName(serviceType) ?? serviceType };
}

function standingOf(
  parts: readonly { readonly findings: readonly { readonly severity: string }[] }[],
): Standing {
  if (parts.some(hasErrors)) return "bad";
  return parts.some(({ findings }) => findings.length > 0) ? "warn" : "good";
}

/** A finding between files says in which of them it is, where it is in one row. */
function shownFinding(finding: Finding | SetFinding): ShownFinding {
  const { severity, row, field, fieldName, message, mend } = finding;
  const [file] = "files" in finding ? finding.files : [];
  return {
    severity,
    message,
    ...(file !== undefined && row !== undefined && { file }),
    ...(row !== undefined && { row }),
    ...(field !== undefined && { field }),
    ...(fieldName !== undefined && { fieldName }),
    ...(mend !== undefined && { mend: { certain: mend.certain, says: mend.says } }),
  };
}
