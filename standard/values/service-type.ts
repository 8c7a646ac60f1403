import { StandardError } from "../errors.ts";
import type { Branded } from "./brand.ts";

/** サービス種類コード: 2 half-width digits or capital letters, e.g. `11` 訪問介護, `43` 居宅介護支援, `2A`, `A1`. */
export type ServiceType = Branded<"ServiceType">;

/** @throws StandardError `service-type` */
export function parseServiceType(text: string): ServiceType {
  if (isServiceType(text)) return text;
  throw new StandardError(
    "service-type",
    `サービス種類コード「${text}」は正しくありません。半角の数字と大文字の英字で2桁にしてください。`,
    "service type is not 2 digits or capital letters",
  );
}

/** Whether a text has the form of a service type. */
export function isServiceType(text: string): text is ServiceType {
  return /^[0-9A-Z]{2}$/.test(text);
}
