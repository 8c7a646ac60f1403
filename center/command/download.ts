import type { Command } from "commander";
import { placeOf, withDatabase } from "./database.ts";

interface Applied {
  readonly day: string;
  readonly office: string;
  readonly organisation: string;
  readonly times: number;
}

export function addDownloadCommands(program: Command): void {
  program
    .command("download")
    .description("製品ダウンロード (サポートサイト)")
    .command("list")
    .description("製品ダウンロードを申し込んだ事業所を、新しい日から表示します")
    .option("--json", "JSONで表示します")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const list = await withDatabase(
        placeOf(command),
        (sql) => sql<Applied[]>`
          select day, office, organisation, times from download_applications order by day desc, office`,
      );
      if (json) console.log(JSON.stringify(list));
      else
        for (const { day, office, organisation, times } of list)
          console.log([day, office, `${times}回`, organisation].join("\t"));
    });
}
