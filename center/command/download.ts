import type { Command } from "commander";
import { listApplications } from "../downloads/applications.ts";
import { placeOf, withDatabase } from "./database.ts";

export function addDownloadCommands(program: Command): void {
  program
    .command("download")
    .description("製品ダウンロード (サポートサイト)")
    .command("list")
    .description("製品ダウンロードを申し込んだ事業所を、新しい日から表示します")
    .option("--json", "JSONで表示します")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const list = await withDatabase(placeOf(command), listApplications);
      if (json) console.log(JSON.stringify(list));
      else
        for (const { day, office, organisation, times } of list)
          console.log([day, office, `${times}回`, organisation].join("\t"));
    });
}
