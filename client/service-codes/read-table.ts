import type { ServiceCodeView, TableFault } from "@tsunagi/contract/desk";
import { decodeMs932 } from "@tsunagi/standard";
import { CsvError, parse } from "csv-parse/sync";
import { type Column, columns, readRow } from "./read-row.ts";

/** A table that was read, or what is wrong with it, by line. */
export type ReadTable =
  | { readonly codes: readonly ServiceCodeView[]; readonly faults: readonly [] }
  | { readonly codes: readonly []; readonly faults: readonly TableFault[] };

/** So many faults are told at once. */
const mostFaults = 50;

/**
 * Reads a service code table サービスコード表 from CSV, in UTF-8 or MS932. A table with a fault is not read at all: half
 * a table would price plans wrongly.
 */
export function readTable(bytes: Uint8Array): ReadTable {
  const text = decode(bytes);
  if (text === undefined) {
    return refused([{ line: null, message: "文字コードが UTF-8 でも Shift_JIS でもありません。" }]);
  }
  const { lines, fault } = split(text);
  if (fault !== undefined) return refused([fault]);
  const [head, ...rows] = lines;
  const missing = columns.filter((column) => !head?.values.includes(column));
  if (head === undefined || missing.length > 0) {
    return refused([{ line: 1, message: `1行目に列の名前がありません: ${missing.join("、")}` }]);
  }
  return readRows(rows, head.values);
}

function readRows(rows: readonly Line[], head: readonly string[]): ReadTable {
  const faults: TableFault[] = [];
  const codes: ServiceCodeView[] = [];
  const seen = new Map<string, number>();
  for (const { line, values } of rows) {
    const read = readRow((column: Column) => (values[head.indexOf(column)] ?? "").trim());
    if ("faults" in read) {
      faults.push(...read.faults.map((message) => ({ line, message })));
      continue;
    }
    const key = `${read.code} ${read.validFrom}`;
    const first = seen.get(key);
    if (first === undefined) {
      codes.push(read);
      seen.set(key, line);
    } else {
      const message = `${first}行目と同じサービスコードと適用開始年月です。片方を消してください。`;
      faults.push({ line, message });
    }
  }
  if (rows.length === 0) faults.push({ line: null, message: "サービスコードの行がありません。" });
  return faults.length > 0 ? refused(faults) : { codes, faults: [] };
}

function refused(faults: readonly TableFault[]): ReadTable {
  return { codes: [], faults: faults.slice(0, mostFaults) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    try {
      return decodeMs932(bytes);
    } catch {
      return undefined;
    }
  }
}

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

type SplitTable =
  | { readonly lines: readonly Line[]; readonly fault?: undefined }
  | { readonly lines: readonly []; readonly fault: TableFault };

function split(text: string): SplitTable {
  const lines: Line[] = [];
  try {
    parse(text, {
      skip_empty_lines: true,
      relax_column_count: true,
      on_record(values: readonly string[], { lines: line }) {
        lines.push({ line, values });
        return null;
      },
    });
    return { lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = `${lines.length + 1}行目あたりの引用符（"）の数が合わず、CSV として読めません。`;
    return { lines: [], fault: { line: null, message } };
  }
}
