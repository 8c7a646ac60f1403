import type { CareUserView } from "@tsunagi/contract/desk";
import {
  codeLists,
  dateInEra,
  findUnmappable,
  isDate,
  isInsuredNumber,
  isInsurerNumber,
  legalLimitOf,
  readTypedDate,
} from "@tsunagi/standard";
import { type Mends, needed, type Rules } from "../../parts/state/form-values.ts";
import { mendName, mendWidth } from "../../parts/words/mend-input.ts";

/** A care user as typed: dates in eras, nothing where nothing is known. */
export type CareUserValues = { readonly [Key in keyof CareUserView]-?: string };

const dates = [
  "birthDate",
  "certifiedOn",
  "limitFrom",
  "limitTo",
  "careLevelChangedOn",
] as const satisfies readonly (keyof CareUserValues)[];

const texts = [
  "nameKana",
  "name",
  "postalCode",
  "address1",
  "address2",
  "phone",
] as const satisfies readonly (keyof CareUserValues)[];

const empty: CareUserValues = {
  insurerNumber: "",
  insuredNumber: "",
  nameKana: "",
  name: "",
  sex: "",
  birthDate: "",
  postalCode: "",
  address1: "",
  address2: "",
  phone: "",
  certifiedOn: "",
  limitFrom: "",
  limitTo: "",
  certificationStatus: "2",
  careLevelChangedOn: "",
  careLevel: "",
  previousCareLevel: "",
  limitUnits: "",
  benefitRate: "90",
};

/** What stands in the fields at first. */
export function valuesOfCareUser(view: CareUserView | undefined): CareUserValues {
  if (view === undefined) return empty;
  const known = Object.fromEntries(
    Object.entries(view).map(([key, value]) => [key, String(value)]),
  );
  const inEras = Object.fromEntries(dates.map((key) => [key, inEra(view[key] ?? "")]));
  return { ...empty, ...known, ...inEras };
}

function inEra(date: string): string {
  return isDate(date) ? dateInEra(date) : date;
}

const mendDate = (typed: string): string => inEra(readTypedDate(typed) ?? mendWidth(typed));

export const careUserMends: Mends<CareUserValues> = {
  insurerNumber: mendWidth,
  insuredNumber: (typed) => mendWidth(typed).toUpperCase(),
  nameKana: mendKana,
  name: mendName,
  postalCode: mendPostalCode,
  phone: mendWidth,
  limitUnits: mendNumber,
  benefitRate: mendNumber,
  ...Object.fromEntries(dates.map((key) => [key, mendDate])),
};

export const careUserRules: Rules<CareUserValues> = {
  insurerNumber: (value) =>
    isInsurerNumber(value) ? undefined : "保険者番号を数字6桁で入力してください。",
  insuredNumber: (value) =>
    isInsuredNumber(value)
      ? undefined
      : "被保険者番号を数字10桁で入力してください。生活保護のみの方は H と数字9桁です。",
  ...Object.fromEntries(texts.map((key) => [key, sendable])),
  name: (value) => needed("氏名")(value) ?? sendable(value),
  nameKana: (value) => needed("フリガナ")(value) ?? sendable(value),
  ...Object.fromEntries(dates.map((key) => [key, dateFault])),
  careLevel: (value) => (value === "" ? "要介護度を選んでください。" : undefined),
  limitUnits: (value) =>
    /^\d{1,7}$/.test(value) ? undefined : "区分支給限度基準額を数字で入力してください。",
  benefitRate: (value) =>
    /^\d{1,3}$/.test(value) && Number(value) <= 100
      ? undefined
      : "給付率を 90 のように、0から100の数字で入力してください。",
  postalCode: (value) =>
    value === "" || /^\d{3}-\d{4}$/.test(value)
      ? undefined
      : "郵便番号を 000-0000 の形で入力してください。",
};

function dateFault(value: string): string | undefined {
  return value === "" || readTypedDate(value) !== undefined
    ? undefined
    : "日付を 昭和10年4月1日、S10.4.1、1935/4/1 のどれかの形で入力してください。";
}

/** Files of the standard hold only the characters of Windows' Japanese code page. */
function sendable(value: string): string | undefined {
  const at = findUnmappable(value);
  if (at < 0) return undefined;
  const character = String.fromCodePoint(value.codePointAt(at) ?? 0);
  return `「${character}」は送れない文字です。ほかの字に替えてください。`;
}

/** What was entered, once it has passed the rules. */
export function careUserFrom(values: CareUserValues): CareUserView {
  const filled = Object.entries(values).filter(([, value]) => value !== "");
  const view = Object.fromEntries(filled);
  for (const key of dates) {
    const date = readTypedDate(values[key]);
    if (date !== undefined) view[key] = date;
  }
  return {
    ...view,
    limitUnits: Number(values.limitUnits),
    benefitRate: Number(values.benefitRate),
  } as CareUserView; // The rules hold what is needed to its form, and the app checks it again.
}

/** 要介護度 to choose from, as the standard lists them. */
export const careLevels: readonly (readonly [code: string, name: string])[] = codeLists.careLevel;

/** The limit that the law fixes for a care level; for 事業対象者 that of 要支援１, as a rule. */
export function usualLimitOf(careLevel: string): string {
  return String(legalLimitOf(careLevel === "06" ? "12" : careLevel) ?? "");
}

/** ひらがな and half-width signs become カタカナ. */
function mendKana(typed: string): string {
  return mendWidth(typed).replace(/[ぁ-ゖ]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) + 0x60),
  );
}

function mendPostalCode(typed: string): string {
  const digits = mendWidth(typed)
    .replace(/^〒/, "")
    .replace(/[-‐‑‒–—―−ー\s]/g, "");
  return /^\d{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : mendWidth(typed);
}

function mendNumber(typed: string): string {
  return mendWidth(typed).replaceAll(",", "");
}
