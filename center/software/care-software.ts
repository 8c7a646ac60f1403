import type { CareSoftware } from "@tsunagi/contract/exchange";
import { CsvError, parse } from "csv-parse/sync";
import type { Sql } from "../database/pool.ts";
import { CenterError } from "../errors.ts";

/** The columns of the operator's file, in this order. */
const columns = [
  "介護ソフト名",
  "提供会社名",
  "計画表(1,2表)",
  "予定(6,7表)",
  "実績(6表)",
] as const;

/**
 * Reads 介護ソフト一覧 from CSV (UTF-8): a line of headings, then product, vendor and for each of the three kinds of
 * data ○ or nothing.
 *
 * @throws CenterError `input-invalid`, with every wrong line
 */
export function readCareSoftware(text: string): readonly CareSoftware[] {
  const [head, ...rows] = parsed(text);
  if (head?.join() !== columns.join()) {
    throw new CenterError("input-invalid", `1行目は見出し「${columns.join(",")}」にしてください`);
  }
  const faults: string[] = [];
  const seen = new Set<string>();
  const software = rows.map((row, index): CareSoftware => {
    const [product = "", vendor = "", ...marks] = row.map((cell) => cell.trim());
    const [carePlan, plan, results] = marks.map(isMarked);
    const name = JSON.stringify([product, vendor]);
    const line = `${index + 2}行目`;
    if (product === "" || vendor === "") faults.push(`${line}: 介護ソフト名と提供会社名が要ります`);
    if (seen.has(name)) faults.push(`${line}: 「${product}」は前の行にもあります`);
    if (marks.some((mark) => isMarked(mark) === undefined)) {
      faults.push(`${line}: 3つの欄は、○か空欄にしてください`);
    }
    seen.add(name);
    return {
      product,
      vendor,
      carePlan: carePlan ?? false,
      plan: plan ?? false,
      results: results ?? false,
    };
  });
  if (faults.length > 0) throw new CenterError("input-invalid", faults.join("; "));
  return software;
}

/** Puts a list in the place of the one before. */
export async function replaceCareSoftware(
  sql: Sql,
  software: readonly CareSoftware[],
): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`delete from care_software`;
    for (const { product, vendor, carePlan, plan, results } of software) {
      await transaction`
        insert into care_software (product, vendor, care_plan, plan, results)
        values (${product}, ${vendor}, ${carePlan}, ${plan}, ${results})`;
    }
  });
}

export async function listCareSoftware(sql: Sql): Promise<CareSoftware[]> {
  return sql<CareSoftware[]>`
    select product, vendor, care_plan as "carePlan", plan, results
    from care_software order by vendor, product`;
}

function parsed(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CenterError("input-invalid", `CSVを読み取れません (${error.message})`);
  }
}

/** `undefined` where it is neither. */
function isMarked(mark: string): boolean | undefined {
  if (mark === "") return false;
  return mark === "○" || mark === "〇" ? true : undefined;
}
