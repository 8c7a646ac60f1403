import type { Command } from "commander";
import { listAcceptances, listTerms, publishTerms } from "../licences/terms.ts";
import { sectionsOfText } from "../licences/terms-text.ts";
import { placeOf, withDatabase } from "./database.ts";
import { readDay } from "./day-option.ts";
import { readText } from "./text-option.ts";

export function addTermsCommands(program: Command): void {
  const terms = program.command("terms").description("利用規約");
  terms
    .command("publish")
    .description(
      "新しい版を公開します。利用中の事業所は、次の更新までに同意します。公開した版は変えられません",
    )
    .argument("<file>", "本文 (UTF-8)。「# 」で始まる行は見出し、ほかの行はそれぞれ1段落です")
    .requiredOption(
      "--from <day>",
      "有効になる日 (明日以降、2027-04-01 の形)。版の名前になります",
      readDay,
    )
    .action(async (file: string, { from }: { from: string }, command: Command) => {
      const sections = sectionsOfText(readText(file));
      await withDatabase(placeOf(command), (sql) =>
        publishTerms(sql, { from, sections, at: new Date() }),
      );
      console.log(`${from} 版を公開しました`);
    });
  terms
    .command("list")
    .description("版を、新しいものから、同意した事業所の数とともに表示します")
    .action(async (_options: object, command: Command) => {
      const list = await withDatabase(placeOf(command), listTerms);
      for (const { edition, inForceSince, acceptances } of list) {
        console.log([edition, inForceSince, `${acceptances}事業所`].join("\t"));
      }
    });
  terms
    .command("acceptances")
    .description("どの事業所が、いつ、どの申請で同意したかを表示します")
    .argument("<edition>", "版")
    .action(async (edition: string, _options: object, command: Command) => {
      const list = await withDatabase(placeOf(command), (sql) => listAcceptances(sql, edition));
      for (const { office, acceptedAt, applicationNumber } of list) {
        console.log([office, acceptedAt.toISOString(), applicationNumber ?? "更新の前"].join("\t"));
      }
    });
}
