/** Columns that a text takes in a terminal: two for each full-width character. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/**
 * Breaks a text into lines of so many columns, between words; no line begins with a closing sign or ends with an opening
 * one. A word (the name of a file) that is longer than a line stays whole.
 * @param first what the first line begins with; the others are indented as far
 */
export function wrap(text: string, columns: number, first: string): string[] {
  const indent = " ".repeat(widthOf(first));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const piece of piecesOf(text)) {
    if (!empty && widthOf(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = indent;
      empty = true;
    }
    if (empty && piece.trim() === "") continue;
    line += piece;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

const words = new Intl.Segmenter("ja", { granularity: "word" });
const closing = /^[、。，．」』）〕】・ー]/u;
const opening = /[「『（〔【]$/u;

/** What is not taken apart: words, with the signs that must stay with them. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const run of text.match(/ +|[!-~]+|[^ -~]+/gu) ?? []) {
    const parts = isWide(run) ? [...words.segment(run)].map(({ segment }) => segment) : [run];
    for (const part of parts) {
      const last = pieces.at(-1);
      const together = last !== undefined && (closing.test(part) || opening.test(last));
      if (together) pieces[pieces.length - 1] = last + part;
      else pieces.push(part);
    }
  }
  return pieces;
}

/** Wide and full-width characters of the East Asian Width tables, as far as Japanese texts have them. */
function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f300
  );
}
