import type { Finding, SetFinding } from "@tsunagi/standard";
import { titleOfFile } from "../tray/titles.ts";
import { count, rowsInWords } from "./words.ts";

/** One thing that is wrong or doubtful, on one row or on many. */
export interface Fault {
  /** The finding that stands for all. */
  readonly finding: Finding | SetFinding;
  /** In the order of the file; empty where it is about the whole. */
  readonly rows: readonly number[];
  /** How many findings it stands for. */
  readonly times: number;
  /** Whether all of them say the same; otherwise the sentence is that of the first. */
  readonly same: boolean;
}

/** Gathers findings of one file or set that the same rule makes of the same field. */
export function gatherFaults(findings: readonly (Finding | SetFinding)[]): readonly Fault[] {
  const groups = Map.groupBy(findings, sameness);
  return [...groups.values()].map((group) => {
    const [finding] = group as [Finding | SetFinding];
    const rows = new Set(group.flatMap(({ row }) => row ?? []));
    return {
      finding,
      rows: [...rows].sort((a, b) => a - b),
      times: group.length,
      same: group.every(({ message }) => message === finding.message),
    };
  });
}

/** The same for faults that are put right in the same way. */
export function sameness({ rule, field, mend }: Finding | SetFinding): string {
  return [rule, field ?? "", mend?.certain ?? ""].join(" ");
}

/** `3、5、8行目ほか37行の項目5「被保険者番号」: 必須の項目が空です。…`; what the sentence says itself is not said twice. */
export function sentenceOf({ finding, rows, same }: Fault): string {
  const { field, fieldName, message } = finding;
  const file = "files" in finding && rows.length > 0 ? finding.files[0] : undefined;
  const row = rows.length === 0 ? "" : rowsInWords(rows);
  const name = fieldName === undefined || message.includes(fieldName) ? "" : `「${fieldName}」`;
  const place = [
    file === undefined ? "" : titleOfFile(file),
    row === "" || message.startsWith(row) ? "" : row,
    field === undefined ? "" : `項目${field}${name}`,
  ]
    .filter((part) => part !== "")
    .join("の");
  if (place === "") return message;
  return same
    ? `${place}: ${message}`
    : `${place}: たとえば${count(rows[0] ?? 1)}行目は、${message}`;
}
