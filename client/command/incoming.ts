import { join } from "node:path";
import type { Command } from "commander";
import { listBox } from "./outgoing.ts";
import { linesOfMessage, print, printJson } from "./print.ts";
import { withEngine } from "./with-engine.ts";

/** inbox, receive. */
export function addIncomingCommands(program: Command): void {
  program
    .command("inbox")
    .description("受信一覧 (この端末に受け取ったもの)")
    .action((_options: object, command: Command) => listBox(command, "received"));

  program
    .command("receive")
    .description("いま受信し、送信箱に残るものを送ります")
    .action((_options: object, command: Command) =>
      withEngine(command, async (engine, { folder, json }) => {
        const { received, sent } = await engine.fetchNow();
        if (json) return printJson({ received, sent });
        print(
          `受信 ${received.length}件、送信 ${sent.length}件`,
          ...received.flatMap((id) => [
            ...linesOfMessage(engine.message(id)),
            `    ${join(folder, "received", id)}`,
          ]),
        );
      }),
    );
}
