import { readFileSync } from "node:fs";
import { CenterError } from "../errors.ts";

/** The variables that carry it: never an argument, which other users of the computer see. */
export const passphraseVariables = {
  TSUNAGI_AUTHORITY_PASSPHRASE: "認証局の鍵を暗号化するパスフレーズ",
  TSUNAGI_AUTHORITY_PASSPHRASE_FILE: "それを1行目に書いたファイル",
} as const;

/**
 * What encrypts the keys of the authorities, from the environment or the file that it names; undefined when neither is set.
 *
 * @throws CenterError `authority-unreadable` when the file cannot be read or is empty
 */
export function authorityPassphrase(): string | undefined {
  const given = process.env["TSUNAGI_AUTHORITY_PASSPHRASE"] || undefined;
  const file = process.env["TSUNAGI_AUTHORITY_PASSPHRASE_FILE"] || undefined;
  return given ?? (file === undefined ? undefined : firstLine(file));
}

function firstLine(file: string): string {
  try {
    const [line = ""] = readFileSync(file, "utf8").split(/\r?\n/);
    if (line !== "") return line;
  } catch (cause) {
    throw new CenterError("authority-unreadable", file, { cause });
  }
  throw new CenterError("authority-unreadable", `${file} is empty`);
}
