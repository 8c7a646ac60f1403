import type { Rule } from "./rule.ts";

/** Rules about a file as bytes and text: its name, encoding, lines, quotes, number of fields. */
export const formRules = {
  "header-row": {
    code: "header-row",
    severity: "error",
    checks: "1行目が項目名の見出しになっていないこと",
    from: "標準仕様 CSVファイルの形式（見出し行なし）",
    says: (): string =>
      "1行目が項目名の見出しです。見出しの行は入れられません。1行目を削除してください。",
  },
} as const;

export type FormRules = typeof formRules;

formRules satisfies { readonly [name: string]: Rule };
