import type { NewOffice } from "../accounts/issue-office.ts";
import { isCorporationNumber, plainCorporationNumber } from "../corporations/corporation-number.ts";
import type { Column, Columns } from "./columns.ts";
import { isPrefecture, prefectureOf } from "./prefectures.ts";
import { serviceTypeOf } from "./service-types.ts";

/** One row of the register: an office and one of its services. What is not said is null. */
export interface RegisterRow {
  readonly number: string;
  readonly prefecture: string;
  readonly name: string;
  readonly serviceType: string;
  readonly postalCode: string | null;
  readonly address: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly certificateKind: NewOffice["certificateKind"] | null;
  /** 法人, which sees how its offices stand; a name without a number tells of none. */
  readonly corporation: { readonly number: string; readonly name: string } | null;
}

const kinds: ReadonlyMap<string, NewOffice["certificateKind"]> = new Map([
  ["kaigojigyousho", "KaigoJigyousho"],
  ["介護保険証明書", "KaigoJigyousho"],
  ["careplanjigyousho", "CarePlanJigyousho"],
  ["請求委任事業所用ケアプラン証明書", "CarePlanJigyousho"],
  ["介護dx証明書", "CarePlanJigyousho"],
]);

const numberLength = 10;

/** Reads a row. @returns it, or what is wrong with it, in the operator's words */
export function readRow(
  cells: readonly string[],
  columns: Columns,
): RegisterRow | { readonly faults: readonly string[] } {
  if (cells.length !== columns.count) {
    return {
      faults: [`列が${cells.length}個あります。見出しと同じ${columns.count}個にしてください`],
    };
  }
  const cell = (column: Column): string | null => {
    const at = columns[column];
    const text = at === undefined ? "" : (cells[at] ?? "").trim();
    return text === "" ? null : text;
  };
  const faults: string[] = [];
  const number = officeNumber(cell("number") ?? "");
  if (number === undefined) {
    faults.push(
      `事業所番号「${cell("number") ?? ""}」が正しくありません。10桁の半角英数字にしてください`,
    );
  }
  const name = cell("name") ?? "";
  if (name === "") faults.push("事業所名がありません");
  if (name.length > 100) faults.push("事業所名が長すぎます。100文字までにしてください");
  const service = cell("service") ?? "";
  const serviceType = serviceTypeOf(service);
  if (serviceType === undefined) {
    faults.push(
      `サービス種類「${service}」が分かりません。2文字のコードか、正式な名前にしてください`,
    );
  }
  const prefecture = findPrefecture(cell("prefecture"), cell("address"), number);
  if (number !== undefined && prefecture === undefined) {
    faults.push(
      `都道府県「${cell("prefecture") ?? ""}」が分かりません。2桁の番号か、名前にしてください`,
    );
  }
  const email = cell("email")?.normalize("NFKC") ?? null;
  if (email !== null && !/^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(email)) {
    faults.push(`メールアドレス「${email}」が正しくありません`);
  }
  const kindText = cell("certificateKind");
  const certificateKind =
    kindText === null ? null : kinds.get(kindText.normalize("NFKC").toLowerCase());
  if (certificateKind === undefined) {
    faults.push(
      `証明書の種類「${kindText ?? ""}」が分かりません。「介護保険証明書」か「介護DX証明書」にしてください`,
    );
  }
  const corporation = corporationOf(cell("corporationNumber"), cell("corporationName"));
  if (typeof corporation === "string") faults.push(corporation);
  if (
    faults.length > 0 ||
    number === undefined ||
    serviceType === undefined ||
    prefecture === undefined ||
    certificateKind === undefined ||
    typeof corporation === "string"
  ) {
    return { faults };
  }
  const address = [cell("address"), cell("building")].filter((part) => part !== null).join(" ");
  return {
    number,
    prefecture,
    name,
    serviceType,
    postalCode: postalCode(cell("postalCode")),
    address: address === "" ? null : address,
    telephone: cell("telephone")?.normalize("NFKC") ?? null,
    email,
    certificateKind,
    corporation,
  };
}

/** A spreadsheet takes a number's leading zero away: one of nine digits gets it back. */
function officeNumber(written: string): string | undefined {
  const plain = written.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  const whole = /^\d{9}$/.test(plain) ? plain.padStart(numberLength, "0") : plain;
  return /^[0-9A-Z]{10}$/.test(whole) ? whole : undefined;
}

/** As the column says it, else the address, else the head of the office's number. */
function findPrefecture(
  written: string | null,
  address: string | null,
  number: string | undefined,
): string | undefined {
  if (written !== null) return prefectureOf(written);
  const ofAddress = address === null ? undefined : prefectureOf(address);
  const ofNumber = number?.slice(0, 2) ?? "";
  return ofAddress ?? (isPrefecture(ofNumber) ? ofNumber : undefined);
}

/** The corporation, or what is wrong with it. */
function corporationOf(
  written: string | null,
  name: string | null,
): RegisterRow["corporation"] | string {
  if (written === null) return null;
  const number = plainCorporationNumber(written);
  if (!isCorporationNumber(number)) {
    return `法人番号「${written}」が正しくありません。13桁の数字にしてください。表計算ソフトで開いたときは、セルを文字列にしてください`;
  }
  if (name === null) return "法人番号には、法人名も必要です";
  if (name.length > 100) return "法人名が長すぎます。100文字までにしてください";
  return { number, name };
}

function postalCode(written: string | null): string | null {
  const digits = (written ?? "").normalize("NFKC").replace(/\D/g, "");
  return digits.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : null;
}
