import type { Rule } from "./rule.ts";
import { shortened } from "./shortened.ts";

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
  "plan-deletion-twice": {
    code: "duplicate-key",
    severity: "warning",
    checks: "削除ファイルに同じ利用者・同じ日付の行が二つないこと",
    from: "標準仕様 ファイル間の紐付け",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目と同じものをもう一度削除する行です。一つで足ります。`,
  },
  "care-plan-office": {
    code: "office-mismatch",
    severity: "error",
    checks: "第1表の介護支援事業者コードが、ファイル名の送信元と同じこと",
    from: "CSVファイルレイアウト定義書 UP1KYO 項目13、標準仕様 ファイル名",
    says: ({ office, sender }: { readonly office: string; readonly sender: string }): string =>
      `介護支援事業者コードが ${office} ですが、ファイル名の送信元は ${sender} です。別の事業所の計画が入っていないか確かめてください。`,
  },
  "care-plan-not-served": {
    code: "user-not-served",
    severity: "warning",
    checks: "第2表に事業所が書かれている利用者では、送信先の事業所もその中にあること",
    from: "標準仕様 送信先（サービスを提供しない事業所に利用者の情報を送らない）",
    says: ({ receiver }: { readonly receiver: string }): string =>
      `この利用者の第2表のサービス事業者に、送信先の ${receiver} がありません。送る相手が正しいか確かめてください。`,
  },
  "own-though-care-manager": {
    code: "office-mismatch",
    severity: "warning",
    checks:
      "居宅介護支援事業所（43）が送る・受け取る予防のファイルでは、委託の有無が「委託」であること",
    from: "標準仕様 介護予防支援の委託、CSVファイルレイアウト定義書 UPKIHON・UPYOBO 項目6",
    says: ({ office }: { readonly office: string }): string =>
      `委託の有無が「1 自前」ですが、居宅介護支援事業所（${office}）とのやり取りです。委託なら「2」にしてください。`,
  },
  "rows-apart": {
    code: "row-order",
    severity: "warning",
    checks: "一つの計画の行が続けて並んでいること（第2表、支援計画）",
    from: "CSVファイルレイアウト定義書 UP2KYO 並び順",
    says: ({ first }: { readonly first: number }): string =>
      `${first}行目から始まる計画の続きが、離れたところにあります。一つの計画の行は続けて並べてください。`,
  },
  "rows-out-of-order": {
    code: "row-order",
    severity: "error",
    checks: "第2表の行が課題ＮＯ・援助目標ＮＯ・援助内容ＮＯの順に並んでいること",
    from: "CSVファイルレイアウト定義書 UP2KYO 並び順",
    says: (): string =>
      "番号が上の行より小さくなっています。課題ＮＯ・援助目標ＮＯ・援助内容ＮＯの順に並べ直してください。",
  },
  "annex-out-of-order": {
    code: "row-order",
    severity: "warning",
    checks: "支援計画の行が課題ＮＯ・支援計画ＮＯ・利用サービスＮＯの順に並んでいること",
    from: "CSVファイルレイアウト定義書 UPYOBO_SUB 備考",
    says: (): string =>
      "番号が上の行より小さくなっています。課題ＮＯ・支援計画ＮＯ・利用サービスＮＯの順か確かめてください。",
  },
  "nothing-above": {
    code: "row-order",
    severity: "warning",
    checks: "第2表で「上の行と同じ」を表す空の番号が、同じものの上の行を持つこと",
    from: "CSVファイルレイアウト定義書 UP2KYO 備考（上の行と同じ欄の省略）",
    says: (): string =>
      "番号が空ですが、「上の行と同じ」と読める行が上にありません。番号を入れてください。",
  },
  "number-twice": {
    code: "duplicate-key",
    severity: "warning",
    checks:
      "同じ番号の組（課題・目標・内容、または課題・支援計画・サービス）が続けて二度使われていないこと",
    from: "CSVファイルレイアウト定義書 UP2KYO 項目6・8・13、UPYOBO_SUB 項目5・10・14",
    says: (): string =>
      "上の行とまったく同じ番号です。取り込む側で一方が消えることがあります。番号を分けてください。",
  },
  "number-range": {
    code: "number-range",
    severity: "error",
    checks: "第2表の課題ＮＯ・援助目標ＮＯ・援助内容ＮＯが 1〜99 であること",
    from: "CSVファイルレイアウト定義書 UP2KYO 項目6・8・13 備考",
    says: ({ written }: { readonly written: string }): string =>
      `番号が ${written} です。1 から 99 までの番号を入れてください。`,
  },
  "need-differs": {
    code: "text-differs",
    severity: "warning",
    checks: "第2表で同じ課題ＮＯの行に、違う課題の文がないこと",
    from: "CSVファイルレイアウト定義書 UP2KYO 並び順",
    says: (): string =>
      "同じ課題ＮＯなのに、課題の文が上の行と違います。別の課題なら番号を分けてください。",
  },
  "annex-text-repeated": {
    code: "text-repeated",
    severity: "warning",
    checks: "支援計画で同じ番号が続く行では、その段の文が最初の行だけにあること",
    from: "CSVファイルレイアウト定義書 UPYOBO_SUB 備考",
    says: ({ name }: { readonly name: string }): string =>
      `番号が上の行と同じなので、「${name}」は最初の行にだけ入れます。この行では空にしてください。`,
  },
  "week-row-empty": {
    code: "week-row",
    severity: "error",
    checks: "第3表の行に、週間のサービス・日常の活動・週単位以外のサービスのどれかがあること",
    from: "CSVファイルレイアウト定義書 UP3KYO 備考",
    says: (): string =>
      "サービスも活動も入っていない行です。内容を入れるか、行を削除してください。",
  },
  "week-row-mixed": {
    code: "week-row",
    severity: "error",
    checks:
      "第3表の一行には、週間のサービス・日常の活動・週単位以外のサービスのどれか一つだけを入れること",
    from: "CSVファイルレイアウト定義書 UP3KYO 備考",
    says: ({ names }: { readonly names: readonly string[] }): string =>
      `一行に${names.map((name) => `「${name}」`).join("と")}が入っています。行を分けてください。`,
  },
  "week-service-without-day": {
    code: "week-row",
    severity: "error",
    checks: "第3表の週間のサービスに曜日があること",
    from: "CSVファイルレイアウト定義書 UP3KYO 項目6〜9",
    says: (): string => "週間のサービスに曜日がありません。曜日を入れてください。",
  },
  "week-row-without-content": {
    code: "week-row",
    severity: "warning",
    checks: "第3表で時間や曜日のある行に、サービスか活動の内容があること",
    from: "CSVファイルレイアウト定義書 UP3KYO 項目6・10",
    says: ({ name }: { readonly name: string }): string =>
      `時間や曜日がありますが、「${name}」が空です。何をするのか入れてください。`,
  },
  "week-end-without-start": {
    code: "time-pair",
    severity: "warning",
    checks: "第3表で終了時間のある行に、開始時間もあること",
    from: "CSVファイルレイアウト定義書 UP3KYO 項目8・9・11・12",
    says: (): string => "終了時間がありますが、開始時間が空です。開始時間を入れてください。",
  },
  "week-times-equal": {
    code: "time-pair",
    severity: "warning",
    checks:
      "第3表の開始時間と終了時間が同じでないこと（終了が開始より早いものは、日をまたぐとみなす）",
    from: "実務上の確認",
    says: ({ time }: { readonly time: string }): string =>
      `開始時間と終了時間がどちらも ${time} です。時間を確かめてください。`,
  },
  "dates-reversed": {
    code: "date-order",
    severity: "warning",
    checks:
      "日付の前後が合っていること（認定有効期間の開始と終了、初回の作成日と今回の作成日、生年月日と相談日、前回と今回の相談日）",
    from: "実務上の確認",
    says: ({ earlier, from, later, to }: DatesReversed): string =>
      `「${later}」の ${to} が「${earlier}」の ${from} より前です。どちらかの日付を確かめてください。`,
  },
  "other-without-text": {
    code: "other-text",
    severity: "warning",
    checks: "「その他」を選んだとき、その内容が書かれていること",
    from: "CSVファイルレイアウト定義書 UP1KYO 項目25・26、UPKIHON 項目8・9",
    says: ({ choice, text }: Other): string =>
      `「${choice}」が「その他」ですが、「${text}」が空です。内容を入れてください。`,
  },
  "text-without-other": {
    code: "other-text",
    severity: "warning",
    checks: "「その他」の内容が書かれているとき、「その他」が選ばれていること",
    from: "CSVファイルレイアウト定義書 UP1KYO 項目25・26、UPKIHON 項目8・9",
    says: ({ choice, text }: Other): string =>
      `「${text}」に文がありますが、「${choice}」が「その他」になっていません。どちらかを直してください。`,
  },
  "image-name": {
    code: "image-name",
    severity: "error",
    checks: "家族構成の画像ファイル名が、その利用者基本情報と同じ末尾と4桁の枝番を持つこと",
    from: "CSVファイルレイアウト定義書 UPKIHON 項目62 備考",
    says: ({ name, wanted }: { readonly name: string; readonly wanted: string }): string =>
      `画像ファイル名「${shortened(name)}」が決まりの形ではありません。このファイルと同じ末尾にします（例 ${wanted}）。`,
  },
  "image-named-twice": {
    code: "image-name",
    severity: "warning",
    checks: "一つの画像が、二人の利用者の家族構成になっていないこと",
    from: "実務上の確認",
    says: ({ name, first }: { readonly name: string; readonly first: number }): string =>
      `画像「${name}」は ${first}行目の利用者にも使われています。別の方の家族構成でないか確かめてください。`,
  },
} as const;

type DatesReversed = {
  readonly earlier: string;
  readonly from: string;
  readonly later: string;
  readonly to: string;
};

type Other = { readonly choice: string; readonly text: string };

export type CarePlanRules = typeof carePlanRules;

carePlanRules satisfies { readonly [name: string]: Rule };
