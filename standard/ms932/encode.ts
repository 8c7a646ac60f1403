import { StandardError } from "../errors.ts";
import { bytesOf, nothing } from "./table.ts";

/**
 * Encodes to Windows code page 932, with the bytes Windows writes (髙 is FBFC, ∵ is 81E6).
 * @throws StandardError `unmappable-character` with the character and its position; nothing is ever replaced
 */
export function encodeMs932(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const code = bytesOf[unit] as number;
    if (code >= 0x100) {
      bytes[length++] = code >> 8;
      bytes[length++] = code & 0xff;
    } else if (code !== nothing || unit === 0) {
      bytes[length++] = code;
    } else {
      throw unmappable(text, index);
    }
  }
  return bytes.subarray(0, length);
}

/** Position of the first character that MS932 does not have, or -1. */
export function findUnmappable(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (bytesOf[unit] === nothing && unit !== 0) return index;
  }
  return -1;
}

/**
 * What is wrong with a character outside MS932 and what to do, in Japanese.
 * @param likeness what may be written for it; an empty text when it may be left out
 */
export function describeUnmappable(character: string, likeness?: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `「${character}」（U+${code}）は標準の文字コード MS932 にありません。${adviceOn(likeness)}`;
}

function adviceOn(likeness: string | undefined): string {
  if (likeness === undefined) return "別の字に直してください。";
  return likeness === "" ? "取り除いてください。" : `「${likeness}」に直してください。`;
}

function unmappable(text: string, index: number): StandardError {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  return new StandardError(
    "unmappable-character",
    describeUnmappable(character),
    `a character at ${index} is not in MS932`,
    { index, character },
  );
}
