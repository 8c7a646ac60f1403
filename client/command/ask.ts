import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** The command cannot be carried out as it was given; exit code 2. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}

/** Secrets that a command may need, with the variable of the environment that brings each. Never arguments. */
export const secrets = {
  office: ["事業所ユーザのパスワード", "TSUNAGI_PASSWORD_OFFICE"],
  officeNew: ["事業所ユーザの新しいパスワード", "TSUNAGI_PASSWORD_OFFICE_NEW"],
  issue: ["証明書発行用パスワード", "TSUNAGI_PASSWORD_ISSUE"],
  person: ["個人ユーザのパスワード", "TSUNAGI_PASSWORD_PERSON"],
  export: ["取り出すファイルのパスワード", "TSUNAGI_PASSWORD_EXPORT"],
  personNew: ["個人ユーザの新しいパスワード", "TSUNAGI_PASSWORD_PERSON_NEW"],
} as const;

export type Secret = keyof typeof secrets;

/** A secret from the environment, or typed in without being shown. @throws WrongUse when neither can be had */
export async function askSecret(secret: Secret): Promise<string> {
  const [name, variable] = secrets[secret];
  const given = givenSecret(secret);
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) throw new WrongUse(`${name}を、環境変数 ${variable} で渡してください`);
  process.stderr.write(`${name}: `);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}

/** A secret from the environment, or undefined. */
export function givenSecret(secret: Secret): string | undefined {
  const given = process.env[secrets[secret][1]];
  return given === undefined || given === "" ? undefined : given;
}

/** For `--help`. */
export const secretsHelp: string = [
  "パスワードは画面で入力するか (表示されません)、環境変数で渡します。引数では渡せません:",
  ...Object.values(secrets).map(([name, variable]) => `  ${variable}  ${name}`),
  "  TSUNAGI_KEY_PASSPHRASE  この端末の秘密鍵を暗号化するパスフレーズ",
].join("\n");
