import { StandardError } from "../errors.ts";
import type { Branded } from "./brand.ts";

/** 保険者番号: 6 digits, the municipality that insures. */
export type InsurerNumber = Branded<"InsurerNumber">;

/** 被保険者番号: 10 digits, or H and 9 digits for people on livelihood protection 生活保護 only. */
export type InsuredNumber = Branded<"InsuredNumber">;

/** @throws StandardError `number` */
export function parseInsurerNumber(text: string): InsurerNumber {
  if (isInsurerNumber(text)) return text;
  throw new StandardError(
    "number",
    `保険者番号「${text}」は正しくありません。半角数字6桁にしてください。`,
    "insurer number is not 6 digits",
  );
}

/** @throws StandardError `number` */
export function parseInsuredNumber(text: string): InsuredNumber {
  if (isInsuredNumber(text)) return text;
  throw new StandardError(
    "number",
    "被保険者番号が正しくありません。半角数字10桁、または H と数字9桁にしてください。",
    "insured number is neither 10 digits nor H and 9 digits",
  );
}

/** Whether a text is an insurer number. */
export function isInsurerNumber(text: string): text is InsurerNumber {
  return /^\d{6}$/.test(text);
}

/** Whether a text is an insured number. */
export function isInsuredNumber(text: string): text is InsuredNumber {
  return /^[\dH]\d{9}$/.test(text);
}
