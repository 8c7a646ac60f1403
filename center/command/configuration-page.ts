import type { Command, Option } from "commander";
import { makeProgram } from "./program.ts";
import { secretVariables } from "./serve.ts";

/** `docs/configuration.md`: every option of `serve`, and its variable of the environment. A test holds the file to it. */
export function configurationPage(): string {
  return [
    "# センターの設定",
    "",
    "`tsunagi-center serve` の引数と、同じことを決める環境変数です。両方あるときは引数が使われます。",
    "このページはプログラムから作られ、テストが一致を確かめます。上限 (`--limit`) の名前は [limits.md](limits.md) にあります。",
    "",
    "| 環境変数 | 引数 | 内容 | 指定がないとき |",
    "| --- | --- | --- | --- |",
    ...serveOptions().map(rowOf),
    "",
    "引数では渡せないもの (ほかの利用者に見えるため):",
    "",
    "| 環境変数 | 内容 |",
    "| --- | --- |",
    ...Object.entries(secretVariables).map(([name, what]) => `| \`${name}\` | ${what} |`),
    "",
  ].join("\n");
}

/** The names of all variables of the environment that `serve` reads. */
export function variablesOfServe(): readonly string[] {
  const named = serveOptions().flatMap(({ envVar }) => (envVar === undefined ? [] : [envVar]));
  return [...named, ...Object.keys(secretVariables)];
}

function serveOptions(): readonly Option[] {
  const program = makeProgram();
  const serve: Command | undefined = program.commands.find((one) => one.name() === "serve");
  return [...program.options, ...(serve?.options ?? [])];
}

function rowOf({
  envVar,
  flags,
  description,
  defaultValue,
  defaultValueDescription,
}: Option): string {
  const usual = defaultValueDescription ?? spell(defaultValue);
  const variable = envVar === undefined ? "" : `\`${envVar}\``;
  return `| ${variable} | \`${flags}\` | ${description} | ${usual} |`;
}

function spell(value: unknown): string {
  if (value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.join(", ");
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
