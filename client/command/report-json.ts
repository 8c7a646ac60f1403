import type {
  Finding,
  FindingCode,
  Mend,
  Report,
  ReportedFile,
  SetFinding,
  SetKind,
  Severity,
} from "@tsunagi/standard";
import type { FoundFiles } from "./found-files.ts";

/** What `tsunagi check --json` prints. Rows count from 1, fields are numbered as in the standard; stable. */
export interface ReportJson {
  readonly files: readonly FileJson[];
  readonly sets: readonly SetJson[];
  readonly errors: number;
  readonly warnings: number;
}

interface FileJson {
  /** Its path as it was found. */
  readonly file: string;
  /** null for pictures, attachments, and where it cannot be told. */
  readonly kind: string | null;
  readonly version: string | null;
  readonly records: number;
  readonly findings: readonly FindingJson[];
}

interface FindingJson {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly row?: number;
  readonly field?: number;
  readonly fieldName?: string;
  readonly message: string;
  readonly mend?: Mend;
}

interface SetJson {
  readonly kind: SetKind;
  /** 14 digits. */
  readonly time: string;
  readonly from: { readonly office: string; readonly serviceType: string };
  readonly to: { readonly office: string; readonly serviceType: string };
  /** YYYYMM, where the set is of one month. */
  readonly month?: string;
  readonly files: readonly string[];
  /** `files`: those it is about; a row is of the first of them. */
  readonly findings: readonly (FindingJson & { readonly files: readonly string[] })[];
}

/** @param report on those of the files that are meant to be of the standard */
export function reportJson({ files }: FoundFiles, report: Report): ReportJson {
  const checked = new Map(report.files.map((file) => [file.path, file]));
  const paths = new Map<object, string>(report.files.map((file) => [file, file.path]));
  return {
    files: files.map(({ path }) => fileJson(path, checked.get(path))),
    sets: report.sets.map(({ kind, time, sender, receiver, month, files: inSet, findings }) => {
      const pathOf = (file: (typeof inSet)[number]): string => paths.get(file) ?? file.name;
      return {
        kind,
        time,
        from: { office: sender.office, serviceType: sender.serviceType },
        to: { office: receiver.office, serviceType: receiver.serviceType },
        ...(month !== undefined && { month }),
        files: inSet.map(pathOf),
        findings: findings.map((found) => ({
          ...findingJson(found),
          files: inSet.filter(({ name }) => found.files.includes(name)).map(pathOf),
        })),
      };
    }),
    errors: report.errors,
    warnings: report.warnings,
  };
}

function fileJson(path: string, checked: ReportedFile | undefined): FileJson {
  return {
    file: path,
    kind: checked?.kind ?? null,
    version: checked?.version ?? null,
    records: checked?.records ?? 0,
    findings: (checked?.findings ?? []).map(findingJson),
  };
}

function findingJson(found: Finding | SetFinding): FindingJson {
  const { code, severity, row, field, fieldName, message, mend } = found;
  return {
    code,
    severity,
    ...(row !== undefined && { row }),
    ...(field !== undefined && { field }),
    ...(fieldName !== undefined && { fieldName }),
    message,
    ...(mend && { mend }),
  };
}
