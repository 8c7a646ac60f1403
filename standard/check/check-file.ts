import type { CheckedFile, ReadFile } from "./checked-file.ts";
import { FileCheck } from "./file-check.ts";
import type { RowTaker } from "./row-check.ts";

/**
 * Checks a file of the standard: its name, encoding, CSV form, every field of every row, and the rules between them.
 * Never throws on bad input: whatever is wrong stands in `findings`, and as much is read as can be.
 * @param name of the file, without a folder
 */
export function checkFile(name: string, bytes: Uint8Array): CheckedFile {
  return check(name, bytes);
}

/** Checks a file as `checkFile` does, and keeps its rows. */
export function readFile(name: string, bytes: Uint8Array): ReadFile {
  const rows: (readonly string[])[] = [];
  const checked = check(name, bytes, (row) => rows.push(row));
  return { ...checked, rows };
}

function check(name: string, bytes: Uint8Array, take?: RowTaker): CheckedFile {
  const fileCheck = new FileCheck(name, take);
  fileCheck.push(bytes);
  return fileCheck.end();
}
