import { type Command, InvalidArgumentError } from "commander";
import { addCampaign, type Campaign, listCampaigns } from "../licences/fees.ts";
import { placeOf, withDatabase } from "./database.ts";
import { readDay } from "./day-option.ts";

export function addCampaignCommands(program: Command): void {
  const campaign = program.command("campaign").description("キャンペーン (利用料)");
  campaign
    .command("add")
    .description("この期間の利用申請と更新の利用料を決めます。重なるときは安いほうになります")
    .requiredOption("--from <day>", "はじめの日 (2027-04-01 の形)", readDay)
    .requiredOption("--until <day>", "おわりの日 (この日を含みます)", readDay)
    .requiredOption("--fee <yen>", "1年分の利用料 (円、税込)", readYen)
    .action(
      async ({ fee, ...days }: Omit<Campaign, "feeYen"> & { fee: number }, command: Command) => {
        const id = await withDatabase(placeOf(command), (sql) =>
          addCampaign(sql, { ...days, feeYen: fee, at: new Date() }),
        );
        console.log(`キャンペーン ${id} を追加しました`);
      },
    );
  campaign
    .command("list")
    .description("キャンペーンを、新しいものから表示します")
    .action(async (_options: object, command: Command) => {
      const list = await withDatabase(placeOf(command), listCampaigns);
      for (const { id, from, until, feeYen } of list) {
        console.log([id, from, until, `${feeYen}円`].join("\t"));
      }
    });
}

function readYen(text: string): number {
  if (!/^[0-9]{1,7}$/.test(text)) throw new InvalidArgumentError("円の数を指定してください");
  return Number(text);
}
