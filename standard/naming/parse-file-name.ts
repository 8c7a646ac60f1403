import { StandardError } from "../errors.ts";
import { layouts } from "../layout/layouts.ts";
import { isMonth, type MonthOfService } from "../values/month-of-service.ts";
import { isOfficeNumber } from "../values/office-number.ts";
import { isServiceType } from "../values/service-type.ts";
import { isSetTime, type SetTime } from "../values/set-time.ts";
import { type Address, type FileName, imagePrefix, noMonth } from "./file-name.ts";
import { kindInName } from "./kind-in-name.ts";

/**
 * Reads the name of a file (no folder before it) exactly as the standard writes it.
 * @throws StandardError `file-name`; its message says in Japanese which part is wrong and how it should be.
 */
export function parseFileName(name: string): FileName {
  return parseNameAs(name, name);
}

/**
 * Reads a name as `parseFileName` does.
 * @param shown in the error's message: the name as it was before it was put right
 */
export function parseNameAs(name: string, shown: string): FileName {
  if (/[/\\:]/.test(name)) refuse(shown, "フォルダー名や「/」「\\」「:」は使えません。");
  if (name.startsWith(`${imagePrefix}_`)) return parseImageName(name, shown);

  const kind = kindInName(name);
  if (kind === undefined) refuse(shown, unknownKind(name));
  const parts = stem(name, ".CSV", shown)
    .slice(kind.length + 1)
    .split("_");
  const month = layouts[kind].monthInName
    ? takeMonth(shown, parts)
    : refuseMonth(shown, kind, parts);
  if (month === noMonth && kind !== "UPHOSOKU")
    refuse(shown, `${kind} の年月を 000000 にはできません。対象年月を入れてください。`);
  const { sender, receiver, time } = parseTail(shown, parts);
  return {
    type: "csv",
    kind,
    ...(month !== undefined && month !== noMonth && { month }),
    sender,
    receiver,
    time,
  };
}

function parseImageName(name: string, shown: string): FileName {
  const parts = stem(name, ".jpg", shown)
    .slice(imagePrefix.length + 1)
    .split("_");
  const branch = parts.pop() ?? "";
  if (!/^\d{4}$/.test(branch)) refuse(shown, `枝番「${branch}」が数字4桁ではありません。`);
  return { type: "image", ...parseTail(shown, parts), branch };
}

function parseTail(
  shown: string,
  parts: readonly string[],
): { sender: Address; receiver: Address; time: SetTime } {
  if (parts.length !== 5) refuse(shown, wrongPartCount(parts));
  const [senderOffice, senderType, receiverOffice, receiverType, time] = parts as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    sender: parseAddress(shown, "送信元", senderOffice, senderType),
    receiver: parseAddress(shown, "送信先", receiverOffice, receiverType),
    time: isSetTime(time) ? time : refuse(shown, wrongTime(time)),
  };
}

function parseAddress(shown: string, side: string, office: string, serviceType: string): Address {
  if (!isOfficeNumber(office)) refuse(shown, wrongOffice(side, office));
  if (!isServiceType(serviceType)) {
    refuse(shown, `${side}のサービス種類「${serviceType}」が半角の数字・大文字2桁ではありません。`);
  }
  return { office, serviceType };
}

function takeMonth(shown: string, parts: string[]): MonthOfService | typeof noMonth {
  const month = parts.shift() ?? "";
  if (month === noMonth || isMonth(month)) return month;
  return refuse(shown, `年月「${month}」が西暦4桁と月2桁（例 202612）ではありません。`);
}

function refuseMonth(shown: string, kind: string, parts: readonly string[]): undefined {
  if (parts.length === 6 && /^\d{6}$/.test(parts[0] ?? "")) {
    refuse(shown, `${kind} の名前には年月「${parts[0]}」を入れません。取り除いてください。`);
  }
}

function stem(name: string, extension: string, shown: string): string {
  if (name.endsWith(extension)) return name.slice(0, -extension.length);
  if (name.toLowerCase().endsWith(extension.toLowerCase())) {
    refuse(shown, `拡張子は「${extension}」です（大文字・小文字も同じに）。`);
  }
  return refuse(shown, `拡張子が「${extension}」ではありません。`);
}

function unknownKind(name: string): string {
  return kindInName(name.toUpperCase()) === undefined
    ? "先頭のファイル種別（UPPLAN など）が標準にありません。"
    : "先頭のファイル種別は大文字で書きます。";
}

function wrongPartCount(parts: readonly string[]): string {
  if (parts.length === 3) {
    return "サービス種類がありません（4.0版より前の形です）。事業所番号の後ろに2桁のサービス種類を入れてください。";
  }
  return `「_」で区切った部分の数が ${parts.length} です。送信元番号・種類・送信先番号・種類・ファイル連番の 5 つが必要です。`;
}

function wrongOffice(side: string, office: string): string {
  if (/^[0-9A-Za-z]{10}$/.test(office))
    return `${side}の事業所番号「${office}」の英字は大文字で書きます。`;
  return `${side}の事業所番号「${office}」が半角の数字・大文字10桁ではありません（${office.length}桁）。`;
}

function wrongTime(time: string): string {
  if (/^\d{14}.*\(\d+\)$/.test(time)) {
    return `同じ名前で保存したときの番号「${time.slice(14).trim()}」が付いています。取り除いてください。`;
  }
  if (/^\d{14}$/.test(time)) return `ファイル連番「${time}」が実在する日時ではありません。`;
  return `ファイル連番「${time}」が年月日時分秒の14桁ではありません（${time.length}桁）。`;
}

function refuse(shown: string, reason: string): never {
  throw new StandardError(
    "file-name",
    `ファイル名「${shown}」が標準の形ではありません。${reason}`,
    "file name is not of the standard",
  );
}
