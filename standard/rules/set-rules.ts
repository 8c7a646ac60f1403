import type { Edition } from "../layout/versions.ts";
import type { Rule } from "./rule.ts";
import { shortened } from "./shortened.ts";

type Kinds = { readonly kinds: readonly string[] };

/** Rules about sets 送信単位 as such: which files belong together, and what is missing or too much. */
export const setRules = {
  "set-incomplete": {
    code: "set-incomplete",
    severity: "error",
    checks: "送信単位のファイルがそろっていること",
    from: "標準仕様 送信単位",
    says: ({ missing }: { readonly missing: string }): string =>
      `${missing}がありません。介護ソフトから同じときに書き出したファイルを加えてください。`,
  },
  "set-mixed": {
    code: "set-mixed",
    severity: "error",
    checks: "一つの送信単位に、一緒に送れるファイルだけがあること",
    from: "標準仕様 送信単位",
    says: ({ kinds }: Kinds): string =>
      `一つの送信単位に入れられない組み合わせです（${kinds.join("、")}）。送信単位ごとに分けて書き出してください。`,
  },
  "set-kind-twice": {
    code: "set-mixed",
    severity: "error",
    checks: "一つの送信単位に、同じ種別のファイルが二つないこと",
    from: "標準仕様 送信単位",
    says: ({ kind }: { readonly kind: string }): string =>
      `${kind} のファイルが二つ以上あります。一緒に送る一つだけにしてください。`,
  },
  "file-given-twice": {
    code: "set-mixed",
    severity: "error",
    checks: "同じ名前のファイルが、別々のフォルダーから二つ渡されていないこと",
    from: "標準仕様 ファイル名（一つの名前は一つのファイル）",
    says: ({ name }: { readonly name: string }): string =>
      `同じ名前のファイルが二つ渡されています（${shortened(name, 120)}）。送るほうだけを残してください。`,
  },
  "set-months-differ": {
    code: "set-mixed",
    severity: "error",
    checks: "一つの送信単位のファイル名の年月が同じこと",
    from: "標準仕様 ファイル名、送信単位",
    says: ({ kinds }: Kinds): string =>
      `ファイル名の年月が揃っていません（${kinds.join("、")}）。一月分ずつに分けて書き出してください。`,
  },
  "set-month-for-care-plan": {
    code: "set-mixed",
    severity: "error",
    checks: "第1表〜第3表と送る利用者補足情報のファイル名の年月が 000000 であること",
    from: "標準仕様 ファイル名（UPHOSOKU）",
    says: (): string =>
      "1〜3表と送る UPHOSOKU のファイル名の年月は 000000 です。1〜3表と一緒に書き出した UPHOSOKU にしてください。",
  },
  "set-versions-differ": {
    code: "version-mixed",
    severity: "error",
    checks: "一つの送信単位のファイルの CSVバージョンが同じこと",
    from: "標準仕様 CSVバージョン、送信単位",
    says: ({ versions }: { readonly versions: readonly string[] }): string =>
      `CSVバージョンがファイルによって違います（${versions.join("、")}）。同じ版で一緒に書き出してください。`,
  },
  "kind-not-in-edition": {
    code: "version-old",
    severity: "warning",
    checks: "CSVバージョンの版にある種別のファイルであること",
    from: "標準仕様 CSVバージョン、送信単位（4.0版より前に第3表はない）",
    says: ({ kind, edition }: { readonly kind: string; readonly edition: Edition }): string =>
      `${kind} の CSVバージョンが ${edition.version}（${edition.name}版）ですが、その版に ${kind} はありません。今の版で書き出してください。`,
  },
  "plan-from-provider": {
    code: "direction",
    severity: "warning",
    checks: "計画や利用者の情報が、居宅介護支援（43）か介護予防支援（46）の事業所から送られること",
    from: "標準仕様 送信単位（送る側）。自ら計画を作る小規模多機能型（73・75・77）は除く",
    says: ({ kind, serviceType }: Direction): string =>
      `${kind} は居宅介護支援（43）や介護予防支援（46）の事業所が送るものですが、送信元のサービス種類は ${serviceType} です。送信元と送信先が逆でないか確かめてください。`,
  },
  "results-to-provider": {
    code: "direction",
    severity: "warning",
    checks: "実績が、居宅介護支援（43）か介護予防支援（46）の事業所に送られること",
    from: "標準仕様 送信単位（予防の委託では、居宅介護支援と地域包括支援センターの間でも送る）。自ら計画を作る小規模多機能型（73・75・77）は除く",
    says: ({ kind, serviceType }: Direction): string =>
      `${kind} は居宅介護支援（43）や介護予防支援（46）の事業所に送るものですが、送信先のサービス種類は ${serviceType} です。送信元と送信先が逆でないか確かめてください。`,
  },
  "sent-to-itself": {
    code: "direction",
    severity: "warning",
    checks: "送信元と送信先が同じでないこと",
    from: "標準仕様 ファイル名",
    says: ({ office }: { readonly office: string }): string =>
      `送信元と送信先がどちらも ${office} です。送る相手を確かめてください。`,
  },
  "child-without-parent": {
    code: "orphan",
    severity: "error",
    checks:
      "第2表・第3表・利用者補足情報・別表の行に、親になる行（同じ利用者・同じ日付）があること",
    from: "標準仕様 ファイル間の紐付け",
    says: ({ insured, date, parent, child }: Kin & Relation): string =>
      `被保険者番号 ${insured}（${date}）の行が「${child}」にありますが、「${parent}」にその行がありません。一緒に書き出したファイルか確かめてください。`,
  },
  "table-1-without-supplement": {
    code: "orphan",
    severity: "error",
    checks: "第1表の利用者に、利用者補足情報の行があること",
    from: "標準仕様 送信単位、ファイル間の紐付け",
    says: ({ insured, date, parent, child }: Kin & Relation): string =>
      `被保険者番号 ${insured}（${date}）の行が「${parent}」にありますが、「${child}」にその行がありません。書き出し直してください。`,
  },
  "plan-without-table": {
    code: "orphan",
    severity: "warning",
    checks: "第1表の計画に第2表と第3表の行が、介護予防の計画書に支援計画（別表）の行があること",
    from: "標準仕様 送信単位、ファイル間の紐付け",
    says: ({ insured, date, parent, child }: Kin & Relation): string =>
      `被保険者番号 ${insured}（${date}）の行が「${parent}」にありますが、「${child}」にその行がありません。書き出しもれでないか確かめてください。`,
  },
  "image-missing": {
    code: "set-incomplete",
    severity: "error",
    checks: "利用者基本情報に書かれた家族構成の画像が、送信単位にあること",
    from: "標準仕様 送信単位、CSVファイルレイアウト定義書 UPKIHON 項目62",
    says: ({ name }: { readonly name: string }): string =>
      `家族構成の画像 ${name} がありません。画像も一緒に加えてください。`,
  },
  "image-not-named": {
    code: "orphan",
    severity: "warning",
    checks: "送信単位の画像の名前が、利用者基本情報の行に書かれていること",
    from: "標準仕様 送信単位、CSVファイルレイアウト定義書 UPKIHON 項目62",
    says: ({ name }: { readonly name: string }): string =>
      `画像 ${shortened(name, 120)} は、どの利用者の家族構成にも書かれていません。送ってよい画像か確かめてください。`,
  },
  "sent-again-later": {
    code: "superseded",
    severity: "warning",
    checks: "同じ相手への同じ内容が、あとの送信単位で送り直されていないこと",
    from: "標準仕様 送信単位（ファイル連番の順に取り込む）",
    says: ({ users, time }: Later): string =>
      `利用者 ${users} 人の分が、あとで書き出したもの（${time}）にもあります。受け取る側には、あとのものが残ります。両方を送るのでよいか確かめてください。`,
  },
  "deleted-later": {
    code: "deletion-of-given",
    severity: "warning",
    checks: "一緒に渡された計画・利用者基本情報を、あとのファイル連番の削除が消してしまわないこと",
    from: "標準仕様 送信単位（ファイル連番の順に取り込む）、削除ファイル",
    says: ({ users, time }: Later): string =>
      `利用者 ${users} 人の分が、あとの削除ファイル（${time}）で受け取る側から消えます。それでよいか確かめてください。`,
  },
  "set-findings-omitted": {
    code: "findings-omitted",
    severity: "warning",
    checks: "一つの送信単位で同じ指摘が続きすぎないこと（多い分は件数だけ示す）",
    from: "実務（同じ指摘が、ほかの指摘を隠さない）",
    says: ({ count }: { readonly count: number }): string =>
      `上と同じ指摘がほかに ${count} 件あります。上の分を直してから、もう一度確かめてください。`,
  },
} as const;

type Direction = { readonly kind: string; readonly serviceType: string };

/** A care user's plan or consultation. */
type Kin = { readonly insured: string; readonly date: string };

/** The titles of two files whose rows belong together. */
type Relation = { readonly parent: string; readonly child: string };

type Later = { readonly users: number; readonly time: string };

export type SetRules = typeof setRules;

setRules satisfies { readonly [name: string]: Rule };
