import type { ServiceCodeView } from "@tsunagi/contract/desk";
import { isInScope, isMonth } from "@tsunagi/standard";

/** Columns of the file, told by the names in its first line, in any order; others are passed over. */
export const columns = [
  "サービスコード",
  "名称",
  "カナ",
  "算定単位",
  "単位数",
  "限度額",
  "単位数単価",
  "適用開始年月",
  "適用終了年月",
] as const;

export type Column = (typeof columns)[number];

const bases = new Map<string, ServiceCodeView["basis"]>([
  ["回", "visit"],
  ["日", "day"],
  ["月", "month"],
  ["品目", "thing"],
  ["千分率", "permille"],
]);

/** What is wrong in a row, in plain Japanese. */
export interface RowFaults {
  readonly faults: readonly string[];
}

/** A row, or what is wrong in it. */
export function readRow(valueIn: (column: Column) => string): ServiceCodeView | RowFaults {
  const faults: string[] = [];
  const code = valueIn("サービスコード");
  if (!/^[0-9A-Z]{6}$/.test(code)) {
    faults.push(`サービスコード「${code}」は、半角の数字と大文字の英字で6桁にしてください。`);
  } else if (!isInScope(code.slice(0, 2))) {
    faults.push(`サービスコード ${code} の種類は、予定に入れられるサービスではありません。`);
  }
  const name = valueIn("名称");
  if (name === "") faults.push("名称がありません。");
  const basis = bases.get(valueIn("算定単位"));
  if (basis === undefined) {
    faults.push(
      `算定単位「${valueIn("算定単位")}」は、${Array.from(bases.keys()).join("・")}のどれかにしてください。`,
    );
  }
  const units = basis === "thing" ? 0 : wholeNumber(valueIn("単位数"));
  if (units === undefined) faults.push(`単位数「${valueIn("単位数")}」は整数にしてください。`);
  const limit = limitOf(valueIn("限度額"));
  if (limit === undefined) {
    faults.push(`限度額「${valueIn("限度額")}」は、対象か対象外にしてください。`);
  } else if (basis === "permille" && limit === "inside") {
    faults.push("千分率の加算は、限度額の対象外のものだけを計算できます。");
  }
  const price = priceOf(valueIn("単位数単価"));
  if (price === undefined) {
    faults.push(`単位数単価「${valueIn("単位数単価")}」は、10.00 のように円で書いてください。`);
  }
  const [from, to] = [valueIn("適用開始年月"), valueIn("適用終了年月")];
  if (!isMonth(from)) faults.push(`適用開始年月「${from}」は、202404 のように6桁にしてください。`);
  if (to !== "" && (!isMonth(to) || to < from)) {
    faults.push(`適用終了年月「${to}」は、開始より前でない6桁の年月か、空にしてください。`);
  }
  if (faults.length > 0 || !basis || units === undefined || !limit || price === undefined) {
    return { faults };
  }
  return {
    code,
    name,
    kana: valueIn("カナ"),
    basis,
    units,
    limit,
    unitPriceInHundredths: price,
    validFrom: from,
    ...(to !== "" && { validTo: to }),
  };
}

function wholeNumber(text: string): number | undefined {
  return /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function limitOf(text: string): ServiceCodeView["limit"] | undefined {
  if (text === "対象") return "inside";
  return text === "対象外" ? "outside" : undefined;
}

/** Yen with up to two places, in hundredths. */
function priceOf(text: string): number | undefined {
  const [, yen = "", part = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return yen === "" ? undefined : Number(yen) * 100 + Number(part.padEnd(2, "0"));
}
