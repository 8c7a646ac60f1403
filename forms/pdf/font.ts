import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fontkit from "fontkit";

/** Where the font lies, a TrueType file. */
export const fontFile: string = fileURLToPath(
  import.meta.resolve("@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf"),
);

let font: fontkit.Font | undefined;

/** BIZ UDGothic, read once. It sets glyph after glyph: of fixed pitch, it has nothing to be shaped, and that takes long. */
export function biz(): fontkit.Font {
  font ??= readFont();
  return font;
}

function readFont(): fontkit.Font {
  const read = fontkit.create(readFileSync(fontFile));
  if (read.type !== "TTF") throw new Error("the font is not one TrueType font");
  Object.defineProperty(read, "layout", { value: (text: string) => setPlainly(read, text) });
  return read;
}

/** What pdfkit wants to know of the glyphs of a text. */
type PlainRun = Pick<fontkit.GlyphRun, "glyphs" | "positions" | "advanceWidth">;

const glyphOf = new Map<string, fontkit.Glyph>();

function setPlainly(read: fontkit.Font, text: string): PlainRun {
  const glyphs = Array.from(text, (sign) => {
    const glyph = glyphOf.get(sign) ?? read.glyphForCodePoint(sign.codePointAt(0) ?? 0);
    glyphOf.set(sign, glyph);
    return glyph;
  });
  const positions = glyphs.map(({ advanceWidth }) => ({
    xAdvance: advanceWidth,
    yAdvance: 0,
    xOffset: 0,
    yOffset: 0,
  }));
  const advanceWidth = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  return { glyphs, positions, advanceWidth };
}

/** Whether the font has a glyph for every sign of a character, as `asDrawn` gives it. */
export function hasGlyphs(character: string): boolean {
  return Array.from(character).every((sign) =>
    biz().hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
  );
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
