import { findUnmappable } from "@tsunagi/standard";

/**
 * BIZ UDGothic is of fixed pitch: of the characters of MS932, ASCII and half-width kana are half an em wide, all others
 * one em. So text is measured without the font, and alike on screen and on paper. What MS932 lacks (𠮷, é, a letter
 * with a combining mark) gets a cell of one em, in which it is drawn by itself.
 */

/** A stretch of a line: text of the font's own pitch, or one character beyond MS932 in its cell. */
export type Stretch = {
  readonly text: string;
  /** Where it begins, in em from the beginning of the line. */
  readonly at: number;
  readonly beyond: boolean;
};

/** The width of a text in em. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of charactersOf(text)) width += widthOfCharacter(character);
  return width;
}

/** The width of one character, as `charactersOf` gives them, in em. */
export function widthOfCharacter(character: string): number {
  const unit = character.charCodeAt(0);
  if (character.length > 1) return 1;
  return unit < 0x7f || (unit >= 0xff61 && unit <= 0xff9f) ? 0.5 : 1;
}

const clusters = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** The characters of a text as a reader counts them: marks and selectors stay with their letter. */
export function charactersOf(text: string): readonly string[] {
  if (findUnmappable(text) === -1) return text.split("");
  // A half-width ﾞ counts as a mark of the letter before it; on paper it has its own place.
  return Array.from(clusters.segment(text), ({ segment }) =>
    findUnmappable(segment) === -1 ? segment.split("") : segment,
  ).flat();
}

/** The stretches that a line is drawn in. */
export function stretchesOf(line: string): readonly Stretch[] {
  if (findUnmappable(line) === -1) return [{ text: line, at: 0, beyond: false }];
  const stretches: { text: string; at: number; beyond: boolean }[] = [];
  let at = 0;
  for (const character of charactersOf(line)) {
    const beyond = findUnmappable(character) !== -1;
    const last = stretches.at(-1);
    if (last === undefined || beyond || last.beyond)
      stretches.push({ text: character, at, beyond });
    else last.text += character;
    at += widthOfCharacter(character);
  }
  return stretches;
}

/** The lines of a text as it was written: a tab is a space, other control characters are shown by their pictures. */
export function writtenLines(text: string): readonly string[] {
  return text
    .replaceAll("\t", " ")
    .split(/\r\n|\r|\n/u)
    .map((line) => Array.from(line, shown).join(""));
}

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x7f) return "␡";
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : character;
}
