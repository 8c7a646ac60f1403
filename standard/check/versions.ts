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
    findings.report(
      "version-unknown",
      { version, current: currentVersion },
      { row: firstRow + 1, field: fields[0] },
    );
  } else if (version !== currentVersion) {
    findings.report(
      "version-old",
      { version, edition: versions.get(version) ?? "", current: currentVersion },
      { row: firstRow + 1, field: fields[0] },
    );
  }
  const differing = rows.findIndex(
    (row, at) => at > firstRow && row[0] !== version && isMonth(row[0] ?? ""),
  );
  if (differing >= 0) {
    findings.report(
      "version-mixed",
      { version: rows[differing]?.[0] ?? "", first: version },
      { row: differing + 1, field: fields[0] },
    );
  }
}
