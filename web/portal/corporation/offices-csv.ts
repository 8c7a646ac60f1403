import type { CorporationOffice } from "@tsunagi/contract/exchange";
import { serviceTypeName } from "@tsunagi/standard";
import { concernsOf } from "./concerns.ts";
import { licenceWord } from "./office-words.ts";

const head = [
  "事業所番号",
  "事業所名",
  "サービス",
  "ライセンス",
  "利用期間のはじめ",
  "利用期間のおわり",
  "利用料 (円)",
  "差し引かれる月",
  "自動更新",
  "申し込み済みの次の1年のはじめ",
  "次の1年の利用料 (円)",
  "次の1年の差し引かれる月",
  "電子証明書の期限",
  "確かめること",
];

/** The offices as CSV for a spreadsheet: a row each, UTF-8 with its mark, days as `2026-11-23`. */
export function officesCsv(offices: readonly CorporationOffice[], now: Date): Uint8Array {
  const rows = [head, ...offices.map((office) => rowOf(office, now))];
  const text = rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  // Without the mark Excel takes the file for Shift_JIS.
  return new TextEncoder().encode(`\uFEFF${text}`);
}

function rowOf(office: CorporationOffice, now: Date): readonly string[] {
  const { licence, next, certificateUntil } = office;
  return [
    office.office.number,
    office.office.name,
    office.serviceTypes.map((type) => serviceTypeName(type) ?? type).join("、"),
    licenceWord(office),
    licence?.from ?? "",
    licence?.until ?? "",
    licence?.feeYen.toString() ?? "",
    monthOf(licence),
    licence === null ? "" : licence.automaticRenewal ? "する" : "しない",
    next?.from ?? "",
    next?.feeYen.toString() ?? "",
    monthOf(next),
    certificateUntil === null ? "" : dayInTokyo(certificateUntil),
    concernsOf(office, now)
      .map(({ text }) => text)
      .join("。"),
  ];
}

/** Without a fee nothing is deducted. */
function monthOf(
  year: { readonly feeYen: number; readonly deductionMonth: string } | null,
): string {
  return year === null || year.feeYen === 0 ? "" : year.deductionMonth;
}

function dayInTokyo(instant: string): string {
  return new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10);
}

/** A name that begins like a formula is not reckoned by the spreadsheet. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
