import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { writePieces } from "../store/durable-file.ts";
import { print, printJson } from "./print.ts";
import { withEngine } from "./with-engine.ts";

const signs = { proved: "○", failed: "✕", absent: "－" } as const;

/** evidence */
export function addEvidenceCommand(program: Command): void {
  program
    .command("evidence")
    .description("送受信の証拠をこの端末で確かめ、一式を取り出します")
    .argument("<id>")
    .option(
      "--out <folder>",
      "証拠一式 (封書、署名、受付証、開封証、確かめ方) を書き出すフォルダー",
    )
    .action((id: string, { out }: { out?: string }, command: Command) =>
      withEngine(command, async (engine, { json }) => {
        const evidence = await engine.evidence(id);
        if (json) printJson(evidence);
        else {
          print(...evidence.statements.map(({ state, sentence }) => `${signs[state]} ${sentence}`));
        }
        if (out !== undefined) {
          mkdirSync(out, { recursive: true, mode: 0o700 });
          for (const { name, read } of await engine.evidenceFiles(id)) {
            await writePieces(join(out, name), read());
          }
          if (!json)
            print(`${out} に書き出しました。確かめ方は HOW-TO-VERIFY.txt をご覧ください。`);
        }
        if (evidence.statements.some(({ state }) => state === "failed")) process.exitCode = 1;
      }),
    );
}
