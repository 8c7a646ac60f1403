import { FileCheck } from "../check/file-check.ts";
import type { Severity } from "../rules/rule.ts";
import { groupIntoSets } from "../sets/group-into-sets.ts";
import type { GivenFile, Progress, Report, ReportedFile } from "./report.ts";

/**
 * Checks files that were given together: each by itself, the sets they form, and what lies between the sets. Reads
 * each file once, piece by piece; never throws on bad content, only where a file cannot be read.
 * @param onProgress called after every piece
 */
export async function checkFiles(
  given: readonly GivenFile[],
  onProgress?: (progress: Progress) => void,
): Promise<Report> {
  const bytes = given.reduce((sum, { size }) => sum + size, 0);
  let bytesDone = 0;
  const files: ReportedFile[] = [];
  for (const { path, name, read } of given) {
    const check = new FileCheck(name);
    for await (const chunk of read()) {
      check.push(chunk);
      bytesDone += chunk.length;
      onProgress?.({ files: given.length, filesDone: files.length, bytes, bytesDone });
    }
    files.push({ path, ...check.end() });
  }
  const sets = groupIntoSets(files);
  const findings = [
    ...files.map((file) => file.findings),
    ...sets.map((set) => set.findings),
  ].flat();
  return { files, sets, errors: count(findings, "error"), warnings: count(findings, "warning") };
}

function count(findings: readonly { readonly severity: Severity }[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
