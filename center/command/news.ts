import { type Command, InvalidArgumentError } from "commander";
import { addNews, listNews, removeNews } from "../news/news.ts";
import { placeOf, withDatabase } from "./database.ts";
import { readText } from "./text-option.ts";

export function addNewsCommands(program: Command): void {
  const news = program.command("news").description("お知らせ (サポートサイト)");
  news
    .command("add")
    .description(
      "お知らせを載せます。本文は --text、--file、標準入力のどれかから読みます (書式なし)",
    )
    .requiredOption("--title <title>", "題")
    .option("--text <text>", "本文")
    .option("--file <file>", "本文のファイル (UTF-8)")
    .action(
      async (
        { title, text, file }: { title: string; text?: string; file?: string },
        command: Command,
      ) => {
        const body = text ?? readText(file);
        const id = await withDatabase(placeOf(command), (sql) =>
          addNews(sql, { title, text: body, at: new Date() }),
        );
        console.log(`お知らせ ${id} を載せました`);
      },
    );
  news
    .command("list")
    .description("お知らせを、新しいものから表示します")
    .action(async (_options: object, command: Command) => {
      const list = await withDatabase(placeOf(command), listNews);
      for (const { id, at, title } of list) console.log([id, at, title].join("\t"));
    });
  news
    .command("remove")
    .description("お知らせを取り下げます")
    .argument("<id>", "お知らせの番号", readId)
    .action(async (id: number, _options: object, command: Command) => {
      await withDatabase(placeOf(command), (sql) => removeNews(sql, id));
      console.log(`お知らせ ${id} を取り下げました`);
    });
}

function readId(text: string): number {
  const id = Number(text);
  if (!Number.isSafeInteger(id) || id < 1) throw new InvalidArgumentError("番号を指定してください");
  return id;
}
