import type { FindingView, TraySet } from "@tsunagi/contract/desk";
import type { ShownFinding } from "../../parts/files/shown-finding.ts";

/** How many errors and warnings a set has, its files' included. */
export function countOf(set: Pick<TraySet, "findings" | "files">): {
  readonly errors: number;
  readonly warnings: number;
} {
  const all = [...set.findings, ...set.files.flatMap(({ findings }) => findings)];
  const errors = all.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: all.length - errors };
}

/** A finding about a set as it is shown there: it names its file where it is in one row. */
export function findingOfSet({ files, ...finding }: FindingView): ShownFinding {
  const [file] = files ?? [];
  return { ...finding, ...(file !== undefined && finding.row !== undefined && { file }) };
}

/** Why a set cannot go to its receiver, when it is the receiver; otherwise `undefined`. */
export function receiverObstacle(set: Pick<TraySet, "to" | "findings">): string | undefined {
  if (set.to.canReceive) return undefined;
  if (set.findings.some(({ severity }) => severity === "error")) return undefined;
  return set.to.name === null
    ? "送り先の事業所が見つかりません。ファイル名の事業所番号と、ネットワークをご確認ください。"
    : "送り先の事業所は、まだこのしくみで受け取れません。これまでどおりの方法 (FAXなど) で送ってください。";
}
