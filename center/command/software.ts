import type { Command } from "commander";
import {
  listCareSoftware,
  readCareSoftware,
  replaceCareSoftware,
} from "../software/care-software.ts";
import { placeOf, withDatabase } from "./database.ts";
import { readText } from "./text-option.ts";

export function addSoftwareCommands(program: Command): void {
  const software = program.command("software").description("介護ソフト一覧 (サポートサイト)");
  software
    .command("load")
    .description(
      'CSV (UTF-8) から読み込み、今までの一覧と入れ替えます。見出し: 介護ソフト名,提供会社名,"計画表(1,2表)","予定(6,7表)","実績(6表)"。対応は○、しないものは空欄',
    )
    .argument("<file>", "CSVファイル")
    .action(async (file: string, _options: object, command: Command) => {
      const list = readCareSoftware(readText(file));
      await withDatabase(placeOf(command), (sql) => replaceCareSoftware(sql, list));
      console.log(`${list.length}件の介護ソフトを載せました`);
    });
  software
    .command("list")
    .description("載せている介護ソフトを表示します")
    .action(async (_options: object, command: Command) => {
      const list = await withDatabase(placeOf(command), listCareSoftware);
      for (const { product, vendor, carePlan, plan, results } of list) {
        const marks = [carePlan, plan, results].map((mark) => (mark ? "○" : "-")).join(" ");
        console.log([marks, product, vendor].join("\t"));
      }
    });
}
