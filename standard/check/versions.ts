import type { FieldRow } from "../layout/field.ts";
import { currentVersion, versions } from "../layout/versions.ts";
import { isMonth } from "../values/month-of-service.ts";
import type { Findings } from "./findings.ts";

/** Checks field 1, CSVバージョン: known, current, and the same in every row. */
export function checkVersions(
  rows: readonly (readonly string[])[],
  firstRow: number,
  fields: readonly FieldRow[],
  findings: Findings,
): void {
  const version = rows[firstRow]?.[0];
  if (version === undefined || !isMonth(version)) return;
  if (!versions.has(version)) {
    findings.error(
      "version-unknown",
      `CSVバージョン「${version}」は知られていません。4.1版の ${currentVersion} で書き出してください。`,
      firstRow + 1,
      fields[0],
    );
  } else if (version !== currentVersion) {
    findings.warning(
      "version-old",
      `CSVバージョン「${version}」は ${versions.get(version)}版のものです。4.1版（${currentVersion}）の決まりで確かめました。`,
      firstRow + 1,
      fields[0],
    );
  }
  const differing = rows.findIndex(
    (row, at) => at > firstRow && row[0] !== version && isMonth(row[0] ?? ""),
  );
  if (differing >= 0) {
    findings.error(
      "version-mixed",
      `CSVバージョンが1行目の「${version}」と違い「${rows[differing]?.[0]}」です。一つのファイルでは同じにしてください。`,
      differing + 1,
      fields[0],
    );
  }
}
