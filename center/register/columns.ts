import { CenterError } from "../errors.ts";

/** What a row of the register may say, each with the headings it is known by. The first is the usual one. */
const headings = {
  number: ["事業所番号", "介護保険事業所番号", "介護事業所番号"],
  name: ["事業所名", "事業所の名称", "事業所名称"],
  service: ["サービス種類", "サービスの種類", "サービス種別", "サービス種類コード"],
  prefecture: [
    "都道府県",
    "都道府県名",
    "都道府県コード",
    "都道府県番号",
    "都道府県コード又は市区町村コード",
  ],
  postalCode: ["郵便番号"],
  address: ["住所", "所在地", "事業所所在地"],
  building: ["方書", "方書(ビル名等)"],
  telephone: ["電話番号", "TEL"],
  email: ["メールアドレス", "電子メール", "Eメール", "mail"],
  certificateKind: ["証明書の種類", "電子証明書の種類"],
  corporationNumber: ["法人番号"],
  corporationName: ["法人名", "法人の名称", "法人名称"],
} as const;

export type Column = keyof typeof headings;

/** Where each column stands; those that are not in the file are missing. */
export type Columns = Readonly<Partial<Record<Column, number>>> & { readonly count: number };

const columnOf: ReadonlyMap<string, Column> = new Map(
  Object.entries(headings).flatMap(([column, known]) =>
    // The entries of `headings` are its keys.
    known.map((name) => [plain(name), column as Column] as const),
  ),
);

const needed = ["number", "name", "service"] as const;

/**
 * Finds the columns by their headings, in any order; others are passed over.
 * @throws CenterError `input-invalid` with the headings that are missing
 */
export function findColumns(head: readonly string[]): Columns {
  const found: Partial<Record<Column, number>> = {};
  for (const [at, heading] of head.entries()) {
    const column = columnOf.get(plain(heading));
    if (column !== undefined) found[column] ??= at;
  }
  const missing = needed.filter((column) => found[column] === undefined);
  if (missing.length > 0) {
    const list = missing.map((column) => `「${headings[column][0]}」`).join("");
    throw new CenterError("input-invalid", `1行目の見出しに${list}がありません`);
  }
  return { ...found, count: head.length };
}

/** A heading without what differs from file to file. */
function plain(heading: string): string {
  return heading.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}
