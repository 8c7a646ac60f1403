import {
  classifyName,
  type FileKind,
  type FileName,
  layouts,
  readFileName,
} from "@tsunagi/standard";

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
  const { kind } = readFileName(name);
  if (kind === "image") return "家族構成の画像";
  if (kind !== undefined) return layouts[kind].title;
  const named = classifyName(name);
  if (named.type !== "attachment") return "その他のファイル";
  return named.mediaType === "application/pdf" ? "添付 (PDF)" : "添付 (画像)";
}

/** What a set is in words, and its month (対象年月, YYYYMM) when it is of one. */
export function titleOfFiles(names: readonly string[]): { title: string; month: string | null } {
  const read = names.map(readFileName);
  const kinds = read.flatMap(({ kind }) => (kind === undefined || kind === "image" ? [] : [kind]));
  const months = new Set(read.flatMap(({ fileName }) => monthOf(fileName) ?? []));
  const [month] = months;
  return {
    title: titleOfKinds(kinds),
    month: months.size === 1 && month !== undefined ? month : null,
  };
}

function titleOfKinds(kinds: readonly FileKind[]): string {
  const found = setTitles.find(([kind]) => kinds.includes(kind));
  const [only] = kinds;
  return found?.[1] ?? (only === undefined ? "書類" : layouts[only].title);
}

function monthOf(name: FileName | undefined): string | undefined {
  return name?.type === "csv" ? name.month : undefined;
}
