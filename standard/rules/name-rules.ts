import type { Rule } from "./rule.ts";
import { shortened } from "./shortened.ts";

/** The part of the name that is wrong, as it stands there. */
type Part = { readonly part: string };

/** Rules about file names that are not of the standard's form, but can be read all the same. */
export const nameRules = {
  "name-folder": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名の前にフォルダー名がないこと",
    from: "実務（標準仕様 ファイル名の形から外れた名前）",
    says: ({ part }: Part): string =>
      `ファイル名の前にフォルダー名「${shortened(part)}」が付いています。ファイル名だけにしてください。`,
  },
  "name-copy": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名に「(1)」「- コピー」など写しの印がないこと",
    from: "実務（標準仕様 ファイル名の形から外れた名前）",
    says: ({ part }: Part): string =>
      `ファイル名に、同じ名前で保存したときの印「${shortened(part.trim())}」が付いています。取り除いてください。`,
  },
  "name-full-width": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名が半角で書かれていること",
    from: "標準仕様 ファイル名",
    says: ({ part }: Part): string =>
      `ファイル名に全角の文字「${shortened(part)}」があります。半角にしてください。`,
  },
  "name-space": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名に空白がないこと",
    from: "標準仕様 ファイル名",
    says: (): string => "ファイル名に空白があります。取り除いてください。",
  },
  "name-case": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名の英字が大文字であること",
    from: "標準仕様 ファイル名",
    says: ({ part }: Part): string => `ファイル名の「${shortened(part)}」は大文字で書きます。`,
  },
  "name-extension": {
    code: "file-name",
    severity: "error",
    checks: "拡張子が、CSV は「.CSV」、画像は「.jpg」であること（大文字・小文字も）",
    from: "標準仕様 ファイル名",
    says: ({ part, wanted }: Part & { readonly wanted: string }): string =>
      `拡張子${part === "" ? "がありません。" : `が「${shortened(part)}」です。`}「${wanted}」にしてください（大文字・小文字も同じに）。`,
  },
  "name-separator": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名の部分が「_」一つで区切られていること",
    from: "標準仕様 ファイル名",
    says: ({ part }: Part): string =>
      `ファイル名の区切り「${shortened(part)}」を「_」一つにしてください。`,
  },
  "name-month-extra": {
    code: "file-name",
    severity: "error",
    checks: "年月を入れない種別のファイル名に年月がないこと",
    from: "標準仕様 ファイル名",
    says: ({ part, kind }: Part & { readonly kind: string }): string =>
      `${kind} の名前には年月「${part}」を入れません。取り除いてください。`,
  },
  "name-month-stroke": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名の年月が区切りのない6桁であること",
    from: "標準仕様 ファイル名",
    says: ({ part }: Part): string =>
      `ファイル名の年月「${part}」は区切りのない6桁（例 202612）で書きます。`,
  },
  "name-service-type": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名のサービス種類が2桁であること（4.0版に3桁の例がある）",
    from: "標準仕様 ファイル名",
    says: ({ part }: Part): string =>
      `ファイル名のサービス種類「${part}」が3桁です。先頭の 0 を取って2桁にしてください。`,
  },
  "name-before-4": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名にサービス種類があること（4.0版より前の名前にはない）",
    from: "標準仕様 ファイル名",
    says: (): string =>
      "ファイル名にサービス種類がありません（4.0版より前の形です）。事業所番号の後ろに2桁のサービス種類を入れてください。",
  },
  "name-office": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名の事業所番号が10桁であること",
    from: "標準仕様 ファイル名",
    says: ({ part }: Part): string =>
      `ファイル名の事業所番号「${part}」が9桁です。先頭の 0 が落ちていないか確かめて、10桁にしてください。`,
  },
  "name-time": {
    code: "file-name",
    severity: "error",
    checks: "ファイル名のファイル連番が14桁であること",
    from: "標準仕様 ファイル名",
    says: ({ part }: Part): string =>
      `ファイル連番「${shortened(part)}」が ${part.length} 桁です。年月日時分秒の14桁にしてください。`,
  },
  "name-time-split": {
    code: "file-name",
    severity: "error",
    checks: "ファイル連番の日付と時刻の間に区切りがないこと",
    from: "標準仕様 ファイル名",
    says: ({ part }: Part): string =>
      `ファイル連番「${part}」の日付と時刻の間の区切りを取って14桁にしてください。`,
  },
} as const;

export type NameRules = typeof nameRules;

nameRules satisfies { readonly [name: string]: Rule };
