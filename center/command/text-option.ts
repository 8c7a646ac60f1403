import { readFileSync } from "node:fs";
import { CenterError } from "../errors.ts";

/**
 * The text of a file in UTF-8, or of standard input when none is named.
 * @throws CenterError `input-invalid` when it cannot be read
 */
export function readText(file: string | undefined): string {
  try {
    const bytes = readFileSync(file ?? process.stdin.fd);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    const why = error instanceof TypeError ? "UTF-8ではありません" : "読み取れません";
    throw new CenterError("input-invalid", `${file ?? "標準入力"}: ${why}`, { cause: error });
  }
}
