import { type FileKind, fieldsOf } from "../../layout/layouts.ts";
import type { FileRow } from "../file-row.ts";
import { labelledIfAny } from "./lines.ts";
import { codeWords, dateWords, numberWords } from "./words.ts";

/**
 * The fields of a record by their names in the standard, in its order; codes and dates in words. What is empty is left
 * out.
 * @param without keys of fields that are told elsewhere
 */
export function fieldsText<Kind extends FileKind>(
  kind: Kind,
  { record }: FileRow<Kind>,
  without: readonly string[],
): readonly string[] {
  const values: { readonly [key: string]: unknown } = record;
  return fieldsOf(kind).flatMap(({ key, name, codes, format }) => {
    const value = values[key];
    if (without.includes(key)) return [];
    if (typeof value === "number") return labelledIfAny(2, name, numberWords(value));
    if (typeof value !== "string") return [];
    if (codes !== undefined) return labelledIfAny(2, name, codeWords(codes, value));
    return labelledIfAny(2, name, format === "YYYYMMDD" ? dateWords(value) : value);
  });
}
