import { type CodeListName, codeLists } from "../layout/code-lists.ts";
import { certainly, type Guess, likely } from "./guess.ts";

/** What was meant by a value that is not in a code list コード表: its meaning (女性, 要介護２), or a lost or added zero. */
export function guessCode(typed: string, list: CodeListName): Guess | undefined {
  const codes: readonly (readonly [string, string])[] = codeLists[list];
  const length = codes[0]?.[0].length ?? 0;
  const code = typed.toUpperCase();
  const digits = code.replace(/^0+(?=.)/, "").padStart(length, "0");
  const written = codes.find(([listed]) => listed === code || listed === digits);
  if (written !== undefined) return certainly(written[0], "コードの桁に合わせて");

  const meant = plainMeaning(typed);
  if (meant === "") return undefined;
  const meanings = codes.map(([listed, meaning]) => [listed, plainMeaning(meaning)] as const);
  const exact = meanings.find(([, meaning]) => meaning === meant);
  if (exact !== undefined) return certainly(exact[0], "言葉をコードに直して");
  const begun = meanings.filter(([, meaning]) => meaning.startsWith(meant));
  const [only] = begun;
  if (only === undefined || begun.length > 1) return undefined;
  return shortForms.has(meant)
    ? certainly(only[0], "言葉をコードに直して")
    : likely(only[0], "言葉をコードに直して");
}

/** A code without a list: capitals, in the field's length. A lost zero is certain in a number of two digits only. */
export function guessPlainCode(typed: string, length: number): Guess | undefined {
  const code = typed.toUpperCase();
  if (!/^[0-9A-Z]+$/.test(code)) return undefined;
  if (code.length === length) return certainly(code, "半角の数字・大文字で");
  return length === 2 && /^\d$/.test(code) ? certainly(`0${code}`, "先頭の 0 を補って") : undefined;
}

/** The beginnings of meanings that are the usual short words for them: 女 for 女性, 月 for 月曜日. */
const shortForms: ReadonlySet<string> = new Set(
  ["男", "女", "月", "火", "水", "木", "金", "土", "日"].concat(
    ["月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"],
    ["事業対象", "入院"],
  ),
);

/** A meaning without what does not distinguish it: width, spaces, small letters; あり and なし as 有 and 無. */
function plainMeaning(words: string): string {
  return words
    .normalize("NFKC")
    .replaceAll(/[\s・&]/g, "")
    .replace(/^(?:あり|有り)$/, "有")
    .replace(/^(?:なし|無し)$/, "無")
    .toLowerCase();
}
