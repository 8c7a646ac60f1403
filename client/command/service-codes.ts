import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { count } from "../note/words.ts";
import { attempt } from "./attempt.ts";
import { print, printJson } from "./print.ts";
import { withEngine } from "./with-engine.ts";

/** service-codes */
export function addServiceCodesCommand(program: Command): void {
  program
    .command("service-codes")
    .description("サービスコード表 (CSV) を入れます。前の表と入れ替わります")
    .argument("<file>", "CSVファイル。列は docs/service-codes.md にあります")
    .action(async (path: string, _options: object, command: Command) => {
      const bytes = attempt(`読めません: ${path}`, () => readFileSync(path));
      await withEngine(command, async (engine, { json }) => {
        const loaded = await engine.serviceCodes.load({ name: basename(path), bytes });
        if (loaded.faults.length > 0) process.exitCode = 1;
        if (json) printJson(loaded);
        else if (loaded.faults.length > 0) {
          print("表に誤りがあるため、入れていません。直してから、もう一度入れてください。");
          for (const { line, message } of loaded.faults) {
            print(line === null ? message : `${line}行目: ${message}`);
          }
        } else print(`${count(loaded.table?.codes ?? 0)} 行のサービスコード表を入れました。`);
      });
    });
}
