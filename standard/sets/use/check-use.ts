import type { CheckedFile } from "../../check/checked-file.ts";
import type { SetFinding } from "../set-finding.ts";
import { checkLimits } from "./limits.ts";
import { checkLines } from "./lines.ts";
import { useFilesOf } from "./use-files.ts";
import { checkUsers } from "./users.ts";

/** What lies between the files of one plan of use: tables 6 and 7 and the supplement of its users. */
export function checkUse(files: readonly CheckedFile[]): readonly SetFinding[] {
  const useFiles = useFilesOf(files);
  return [...checkUsers(useFiles), ...checkLines(useFiles), ...checkLimits(useFiles)];
}
