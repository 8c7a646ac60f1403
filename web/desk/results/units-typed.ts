/** What is wrong with 単位数 as typed; undefined when nothing is. Reductions are below zero. */
export function unitsRule(value: string): string | undefined {
  return /^-?\d{1,5}$|^\d{6}$/.test(value)
    ? undefined
    : "単位数を、6桁までの数字で入れてください（例 244）。";
}

/** Width and separators of thousands are put right. */
export function unitsMend(value: string): string {
  return value.normalize("NFKC").trim().replaceAll(",", "").replace(/単位$/, "");
}
