import type { FieldRow } from "../layout/field.ts";
import { mendCharacter, mendText } from "../mend/characters.ts";
import { mendKana } from "../mend/kana.ts";
import type { Mend } from "../mend/mend.ts";
import { type Defect, decodeWithDefects } from "../ms932/decode.ts";
import { findUnmappable } from "../ms932/encode.ts";
import {
  doubleMark,
  findDoubles,
  halfWidthKanaMark,
  type MarkedText,
  unmappableMark,
  unreadableMark,
  userDefinedMark,
} from "../ms932/text-marks.ts";
import { type Problem, problem } from "../rules/problem.ts";

/** Marks of a text whose value cannot be known. */
export const lostMarks: number = unreadableMark | userDefinedMark;

/**
 * What is wrong with the characters of a value: bytes that are no character, 外字, characters outside MS932, characters
 * under bytes that Windows does not write, half-width kana. Each at most once, with the first of its kind named.
 * @param raw the value's bytes in MS932; undefined where the file is in another encoding
 */
export function characterProblems(
  field: FieldRow,
  { text, marks }: MarkedText,
  raw: Uint8Array | undefined,
): readonly Problem[] {
  const found: Problem[] = [];
  const defects = raw === undefined ? [] : decodeWithDefects(raw).defects;
  if ((marks & unreadableMark) !== 0) {
    found.push(problem("unreadable-bytes", { bytes: bytesOf(defects, "invalid") }));
  }
  if ((marks & userDefinedMark) !== 0) {
    const bytes = bytesOf(defects, "user-defined") ?? privateCharacter(text);
    found.push(problem("user-defined-character", { bytes }));
  }
  if ((marks & unmappableMark) !== 0) found.push(unmappableProblem(text));
  const isLost = (marks & lostMarks) !== 0;
  if ((marks & doubleMark) !== 0 && raw !== undefined) {
    const characters = findDoubles(raw).join("");
    const mend: Mend = { certain: true, says: "Windows が書くバイトにする", value: text };
    found.push(problem("double-character", { characters }, isLost ? undefined : mend));
  }
  if ((marks & halfWidthKanaMark) !== 0 && field[5] === "text") {
    found.push(
      problem("half-width-kana", { name: field[2] }, isLost ? undefined : mendKana(field, text)),
    );
  }
  return found;
}

/** The first control character that may not stand in a value, in hexadecimal; undefined when there is none. */
export function findControl(value: string): string | undefined {
  const found = control.exec(value)?.[0];
  return found?.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}

/** A control character other than tab, CR and LF, which free text may hold. */
const control = /[^\P{Cc}\t\r\n]/u;

function unmappableProblem(text: string): Problem {
  const characters = new Set<string>();
  for (const character of text) {
    if (findUnmappable(character) >= 0) characters.add(character);
    if (characters.size === mostNamed) break;
  }
  const named = Array.from(characters, (character) => {
    const mend = mendCharacter(character);
    return { character, likeness: mend?.value };
  });
  return problem("unmappable-character", { characters: named }, textMend(text));
}

/** How many characters of one value are named. */
const mostNamed = 5;

function textMend(text: string): Mend | undefined {
  const certain = mendText(text);
  if (findUnmappable(certain) < 0) {
    return { certain: true, says: "同じ字で MS932 にあるものに替える", value: certain };
  }
  const likely = mendText(text, () => true);
  if (findUnmappable(likely) >= 0) return undefined;
  return { certain: false, says: "似た字に替える（よいか確かめてください）", value: likely };
}

function bytesOf(defects: readonly Defect[], reason: Defect["reason"]): string | undefined {
  return defects.find((defect) => defect.reason === reason)?.bytes;
}

function privateCharacter(text: string): string {
  const unit = /[\ue000-\uf8ff]/.exec(text)?.[0].charCodeAt(0) ?? 0;
  return `U+${unit.toString(16).toUpperCase()}`;
}
