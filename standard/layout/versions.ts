/** The value of field 1 that edition 4.1 writes. */
export const currentVersion = "202407";

/**
 * The CSV versions CSVバージョン so far: the value of field 1 and the edition of the standard it belongs to.
 * The values do not rise with the editions: 4.0 wrote 202504, 4.1 writes 202407.
 */
export const versions: ReadonlyMap<string, string> = new Map([
  ["201910", "1"],
  ["202003", "2"],
  ["202208", "3"],
  ["202504", "4.0"],
  ["202407", "4.1"],
]);

/** Whether a version is of an edition before 4.0, which had no table 3 (UP3KYO) and no service types in names. */
export function isBeforeEdition4(version: string): boolean {
  return ["201910", "202003", "202208"].includes(version);
}
