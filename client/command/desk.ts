import type { Command } from "commander";
import type { Engine } from "../engine/engine.ts";
import { ClientError } from "../errors.ts";
import { print } from "./print.ts";
import { engineOptions, type GlobalOptions, globalOptions } from "./with-engine.ts";

/** desk */
export function addDeskCommand(program: Command): void {
  program
    .command("desk")
    .description(
      "画面を開くためのアドレスを示し、Ctrl-C まで動きつづけます。すでに動いていれば、新しいアドレスだけを示します",
    )
    .option("--port <port>", "ポート (指定しなければ空いているもの)", Number, 0)
    .option("--pages <folder>", "画面のファイルのフォルダー")
    .action(async (options: { port: number; pages?: string }, command: Command) => {
      // Loaded here, as in withEngine.
      const { startDesk } = await import("../desk/start-desk.ts");
      const engine = await openUnlessRunning(globalOptions(command));
      if (typeof engine === "string") return print(engine);
      try {
        const desk = await startDesk({
          engine,
          port: options.port,
          ...(options.pages !== undefined && { pagesFolder: options.pages }),
        });
        engine.watch();
        print(desk.url);
        await new Promise<void>((resolve) => {
          process.once("SIGINT", () => resolve()).once("SIGTERM", () => resolve());
        });
        await desk.stop();
      } finally {
        await engine.close();
      }
    });
}

/** The folder's engine; or, where a desk runs on it already, an address of that. */
async function openUnlessRunning(options: GlobalOptions): Promise<Engine | string> {
  const { openEngine } = await import("../engine/open-engine.ts");
  try {
    return await openEngine(engineOptions(options));
  } catch (error) {
    if (!(error instanceof ClientError) || error.code !== "folder-in-use") throw error;
    const { askRunningDesk } = await import("../desk/again.ts");
    const url = await askRunningDesk(options.folder);
    if (url === undefined) throw error;
    return url;
  }
}
