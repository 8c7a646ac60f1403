import type { CheckedFile } from "../check/checked-file.ts";
import { type FileKind, layouts } from "../layout/layouts.ts";
import { isBeforeEdition4 } from "../layout/versions.ts";
import type { MonthOfService } from "../values/month-of-service.ts";
import type { FileSet, SetFinding, SetKind } from "./file-set.ts";

/** The kinds of files a set is made of, as the standard lists the sets. */
type SetRule = {
  readonly kind: SetKind;
  readonly needs: readonly FileKind[];
  readonly mayHave: readonly FileKind[];
};

const deletions: readonly FileKind[] = ["DLT1KYO", "DLTPLAN", "DLTJSK", "DLTKIHON", "DLTYOBO"];
const basics: readonly FileKind[] = ["UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2"];

const rules: readonly SetRule[] = [
  { kind: "care-plan", needs: ["UP1KYO", "UP2KYO", "UP3KYO", "UPHOSOKU"], mayHave: [] },
  { kind: "plan-of-use", needs: ["UPPLAN", "UPSIKYU", "UPHOSOKU"], mayHave: [] },
  { kind: "results", needs: ["UPJSK"], mayHave: [] },
  { kind: "user-basics", needs: ["UPKIHON"], mayHave: ["UPKIHON_SUB1", "UPKIHON_SUB2"] },
  { kind: "preventive-plan", needs: ["UPYOBO"], mayHave: ["UPYOBO_SUB", ...basics] },
  ...deletions.map((kind): SetRule => ({ kind: "deletion", needs: [kind], mayHave: [] })),
];

/** Tells what a set of files is, and finds files that do not belong to it or are missing. */
export function checkSet(
  files: readonly CheckedFile[],
): Pick<FileSet, "kind" | "month" | "findings"> {
  const kinds = new Set(files.flatMap(({ kind }) => kind ?? []));
  const month = onlyMonth(files);
  const rule = ruleFor(kinds, files);
  if (rule === undefined) {
    return {
      kind: "unknown",
      month,
      findings: [mixed(files, "一つの送信単位に入れられない組み合わせです")],
    };
  }
  const findings: SetFinding[] = [];
  const repeated = repeatedKind(files);
  if (repeated !== undefined) {
    findings.push(mixed(files, `${repeated} のファイルが二つ以上あります`));
  }
  if (month === undefined && files.some(hasMonth)) {
    findings.push(mixed(files, "ファイル名の年月が揃っていません"));
  }
  if (month !== undefined && rule.kind === "care-plan") {
    findings.push(mixed(files, "1〜3表と送る UPHOSOKU のファイル名の年月は 000000 です"));
  }
  const missing = missingKinds(rule, kinds, files);
  if (missing.length > 0) findings.push(incomplete(files, missing));
  return { kind: rule.kind, month, findings };
}

/** The rule that leaves no file over; of several, the one that misses least (a UPHOSOKU alone fits two). */
function ruleFor(kinds: ReadonlySet<FileKind>, files: readonly CheckedFile[]): SetRule | undefined {
  const fitting = rules.filter(({ needs, mayHave }) =>
    [...kinds].every((kind) => needs.includes(kind) || mayHave.includes(kind)),
  );
  if (kinds.size === 1 && kinds.has("UPHOSOKU")) {
    const wanted = files.some(hasMonth) ? "plan-of-use" : "care-plan";
    return fitting.find(({ kind }) => kind === wanted);
  }
  const missed = ({ needs }: SetRule) => needs.filter((kind) => !kinds.has(kind)).length;
  return fitting.sort((a, b) => missed(a) - missed(b))[0];
}

function missingKinds(
  { needs, kind }: SetRule,
  kinds: ReadonlySet<FileKind>,
  files: readonly CheckedFile[],
): readonly FileKind[] {
  const old = files.every(({ version }) => version !== undefined && isBeforeEdition4(version));
  const missing = needs.filter((needed) => !kinds.has(needed) && !(old && needed === "UP3KYO"));
  const withoutParent =
    kinds.has("UPKIHON_SUB1") || kinds.has("UPKIHON_SUB2") || files.some(isImage);
  if (kind === "preventive-plan" && withoutParent && !kinds.has("UPKIHON")) missing.push("UPKIHON");
  return missing;
}

function onlyMonth(files: readonly CheckedFile[]): MonthOfService | undefined {
  const named = files.filter(({ kind }) => kind !== undefined && layouts[kind].monthInName);
  const months = new Set(named.map(monthOf));
  const [month] = months;
  return months.size === 1 ? month : undefined;
}

function repeatedKind(files: readonly CheckedFile[]): FileKind | undefined {
  const kinds = files.flatMap(({ kind }) => kind ?? []);
  return kinds.find((kind, at) => kinds.indexOf(kind) !== at);
}

function hasMonth(file: CheckedFile): boolean {
  return monthOf(file) !== undefined;
}

function monthOf({ fileName }: CheckedFile): MonthOfService | undefined {
  return fileName?.type === "csv" ? fileName.month : undefined;
}

function isImage({ fileName }: CheckedFile): boolean {
  return fileName?.type === "image";
}

function mixed(files: readonly CheckedFile[], reason: string): SetFinding {
  return {
    code: "set-mixed",
    severity: "error",
    files: files.map(({ name }) => name),
    message: `${reason}（${kindList(files)}）。送信単位ごとに分けて書き出してください。`,
  };
}

function incomplete(files: readonly CheckedFile[], missing: readonly FileKind[]): SetFinding {
  const wanted = missing.map((kind) => `${kind}（${layouts[kind].title}）`).join("、");
  return {
    code: "set-incomplete",
    severity: "error",
    files: files.map(({ name }) => name),
    message: `${wanted} がありません。同じファイル連番で一緒に書き出したファイルを加えてください。`,
  };
}

function kindList(files: readonly CheckedFile[]): string {
  return files.map(({ kind }) => kind ?? "画像").join("、");
}
