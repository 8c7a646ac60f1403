import { Command, CommanderError, Option } from "commander";
import { CenterError } from "../errors.ts";
import { addAuditCommands } from "./audit.ts";
import { addAuthorityCommands } from "./authority.ts";
import { addCampaignCommands } from "./campaign.ts";
import { addCertificateCommands } from "./certificate.ts";
import { addCorporationCommands } from "./corporation.ts";
import { addDownloadCommands } from "./download.ts";
import { addInquiryCommands } from "./inquiry.ts";
import { addMigrateCommand } from "./migrate.ts";
import { addNewsCommands } from "./news.ts";
import { addOfficeCommands } from "./office.ts";
import { addServeCommand } from "./serve.ts";
import { addSoftwareCommands } from "./software.ts";
import { addTermsCommands } from "./terms.ts";

/**
 * `tsunagi-center`.
 * @returns the exit code: 0 done, 1 failed (the reason is on standard error), 2 wrong use
 */
export async function runCommand(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    await makeProgram().parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    return explainFailure(error);
  }
}

/** The commands with their options. */
export function makeProgram(): Command {
  const program = new Command("tsunagi-center")
    .description("ケアプランデータ連携のセンターを動かし、管理します")
    .addOption(
      new Option("--data <folder>", "データフォルダー (認証局の鍵と、同梱のデータベース)")
        .env("TSUNAGI_DATA")
        .default("tsunagi-center-data"),
    )
    .addOption(
      new Option(
        "--database-url <url>",
        "使うPostgreSQL (15以降)。なければ同梱のものを動かします",
      ).env("DATABASE_URL"),
    )
    .exitOverride()
    .showHelpAfterError("(--help で使い方を表示します)");
  addServeCommand(program);
  addOfficeCommands(program);
  addCorporationCommands(program);
  addAuthorityCommands(program);
  addCertificateCommands(program);
  addTermsCommands(program);
  addCampaignCommands(program);
  addSoftwareCommands(program);
  addNewsCommands(program);
  addInquiryCommands(program);
  addDownloadCommands(program);
  addAuditCommands(program);
  addMigrateCommand(program);
  return program;
}

function explainFailure(error: unknown): 0 | 1 | 2 {
  // Commander has said already what was wrong with the command line.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CenterError) {
    console.error(`${error.messageJa} [${error.code}]`);
    return error.code === "input-invalid" ? 2 : 1;
  }
  console.error("予期しない問題が起きました。", error);
  return 1;
}
