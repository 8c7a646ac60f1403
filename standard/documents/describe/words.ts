import type { CodeListName } from "../../layout/code-lists.ts";
import { meaningOf } from "../../layout/layouts.ts";
import { serviceTypeName } from "../../layout/service-types.ts";
import { isDate } from "../../values/calendar-date.ts";
import { dateInEra } from "../../values/japanese-date.ts";
import type { Envelope } from "../envelope.ts";
import type { CareUser } from "../user-entries.ts";

/** A date in words; what is no date, as it is. */
export function dateWords(date: string | undefined): string | undefined {
  return date !== undefined && isDate(date) ? dateInEra(date) : date;
}

/** A span of dates in words; undefined when neither is there. */
export function spanWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  return `${dateWords(from) ?? ""}～${dateWords(to) ?? ""}`;
}

/** A time of day as people write it: `0930` is 09:30; undefined for none. */
export function timeWords(time: string | undefined): string | undefined {
  return time === undefined || time === "9999" ? undefined : `${time.slice(0, 2)}:${time.slice(2)}`;
}

/** From when to when: 09:00-09:30; 時刻なし for a service without a time. */
export function timesWords(start: string | undefined, end: string | undefined): string {
  const times = [timeWords(start), timeWords(end)];
  return times.every((time) => time === undefined)
    ? "時刻なし"
    : times.map((time) => time ?? "").join("-");
}

/** A code in words; one that its list does not have, as it is. */
export function codeWords(list: CodeListName, code: string | undefined): string | undefined {
  return code === undefined ? undefined : (meaningOf(list, code) ?? code);
}

/** The service type of a service code in words. */
export function serviceWords(serviceCode: string): string {
  const type = serviceCode.slice(0, 2);
  return serviceTypeName(type) ?? `種類 ${type}`;
}

/** A whole number with a comma every three digits. */
export function numberWords(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Texts that are there, one after the other. */
export function joined(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== "").join("　");
}

/** Who a part of a document is about: name where known, and numbers. */
export function userWords(
  { insurerNumber, insuredNumber }: CareUser,
  name: string | undefined,
): string {
  const numbers = `保険者 ${insurerNumber}・被保険者 ${insuredNumber}`;
  return name === undefined ? numbers : `${name} さん（${numbers}）`;
}

/** From whom, to whom, and the set time. */
export function envelopeWords(envelope: Envelope | undefined): string {
  if (envelope === undefined) return "送信元・送信先はファイル名からわかりません";
  const { sender, receiver, time } = envelope;
  return `${sender.office}（${serviceWords(sender.serviceType)}）から ${receiver.office}（${serviceWords(receiver.serviceType)}）へ　ファイル連番 ${time}`;
}
