import type { Rule } from "./rule.ts";

/** Rules about sets 送信単位 as such: which files belong together, and what is missing or too much. */
export const setRules = {
  "set-incomplete": {
    code: "set-incomplete",
    severity: "error",
    checks: "送信単位のファイルがそろっていること",
    from: "標準仕様 送信単位",
    says: ({ missing }: { readonly missing: string }): string =>
      `${missing} がありません。同じファイル連番で一緒に書き出したファイルを加えてください。`,
  },
} as const;

export type SetRules = typeof setRules;

setRules satisfies { readonly [name: string]: Rule };
