import type { Command } from "commander";
import type { Engine } from "../engine/engine.ts";
import { ClientError } from "../errors.ts";
import { findFiles } from "./found-files.ts";
import { readGivenFiles } from "./given-files.ts";
import { linesOfMessage, linesOfTray, print, printJson } from "./print.ts";
import { sendingInWords, showSending } from "./progress.ts";
import { withEngine } from "./with-engine.ts";

/** send, sent, cancel, resend. */
export function addOutgoingCommands(program: Command): void {
  program
    .command("send")
    .description(
      "ファイルを送信単位ごとにまとめて送ります。フォルダは、中のファイルも含めて送ります",
    )
    .argument("<files...>", "ファイルまたはフォルダ")
    .action((files: string[], _options: object, command: Command) =>
      withEngine(command, async (engine, { json }) => {
        const { tray, messageIds } = await engine.sendFiles(readGivenFiles(meantToGo(files)));
        await sendShown(engine);
        const messages = messageIds.map((id) => engine.message(id));
        if (json) printJson({ tray, messages });
        else print(...linesOfTray(tray), ...messages.flatMap(linesOfMessage));
        if (!json && messages.length > 1) print(sendingInWords(engine.sending()));
        if (messages.length === 0) throw new ClientError("nothing-to-send");
        const left = messages.some(({ station }) => station === "made");
        if (left)
          print(
            "送信箱に残っています。つながりしだい送ります (tsunagi receive または tsunagi desk)。",
          );
        const all = tray.strays.length === 0 && tray.sets.every(({ sendable }) => sendable);
        if (left || !all) process.exitCode = 1;
      }),
    );

  program
    .command("sent")
    .description("送信一覧")
    .action((_options: object, command: Command) => listBox(command, "sent"));

  program
    .command("cancel")
    .description("相手が受け取る前に取り消します")
    .argument("<id>")
    .action((id: string, _options: object, command: Command) =>
      withEngine(command, async (engine, { json }) => show(await engine.cancel(id), json)),
    );

  program
    .command("resend")
    .description("止まっているもの、相手が開けなかったものを、もう一度送ります")
    .argument("<id>")
    .action((id: string, _options: object, command: Command) =>
      withEngine(command, async (engine, { json }) => {
        const renewed = engine.retry(id);
        await sendShown(engine);
        show(engine.message(renewed.id), json);
      }),
    );
}

/** What lies in a folder and has nothing to do with the exchange stays there. */
function meantToGo(paths: readonly string[]): string[] {
  const { files } = findFiles(paths);
  return files.filter(({ role }) => role !== "other").map(({ path }) => path);
}

/** Sends what lies in the outbox, and shows how far it is. */
async function sendShown(engine: Engine): Promise<void> {
  const progress = showSending();
  const stop = engine.on("changed", (what) => {
    if (what === "sent") progress.show(engine.sending());
  });
  try {
    await engine.sendNow();
  } finally {
    stop();
    progress.end();
  }
}

/** Prints 送信一覧 or 受信一覧. */
export function listBox(command: Command, box: "sent" | "received"): Promise<void> {
  return withEngine(command, async (engine, { json }) => {
    const messages = engine.list(box);
    if (json) printJson(messages);
    else print(...(messages.length === 0 ? ["ありません。"] : messages.flatMap(linesOfMessage)));
  });
}

function show(message: ReturnType<Engine["message"]>, json: boolean): void {
  if (json) printJson(message);
  else print(...linesOfMessage(message));
}
