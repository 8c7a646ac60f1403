import { resolve } from "node:path";
import type { Command } from "commander";
import { print } from "./print.ts";
import { withEngine } from "./with-engine.ts";

/** backup */
export function addBackupCommand(program: Command): void {
  program
    .command("backup")
    .description(
      "事業所のフォルダーの写しを、別の場所に作ります。画面が動いているときは、画面の「設定」から取ってください",
    )
    .requiredOption("--to <folder>", "写しを置く、すでにあるフォルダー")
    .action((_: unknown, command: Command) =>
      withEngine(command, async (engine) => {
        const { to } = command.opts<{ to: string }>();
        const { folder } = await engine.backUp(resolve(to));
        print(
          `${folder} にバックアップを取りました。利用者の個人情報を含むので、鍵のかかる場所に保管してください。`,
        );
      }),
    );
}
