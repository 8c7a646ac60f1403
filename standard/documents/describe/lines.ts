/** How many columns a line of text may take in a terminal; a full-width character takes two. */
export const lineWidth = 100;

/** How many columns a text takes: two for kana, kanji and full-width signs, one for the rest, half-width kana too. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

/** Unicode's East Asian Width W and F, as far as MS932 and names go. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** A text in a column of a table, blanks after it. Longer ones are left as they are. */
export function leftIn(columns: number, text: string): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

/** A number in a column of a table, blanks before it. */
export function rightIn(columns: number, text: string): string {
  return " ".repeat(Math.max(0, columns - widthOf(text))) + text;
}

/** Longer labels have a line of their own. */
const longestLabel = 50;

/**
 * Text that begins with a label and goes on under itself where it is longer than a line: `  label  text`. Its own line
 * breaks are kept.
 * @param indent columns before the label
 */
export function labelled(indent: number, label: string, text: string): readonly string[] {
  const margin = " ".repeat(indent);
  if (widthOf(label) > longestLabel) return [margin + label, ...labelled(indent + 2, "", text)];
  const head = label === "" ? margin : `${margin}${label}　`;
  const under = " ".repeat(widthOf(head));
  return wrapped(text, lineWidth - widthOf(head)).map(
    (line, at) => (at === 0 ? head : under) + line,
  );
}

/** An item of a list, `・text`, that goes on under itself. */
export function bulleted(indent: number, text: string): readonly string[] {
  return labelled(indent, "", text).map((line, at) =>
    at === 0 ? line.replace(" ".repeat(indent), `${" ".repeat(indent - 2)}・`) : line,
  );
}

/** The lines that have something to say: those without a text are left out. */
export function labelledIfAny(
  indent: number,
  label: string,
  text: string | undefined,
): readonly string[] {
  return text === undefined || text.trim() === "" ? [] : labelled(indent, label, text);
}

/** A line without signs that a terminal would obey, broken where it is too long; what goes on stands as far in. */
export function printable(line: string): readonly string[] {
  const plain = line.replaceAll(/\p{Cc}/gu, " ");
  const indent = plain.length - plain.trimStart().length;
  const [first = "", ...rest] = brokenAt(plain, lineWidth);
  if (rest.length === 0) return [first];
  const under = " ".repeat(Math.min(indent, lineWidth / 2));
  const more = brokenAt(rest.join(""), lineWidth - under.length);
  return [first, ...more.map((text) => under + text)];
}

function wrapped(text: string, columns: number): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => brokenAt(line, columns));
}

function brokenAt(line: string, columns: number): readonly string[] {
  if (line.length * 2 <= columns || widthOf(line) <= columns) return [line];
  const lines: string[] = [];
  let open = "";
  let width = 0;
  for (const character of line) {
    const next = widthOf(character);
    if (width + next > columns && open !== "") {
      lines.push(open);
      open = "";
      width = 0;
    }
    open += character;
    width += next;
  }
  return [...lines, open];
}
