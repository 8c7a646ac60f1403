import type { Command } from "commander";
import { verifyAudit } from "../audit/record.ts";
import { CenterError } from "../errors.ts";
import { placeOf, withDatabase } from "./database.ts";

export function addAuditCommands(program: Command): void {
  program
    .command("audit")
    .description("監査記録")
    .command("verify")
    .description("監査記録が書き換えられていないかを、はじめから確かめます")
    .action(async (_options: object, command: Command) => {
      const report = await withDatabase(placeOf(command), verifyAudit);
      if (report.brokenAt !== null) throw new CenterError("audit-broken", String(report.brokenAt));
      console.log(`${report.entries}件、書き換えはありません`);
    });
}
