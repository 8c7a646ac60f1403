import { mendOfficeId } from "../words/mend-input.ts";
import { prefectures } from "../words/prefectures.ts";

/** 事業所番号 as it was typed, half-width and capital, without hyphens. */
export const mendOfficeNumber = mendOfficeId;

/** What is wrong with a 事業所番号 as mended: 10 digits or capital letters, of which the first two say the prefecture. */
export function officeNumberFault(number: string): string | undefined {
  if (number === "") return "事業所番号を入力してください。";
  if (number.startsWith("KJ")) {
    return "これは事業所ユーザIDのようです。KJと都道府県番号を除いた、10文字の事業所番号を入力してください。";
  }
  if (number.length !== 10) return `事業所番号は10文字です。いまは${number.length}文字です。`;
  if (!/^[0-9A-Z]{10}$/.test(number)) {
    return "事業所番号に使えるのは、半角の数字と英大文字です（例 12A3456789）。";
  }
  if (!prefectures.has(number.slice(0, 2))) {
    return "事業所番号のはじめの2桁は、都道府県の番号（01から47）です。番号をご確認ください。";
  }
  return undefined;
}
