import { inquirySubjects } from "@tsunagi/contract/exchange";
import type { Command } from "commander";
import { CenterError } from "../errors.ts";
import { answerInquiry, type InquiryOfDesk, listInquiries } from "../inquiries/inquiries.ts";
import { placeOf, withDatabase } from "./database.ts";
import { readText } from "./text-option.ts";

export function addInquiryCommands(program: Command): void {
  const inquiry = program.command("inquiry").description("お問い合わせ (サポートサイト)");
  inquiry
    .command("list")
    .description("回答を待っているお問い合わせを、古いものから表示します")
    .option("--all", "回答したものも、新しいものから100件まで表示します")
    .option("--json", "JSONで、内容も表示します")
    .action(async ({ all, json }: { all?: boolean; json?: boolean }, command: Command) => {
      const list = await withDatabase(placeOf(command), (sql) =>
        listInquiries(sql, all ? "all" : "open"),
      );
      if (json) console.log(JSON.stringify(list));
      else for (const one of list) console.log(lineOf(one));
    });
  inquiry
    .command("show")
    .description("お問い合わせの内容を表示します")
    .argument("<number>", "受付番号")
    .action(async (number: string, _options: object, command: Command) => {
      const list = await withDatabase(placeOf(command), (sql) => listInquiries(sql, { number }));
      const [one] = list;
      if (!one) throw new CenterError("inquiry-unknown", number);
      console.log(wholeOf(one));
    });
  inquiry
    .command("answer")
    .description(
      "お問い合わせに答えます。文は --file か標準入力から読みます (UTF-8)。動いているセンターが、1分以内にメールで届けます",
    )
    .argument("<number>", "受付番号")
    .option("--file <file>", "回答の文")
    .action(async (number: string, { file }: { file?: string }, command: Command) => {
      const text = readText(file);
      await withDatabase(placeOf(command), (sql) =>
        answerInquiry(sql, { number, text, at: new Date() }),
      );
      console.log(`${number} に回答しました`);
    });
}

function lineOf({ number, at, subject, organisation, answeredAt }: InquiryOfDesk): string {
  const state = answeredAt === null ? "回答待ち" : "回答済み";
  return [number, at.toISOString(), state, inquirySubjects[subject], organisation ?? ""].join("\t");
}

function wholeOf(inquiry: InquiryOfDesk): string {
  const { number, at, subject, name, organisation, officeNumber, email, text, answeredAt } =
    inquiry;
  return [
    `受付番号    ${number}`,
    `受付        ${at.toISOString()}`,
    `状態        ${answeredAt === null ? "回答待ち" : `回答済み ${answeredAt.toISOString()}`}`,
    `種類        ${inquirySubjects[subject]}`,
    `お名前      ${name}`,
    `事業所      ${[organisation, officeNumber].filter((part) => part !== null).join(" ")}`,
    `メール      ${email}`,
    "",
    text,
  ].join("\n");
}
