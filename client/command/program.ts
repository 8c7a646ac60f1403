import { Command, CommanderError, Option } from "commander";
import { explain } from "../errors.ts";
import { secretsHelp, WrongUse } from "./ask.ts";
import { addBackupCommand } from "./backup.ts";
import { addCertificateCommand } from "./certificate.ts";
import { addCheckCommand } from "./check.ts";
import { addDeskCommand } from "./desk.ts";
import { addDiffCommand } from "./diff.ts";
import { addEvidenceCommand } from "./evidence.ts";
import { usualFolder } from "./folder.ts";
import { addIncomingCommands } from "./incoming.ts";
import { addMendCommand } from "./mend.ts";
import { addOutgoingCommands } from "./outgoing.ts";
import { addPrintCommand } from "./print-forms.ts";
import { addSampleCommand } from "./sample.ts";
import { addServiceCodesCommand } from "./service-codes.ts";
import { addSetupCommands } from "./setup.ts";
import { addShowCommand } from "./show.ts";
import { sayWrongLine } from "./wrong-line.ts";

/**
 * `tsunagi`.
 * @returns the exit code: 0 done, 1 failed (the reason and its code are on standard error), 2 wrong use
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  const program = new Command("tsunagi")
    .description("ケアプランデータを送り、受け取ります")
    .addOption(
      new Option("--folder <folder>", "事業所のフォルダー (鍵、送受信の記録、受け取ったファイル)")
        .env("TSUNAGI_FOLDER")
        .default(usualFolder()),
    )
    .addOption(
      new Option("--centre <url>", "センターのアドレス。はじめに一度だけ要ります").env(
        "TSUNAGI_CENTRE",
      ),
    )
    .addOption(
      new Option("--authority <file>", "認証局の証明書 (PEM)。はじめに一度だけ要ります").env(
        "TSUNAGI_AUTHORITY",
      ),
    )
    .option("--json", "結果をJSONで示します", false)
    .addHelpText("after", `\n${secretsHelp}`)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (line, write) => write(sayWrongLine(line)) })
    .showHelpAfterError("(--help で使い方を表示します)");
  addCheckCommand(program);
  addMendCommand(program);
  addShowCommand(program);
  addPrintCommand(program);
  addDiffCommand(program);
  addSampleCommand(program);
  addSetupCommands(program);
  addServiceCodesCommand(program);
  addOutgoingCommands(program);
  addIncomingCommands(program);
  addEvidenceCommand(program);
  addCertificateCommand(program);
  addBackupCommand(program);
  addDeskCommand(program);
  try {
    process.exitCode = 0;
    await program.parseAsync(args, { from: "user" });
    return process.exitCode;
  } catch (error) {
    return explainFailure(error);
  }
}

function explainFailure(error: unknown): number {
  // Commander has said already what was wrong with the command line.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof WrongUse) {
    console.error(error.message);
    return 2;
  }
  const { code, messageJa, errors } = explain(error);
  console.error(`${messageJa} [${code}]`);
  for (const { path, message } of errors ?? []) console.error(`  ${path}: ${message}`);
  if (code === "internal") console.error(error);
  return 1;
}
