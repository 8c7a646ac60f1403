import type { Rule } from "./rule.ts";

/** Rules about one value of a field: required, length, form, code, characters. */
export const valueRules = {
  required: {
    code: "required",
    severity: "error",
    checks: "必須の項目に値があること",
    from: "CSVファイルレイアウト定義書 必須",
    says: ({ name }: { readonly name: string }): string =>
      `「${name}」が空です。必ず入れる項目です。値を入れてください。`,
  },
} as const;

export type ValueRules = typeof valueRules;

valueRules satisfies { readonly [name: string]: Rule };
