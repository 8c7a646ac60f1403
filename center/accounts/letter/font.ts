import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fontkit from "fontkit";

/** BIZ UDGothic: made to be read easily, of fixed pitch. */
export const fonts = {
  plain: fileOf("400Regular/BIZUDGothic_400Regular.ttf"),
  bold: fileOf("700Bold/BIZUDGothic_700Bold.ttf"),
} as const;

function fileOf(name: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/biz-udgothic/${name}`));
}

let font: fontkit.Font | undefined;

/** The text with 〓 in place of characters that the font lacks, as printers do. */
export function printable(text: string): string {
  font ??= readFont();
  const known = font;
  return Array.from(text.normalize("NFC"), (sign) =>
    known.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : "〓",
  ).join("");
}

function readFont(): fontkit.Font {
  const read = fontkit.create(readFileSync(fonts.plain));
  if (read.type !== "TTF") throw new Error("the font is not one TrueType font");
  return read;
}

/**
 * Breaks a text into lines of so many full-width characters; a half-width one counts half. A sign that ends something
 * does not begin a line (行頭禁則): it hangs over by its own width.
 */
export function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const sign of printable(text)) {
    const wide = /[\u0020-\u007e\uff61-\uff9f]/.test(sign) ? 0.5 : 1;
    if (used + wide > width && !/[、。，．）」』)]/.test(sign)) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += sign;
    used += wide;
  }
  return [...lines, line];
}
