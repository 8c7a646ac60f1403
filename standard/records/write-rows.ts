import { findControl } from "../check/characters.ts";
import { valueCheck } from "../check/value.ts";
import { writeCsv } from "../csv/write.ts";
import { StandardError } from "../errors.ts";
import { type FileKind, rowsOf } from "../layout/layouts.ts";
import { mendCharacter } from "../mend/characters.ts";
import { describeUnmappable, encodeMs932, findUnmappable } from "../ms932/encode.ts";

/**
 * Writes rows of values as a file of the standard: MS932, CRLF, free text in double quotes. What `checkFile` read from
 * a file written like this comes out as the same bytes.
 * @throws StandardError `value` when a value does not fit its field or the number of values is wrong,
 * `unmappable-character` when MS932 does not have a character; both with row and field
 */
export function writeRows(kind: FileKind, rows: readonly (readonly string[])[]): Uint8Array {
  const fields = rowsOf(kind);
  const checks = fields.map(valueCheck);
  rows.forEach((row, at) => {
    if (row.length !== fields.length) {
      throw wrongValue(`項目の数が ${row.length} です。${fields.length} 項目にしてください。`, {
        row: at + 1,
      });
    }
    row.forEach((value, column) => {
      const place = { row: at + 1, field: column + 1 };
      const problem = checks[column]?.(value);
      if (problem?.severity === "error") throw wrongValue(problem.message, place);
      if (findControl(value) !== undefined) {
        throw wrongValue("目に見えない制御文字があります。削除してください。", place);
      }
      refuseUnmappable(value, place);
    });
  });
  return encodeMs932(
    writeCsv(
      rows,
      fields.map((field) => field[5] === "text"),
    ),
  );
}

type Place = { readonly row: number; readonly field?: number };

function refuseUnmappable(value: string, place: Place): void {
  const index = findUnmappable(value);
  if (index < 0) return;
  const character = String.fromCodePoint(value.codePointAt(index) ?? 0);
  throw new StandardError(
    "unmappable-character",
    describeUnmappable(character, mendCharacter(character)?.value),
    `a character in row ${place.row}, field ${place.field} is not in MS932`,
    { ...place, index, character },
  );
}

function wrongValue(message: string, place: Place): StandardError {
  const where = `row ${place.row}${place.field === undefined ? "" : `, field ${place.field}`}`;
  return new StandardError("value", message, `${where} is not of its format`, place);
}
