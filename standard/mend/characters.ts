import { findUnmappable } from "../ms932/encode.ts";
import { kanjiForms } from "./kanji.ts";
import type { Mend } from "./mend.ts";

/**
 * What to write for a character that MS932 does not have; undefined when it has it, or when nothing is like it. It is
 * certain where the sign is the same and only its code is another (〜 and ～), or where the character cannot be seen;
 * another form of a kanji (𠮷 and 吉) or of a sign is a proposal. `value` may be empty: to be left out.
 * @param character one character, of one or two UTF-16 units
 */
export function mendCharacter(character: string): Mend | undefined {
  if (findUnmappable(character) < 0) return undefined;
  const same = sameSigns.get(character) ?? radicalOf(character);
  if (same !== undefined) {
    return { certain: true, says: `同じ字の「${same}」にする`, value: same };
  }
  if (space.test(character)) return { certain: true, says: "普通の空白にする", value: " " };
  if (unseen.test(character)) {
    return { certain: true, says: "目に見えない文字なので取り除く", value: "" };
  }
  const alike = kanjiForms.get(character) ?? alikeSigns.get(character) ?? spelledOut(character);
  if (alike === undefined) return undefined;
  return { certain: false, says: `「${alike}」にする（よいか確かめてください）`, value: alike };
}

/** The character, or few, to write for one that MS932 does not have, certain or not; see `mendCharacter`. */
export function proposeCharacter(character: string): string | undefined {
  return mendCharacter(character)?.value;
}

/**
 * A text with every character mended that MS932 does not have and that `accept` takes; by default those that are
 * certain. Kana whose voicing mark stands apart (か and U+3099, as Macs write them) are joined. Others stay.
 */
export function mendText(
  text: string,
  accept: (mend: Mend, character: string) => boolean = ({ certain }) => certain,
): string {
  if (findUnmappable(text) < 0) return text;
  let mended = "";
  for (const character of joinVoicing(text)) {
    const mend = mendCharacter(character);
    const taken = mend !== undefined && accept(mend, character);
    mended += taken ? (mend.value ?? character) : character;
  }
  return mended;
}

/** Kana and the marks after them as one character. Not NFC: that would change 神 and other kanji that MS932 has twice. */
function joinVoicing(text: string): string {
  return text.replaceAll(/[\u3041-\u30fe][\u3099\u309a]/g, (pair) => pair.normalize("NFC"));
}

/** Signs that are the same, under the code that Windows gives them. */
const sameSigns: ReadonlyMap<string, string> = new Map([
  ["〜", "～"],
  ["−", "－"],
  ["‖", "∥"],
  ["—", "―"],
  ["⸺", "―"],
  ["‑", "‐"],
  ["⋯", "…"],
  ["¢", "￠"],
  ["£", "￡"],
  ["¬", "￢"],
  ["¥", "￥"],
  ["¦", "￤"],
  ["‾", "￣"],
  ["ʼ", "’"],
  ["\u3099", "゛"],
  ["\u309a", "゜"],
]);

/** Radicals 部首 that stand for a kanji where text was copied out of a PDF. Not all have Unicode's own likeness. */
const radicals: ReadonlyMap<string, string> = new Map(
  ["⺟母", "⺠民", "⻁虎", "⻄西", "⻆角", "⻑長", "⻘青", "⻝食", "⻣骨", "⻤鬼", "⻨麦", "⻩黄"]
    .concat(["⻫斉", "⻭歯", "⻯竜", "⻲亀", "⼾戸", "⿈黄"])
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

function radicalOf(character: string): string | undefined {
  const listed = radicals.get(character);
  if (listed !== undefined || !/[\u2f00-\u2fd5]/.test(character)) return listed;
  const kanji = character.normalize("NFKC");
  return findUnmappable(kanji) < 0 ? kanji : undefined;
}

/** Spaces of other widths, the space that does not break among them. */
const space = /[\u00a0\u2000-\u200a\u202f\u205f]/;

/** Characters without a shape: variation selectors 異体字セレクタ, joiners, marks of direction and of byte order. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;

/** Signs for which MS932 has one that serves. */
const alikeSigns: ReadonlyMap<string, string> = new Map([
  ["–", "－"],
  ["∼", "～"],
  ["⁓", "～"],
  ["·", "・"],
  ["•", "・"],
  ["∙", "・"],
  ["⋅", "・"],
  ["«", "≪"],
  ["»", "≫"],
  ["ゔ", "ヴ"],
  ["ゕ", "ヵ"],
  ["ゖ", "ヶ"],
  ["ヷ", "ヴァ"],
  ["ヸ", "ヴィ"],
  ["ヹ", "ヴェ"],
  ["ヺ", "ヴォ"],
  ["〼", "ます"],
  ["ゟ", "より"],
  ["ヿ", "コト"],
  ["❶", "①"],
  ["❷", "②"],
  ["❸", "③"],
  ["❹", "④"],
  ["❺", "⑤"],
  ["❻", "⑥"],
  ["❼", "⑦"],
  ["❽", "⑧"],
  ["❾", "⑨"],
  ["❿", "⑩"],
  ["€", "ユーロ"],
]);

/** What a composed sign or a compatibility kanji stands for by Unicode's own tables: ㍿ 株式会社, ㋿ 令和, 祐 (FA4F) 祐. */
function spelledOut(character: string): string | undefined {
  if (raisedOrFraction.test(character)) return undefined;
  const plain = character.normalize("NFKC");
  return plain !== character && findUnmappable(plain) < 0 ? plain : undefined;
}

/** ², ½ and their like: as plain digits they would be another number. */
const raisedOrFraction = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u215f\u2189]/;
