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

/** Whether the font has a glyph for every sign of a character; selectors of a variant may be left out. */
export function hasGlyphs(character: string): boolean {
  characters ??= charactersIn(fontBytes());
  for (const sign of withoutSelectors(character)) {
    if (!characters.has(sign.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

/** A character without the selectors that ask for a variant 異体字 of it: a font without that variant draws its usual form. */
export function withoutSelectors(character: string): string {
  return character.replaceAll(/[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu, "");
}

function charactersIn(font: Buffer): ReadonlySet<number> {
  const read = fontkit.create(font);
  if (read.type !== "TTF") throw new Error("the font is not one TrueType font");
  return new Set(read.characterSet);
}
