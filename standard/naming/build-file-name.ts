import { StandardError } from "../errors.ts";
import { layouts } from "../layout/layouts.ts";
import {
  type Address,
  type CsvFileName,
  type FileName,
  imagePrefix,
  noMonth,
} from "./file-name.ts";

/**
 * Writes the name of a file as the standard has it; `parseFileName` reads it back to the same parts.
 * @throws StandardError `file-name` when the kind needs a month of service and there is none, or has none and there is one.
 */
export function buildFileName(parts: FileName): string {
  const tail = `${written(parts.sender)}_${written(parts.receiver)}_${parts.time}`;
  if (parts.type === "image") return `${imagePrefix}_${tail}_${parts.branch}.jpg`;
  return `${parts.kind}${monthPart(parts)}_${tail}.CSV`;
}

function monthPart({ kind, month }: CsvFileName): string {
  if (!layouts[kind].monthInName) {
    if (month === undefined) return "";
    throw wrongMonth(`${kind} のファイル名には年月が入りません。`);
  }
  if (month !== undefined) return `_${month}`;
  if (kind === "UPHOSOKU") return `_${noMonth}`;
  throw wrongMonth(`${kind} のファイル名には対象年月が必要です。`);
}

function written(address: Address): string {
  return `${address.office}_${address.serviceType}`;
}

function wrongMonth(message: string): StandardError {
  return new StandardError("file-name", message, "month does not go with the file kind");
}
