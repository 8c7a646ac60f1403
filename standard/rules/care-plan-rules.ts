import type { Rule } from "./rule.ts";

/** Rules about care plans (tables 1 to 3), basic information, preventive plans and deletions: across fields, rows and files. */
export const carePlanRules = {
  "parent-twice": {
    code: "duplicate-key",
    severity: "error",
    checks: "親になる行（第1表、利用者基本情報、介護予防サービス・支援計画書）の鍵が重ならないこと",
    from: "標準仕様 ファイル間の紐付け",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目と同じ利用者・同じ日付の行です。どちらか一つにしてください。`,
  },
} as const;

export type CarePlanRules = typeof carePlanRules;

carePlanRules satisfies { readonly [name: string]: Rule };
