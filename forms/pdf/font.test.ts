import { findUnmappable } from "@tsunagi/standard";
import { describe, expect, it } from "vitest";
import { widthOf } from "../paper/characters.ts";
import { biz } from "./font.ts";

describe("text is as wide as the font draws it", () => {
  it("for every character of MS932, all of which the font has", () => {
    const font = biz();
    const characters = charactersOfMs932();
    expect(characters.length).toBeGreaterThan(7000);
    const wrong = characters.filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      const { advanceWidth } = font.glyphForCodePoint(code);
      return (
        !font.hasGlyphForCodePoint(code) || advanceWidth !== widthOf(character) * font.unitsPerEm
      );
    });
    expect(wrong).toEqual([]);
  });
});

function charactersOfMs932(): readonly string[] {
  return Array.from({ length: 0x10000 - 0x20 }, (_, at) => String.fromCharCode(at + 0x20)).filter(
    (character) => findUnmappable(character) === -1 && character !== "\u007f",
  );
}
