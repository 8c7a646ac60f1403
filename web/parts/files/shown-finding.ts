/** Something wrong or doubtful in a file or between files, as the pages show it. */
export interface ShownFinding {
  readonly severity: "error" | "warning";
  /** Name of the file, where the finding does not stand beneath its file. */
  readonly file?: string;
  /** Of the file, from 1. */
  readonly row?: number;
  /** Number of the field in the standard. */
  readonly field?: number;
  readonly fieldName?: string;
  readonly message: string;
  /** How it can be put right; `certain` ones can be applied without asking what was meant. */
  readonly mend?: { readonly certain: boolean; readonly says: string };
}

/** The same finding on one row or many. */
export interface FindingGroup {
  readonly finding: ShownFinding;
  /** In the order of the file; empty when it concerns the file as a whole. */
  readonly rows: readonly number[];
}

/** Errors before warnings, otherwise in the order of the file; what is said of many rows is said once. */
export function groupFindings(findings: readonly ShownFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, { readonly finding: ShownFinding; readonly rows: number[] }>();
  for (const finding of findings) {
    const { severity, file, field, message, mend, row } = finding;
    const same = JSON.stringify([severity, file, field, message, mend?.says]);
    const group = groups.get(same) ?? { finding, rows: [] };
    groups.set(same, group);
    if (row !== undefined && group.rows.at(-1) !== row) group.rows.push(row);
  }
  const all = [...groups.values()];
  return [
    ...all.filter(({ finding }) => finding.severity === "error"),
    ...all.filter(({ finding }) => finding.severity === "warning"),
  ];
}

/** Rows that are named one by one before the rest is only counted. */
const namedRows = 3;

/** Where a finding is: `3行目 項目5「被保険者番号」`; empty when it concerns the whole file. */
export function placeOf({ finding: { file, field, fieldName }, rows }: FindingGroup): string {
  const name = fieldName === undefined ? "" : `「${fieldName}」`;
  return [file ?? "", rowsInWords(rows), field === undefined ? "" : `項目${field}${name}`]
    .filter((part) => part !== "")
    .join(" ");
}

function rowsInWords(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const named = rows.slice(0, namedRows).join("・");
  const others = rows.length - namedRows;
  return others > 0 ? `${named}行目ほか${others}行` : `${named}行目`;
}
