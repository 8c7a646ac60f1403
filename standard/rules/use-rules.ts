import type { Rule } from "./rule.ts";

/** Rules about plans of use and results (tables 6 and 7 and their supplement): across fields, rows and files. */
export const useRules = {
  "equipment-code-missing": {
    code: "equipment-code-missing",
    severity: "error",
    checks: "福祉用具貸与（種類17・67）の行に TAISコードか福祉用具届出コードがあること",
    from: "CSVファイルレイアウト定義書 UPPLAN・UPJSK 項目16 備考",
    says: ({ serviceCode }: { readonly serviceCode: string }): string =>
      `福祉用具貸与（${serviceCode}）の行に、TAISコードも福祉用具届出コードもありません。どちらかを入れてください。`,
  },
} as const;

export type UseRules = typeof useRules;

useRules satisfies { readonly [name: string]: Rule };
