import {
  checkFiles,
  type Finding,
  isNothingGiven,
  type ResultsDocument,
  type ResultsRoute,
  resultsSets,
  type SetFinding,
  StandardError,
  type WrittenFile,
} from "@tsunagi/standard";
import type { ShownFinding } from "../../parts/files/shown-finding.ts";
import type { EntryUser } from "./use-entry.ts";

/** What a route comes to, checked like every other file. */
export interface PreparedResults {
  readonly files: readonly WrittenFile[];
  readonly results: ResultsDocument | undefined;
  /** Care users with something given, without, and of whom what was sent is deleted. */
  readonly given: number;
  readonly withoutResults: number;
  readonly deleted: number;
  readonly findings: readonly ShownFinding[];
  /** Why the files cannot be written at all. */
  readonly problem: string | undefined;
  readonly canBeSent: boolean;
}

/** Writes the results of a route and checks them. */
export async function prepareResults(
  route: ResultsRoute,
  users: readonly EntryUser[],
  moment: Date,
): Promise<PreparedResults> {
  const given = users.filter(({ draft }) => !isNothingGiven(draft)).length;
  const counts = { given, withoutResults: users.length - given };
  try {
    const { files, results, deletion } = resultsSets(route, users, moment);
    const findings = await findingsIn(files);
    return {
      ...counts,
      files,
      results,
      deleted: deletion?.deletions.length ?? 0,
      findings,
      problem: undefined,
      canBeSent: files.length > 0 && findings.every(({ severity }) => severity !== "error"),
    };
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const nothing = { files: [], results: undefined, deleted: 0, findings: [], canBeSent: false };
    return { ...counts, ...nothing, problem: error.message };
  }
}

async function findingsIn(files: readonly WrittenFile[]): Promise<readonly ShownFinding[]> {
  const report = await checkFiles(
    files.map(({ name, bytes }) => ({
      path: name,
      name,
      size: bytes.length,
      read: () => [bytes],
    })),
  );
  return [
    ...report.files.flatMap(({ name, findings }) => findings.map((one) => shown(one, name))),
    ...report.sets.flatMap(({ findings }) => findings.map((one) => shown(one))),
  ];
}

function shown(
  { severity, row, field, fieldName, message }: Finding | SetFinding,
  file?: string,
): ShownFinding {
  return {
    severity,
    message,
    ...(file !== undefined && { file }),
    ...(row !== undefined && { row }),
    ...(field !== undefined && { field }),
    ...(fieldName !== undefined && { fieldName }),
  };
}
