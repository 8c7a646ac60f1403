import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fontkit from "fontkit";

const file = fileURLToPath(
  import.meta.resolve("@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf"),
);

let bytes: Buffer | undefined;
let characters: ReadonlySet<number> | undefined;

/** BIZ UDGothic as a TrueType file, read once. */
export function fontBytes(): Buffer {
  bytes ??= readFileSync(file);
  return bytes;
}

/** Whether the font has a glyph for every sign of a character, as `asDrawn` gives it. */
export function hasGlyphs(character: string): boolean {
  characters ??= charactersIn(fontBytes());
  for (const sign of character) {
    if (!characters.has(sign.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

/**
 * A character as the font may have it: a letter and its mark as one, without the selectors that ask for a variant 異体字
 * (a font without that variant draws the usual form). What is one sign already stays as it is: variants in names are.
 */
export function asDrawn(character: string): string {
  const [, second] = character;
  if (second === undefined) return character;
  return character.replaceAll(/[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu, "").normalize("NFC");
}

function charactersIn(font: Buffer): ReadonlySet<number> {
  const read = fontkit.create(font);
  if (read.type !== "TTF") throw new Error("the font is not one TrueType font");
  return new Set(read.characterSet);
}
