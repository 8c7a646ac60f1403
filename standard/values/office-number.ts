import { StandardError } from "../errors.ts";
import type { Branded } from "./brand.ts";

/** 事業所番号: 10 half-width digits or capital letters, e.g. `1370000011`, `12A3456789`. */
export type OfficeNumber = Branded<"OfficeNumber">;

/** @throws StandardError `office-number` */
export function parseOfficeNumber(text: string): OfficeNumber {
  if (isOfficeNumber(text)) return text;
  throw new StandardError(
    "office-number",
    `事業所番号「${text}」は正しくありません。半角の数字と大文字の英字で10桁にしてください。`,
    "office number is not 10 digits or capital letters",
  );
}

/** Whether a text is an office number. */
export function isOfficeNumber(text: string): text is OfficeNumber {
  return /^[0-9A-Z]{10}$/.test(text);
}
