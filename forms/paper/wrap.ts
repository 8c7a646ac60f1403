import { charactersOf, widthOfCharacter, writtenLines } from "./characters.ts";

/** 行頭禁則: what may not begin a line. */
const notFirst = new Set(
  "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〟’”％℃ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%｡｣､･ﾞﾟｰｧｨｩｪｫｯｬｭｮ",
);

/** 行末禁則: what may not end a line. */
const notLast = new Set("（［｛〔〈《「『【〝‘“([{｢￥＄￡＃№");

/** What belongs together as a word or a number: a date and a time stand on one line. */
const inWord = /^[0-9A-Za-z/:.,\-_@+'０-９Ａ-Ｚａ-ｚ]$/u;

/**
 * The lines into which a text is broken, none wider than `width` (in em), except where one character alone is. Nothing
 * is left out but blanks where a line is broken.
 */
export function wrap(text: string, width: number): readonly string[] {
  return writtenLines(text).flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): readonly string[] {
  const characters = charactersOf(line);
  const lines: string[] = [];
  let start = 0;
  while (start < characters.length) {
    const end = endOfLine(characters, start, width);
    lines.push(characters.slice(start, end).join("").trimEnd());
    start = end;
    while (start < characters.length && isBlank(characters[start])) start++;
  }
  return lines.length === 0 ? [""] : lines;
}

/** Where the line that begins at `start` ends: before the character with this number. */
function endOfLine(characters: readonly string[], start: number, width: number): number {
  let end = start;
  let used = 0;
  while (end < characters.length) {
    used += widthOfCharacter(characters[end] ?? "");
    // Halves of an em add up exactly; the width itself comes from a division.
    if (used > width + 1e-6) break;
    end++;
  }
  if (end === characters.length) return end;
  if (isBlank(characters[end])) return Math.max(end, start + 1);
  for (let at = end; at > start; at--) if (mayBreak(characters, at)) return at;
  return Math.max(end, start + 1);
}

function mayBreak(characters: readonly string[], at: number): boolean {
  const [before = "", after = ""] = [characters[at - 1], characters[at]];
  if (notLast.has(before) || notFirst.has(after)) return false;
  return !(inWord.test(before) && inWord.test(after));
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "　";
}
