import { checkFiles } from "../../report/check-files.ts";
import type { SampleFiles } from "./sample-files.ts";

/** What is found in files that are given together: first of each file, then of each set, as `KIND row.field rule`. */
export async function foundIn(files: SampleFiles): Promise<readonly string[]> {
  const report = await checkFiles(files.given());
  return [
    ...report.files.flatMap(({ findings }) =>
      findings.map(({ file, row, field, rule }) => shown(file, row, field, rule)),
    ),
    ...report.sets.flatMap(({ findings }) =>
      findings.map(({ files: [file], row, field, rule }) => shown(file, row, field, rule)),
    ),
  ];
}

function shown(file = "", row: number | undefined, field: number | undefined, rule: string) {
  const place = [row, field].filter((part) => part !== undefined).join(".");
  return [file.split("_", 1)[0], place, rule].filter((part) => part !== "").join(" ");
}
