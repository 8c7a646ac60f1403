import type { SetKind } from "@tsunagi/standard";

/** What sets are called on paper. */
export const setTitles: Readonly<Record<SetKind, string>> = {
  "care-plan": "居宅サービス計画書（第1表〜第3表）",
  "plan-of-use": "サービス利用票・別表（予定）",
  results: "サービス実績",
  "user-basics": "利用者基本情報",
  "preventive-plan": "介護予防サービス・支援計画書",
  deletion: "削除の連絡",
  unknown: "一緒に送れない組み合わせ",
};
