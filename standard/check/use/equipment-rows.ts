import type { FieldRow } from "../../layout/field.ts";
import type { Findings } from "../findings.ts";
import type { LineShape } from "./facts.ts";

/** A row of table 6 that rents a piece of equipment. */
export type EquipmentRow = {
  readonly shape: LineShape;
  readonly row: number;
  readonly date: string;
  readonly units: string;
  /** 明細判別コード as it stands there; may be empty. */
  readonly lineNo: string;
};

/** Checks that a user's pieces of equipment that look the same are told apart by 明細判別コード, counted from 1. */
export function checkLineNumbers(
  rows: readonly EquipmentRow[],
  field: FieldRow | undefined,
  findings: Findings,
): void {
  if (rows.length === 1 && rows[0]?.lineNo === "") return;
  const alike = Map.groupBy(rows, ({ shape, date, units }) => `${shape.key}/${date}/${units}`);
  const ofCode = Map.groupBy(rows, (row) => codeAndUnits(row));
  for (const same of alike.values()) {
    const repeated = findRepeated(same);
    if (repeated !== undefined) {
      const [first, second] = repeated;
      findings.report("line-number-equal", { first: first.row }, { row: second.row, field });
      continue;
    }
    const numbered = same.findLast(({ lineNo }) => lineNo !== "");
    if (numbered === undefined || countsFromOne(same)) continue;
    if (countsFromOne(ofCode.get(codeAndUnits(numbered)) ?? [])) continue;
    const { lineNo, row } = numbered;
    findings.report("line-number-order", { lineNo }, { row, field });
  }
}

function codeAndUnits({ shape, units }: EquipmentRow): string {
  return `${shape.office}/${shape.satellite}/${shape.serviceCode}/${units}`;
}

function findRepeated(rows: readonly EquipmentRow[]): [EquipmentRow, EquipmentRow] | undefined {
  const seen = new Map<string, EquipmentRow>();
  for (const row of rows) {
    const first = seen.get(row.lineNo);
    if (first !== undefined) return [first, row];
    seen.set(row.lineNo, row);
  }
  return undefined;
}

/** Whether the numbers are 1, 2, 3 … without a gap; a row without a number may stand for one that is missing. */
function countsFromOne(rows: readonly EquipmentRow[]): boolean {
  const numbers = new Set(rows.flatMap(({ lineNo }) => (lineNo === "" ? [] : [Number(lineNo)])));
  const unnumbered = rows.filter(({ lineNo }) => lineNo === "").length;
  if (numbers.size + unnumbered !== rows.length) return false;
  const missing = rows.filter((_, at) => !numbers.has(at + 1)).length;
  return missing === unnumbered;
}
