import { classifyName, type FileKind, type FileSet, layouts } from "@tsunagi/standard";

/** What a set is called, by the first of these kinds that is in it. */
const setTitles: readonly (readonly [kind: FileKind, title: string])[] = [
  ["UPYOBO", "介護予防サービス・支援計画書"],
  ["UPKIHON", "利用者基本情報"],
  ["UP1KYO", "居宅サービス計画書（第1表〜第3表）"],
  ["UP2KYO", "居宅サービス計画書（第1表〜第3表）"],
  ["UP3KYO", "居宅サービス計画書（第1表〜第3表）"],
  ["UPPLAN", "サービス利用票・別表（予定）"],
  ["UPSIKYU", "サービス利用票・別表（予定）"],
  ["UPJSK", "サービス実績"],
];

/** What a file is in words, by its name: the title in the standard for its kinds. */
export function titleOfFile(name: string): string {
  const named = classifyName(name);
  if (named.type === "csv") return layouts[named.name.kind].title;
  if (named.type === "image") return "家族構成の画像";
  if (named.type === "unknown") return "その他のファイル";
  return named.mediaType === "application/pdf" ? "添付 (PDF)" : "添付 (画像)";
}

/** What a set is in words, and its month (対象年月, YYYYMM) when it is of one. */
export function titleOfFiles(names: readonly string[]): { title: string; month: string | null } {
  const named = names.map((name) => classifyName(name)).filter(({ type }) => type === "csv");
  const kinds = named.flatMap((file) => (file.type === "csv" ? [file.name.kind] : []));
  const months = new Set(named.flatMap((file) => monthOf(file)));
  const [month] = months;
  return {
    title: titleOfKinds(kinds),
    month: months.size === 1 && month !== undefined ? month : null,
  };
}

/** What a set is in words, by what its files hold even where their names are not quite right. */
export function titleOfSet({ files }: FileSet): string {
  return titleOfKinds(files.flatMap(({ kind }) => kind ?? []));
}

/** What a file of a kind is called in the standard. */
export function titleOfKind(kind: FileKind): string {
  return layouts[kind].title;
}

function titleOfKinds(kinds: readonly FileKind[]): string {
  const found = setTitles.find(([kind]) => kinds.includes(kind));
  const [only] = kinds;
  return found?.[1] ?? (only === undefined ? "書類" : titleOfKind(only));
}

function monthOf(file: ReturnType<typeof classifyName>): string[] {
  return file.type === "csv" && file.name.month !== undefined ? [file.name.month] : [];
}
