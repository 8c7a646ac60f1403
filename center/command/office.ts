import { type Command, Option } from "commander";
import { issueOffice } from "../accounts/issue-office.ts";
import { isCertified, isLicensed } from "../directory/standing.ts";
import { placeOf, withDatabase } from "./database.ts";
import { addOfficeImportCommand } from "./office-import.ts";
import { addOfficeLetterCommands } from "./office-letters.ts";
import { addOfficeRequestsCommand } from "./office-requests.ts";
import { printLetter } from "./print-letter.ts";

interface AddOptions {
  readonly number: string;
  readonly prefecture: string;
  readonly name: string;
  readonly service: readonly string[];
  readonly certificate: "KaigoJigyousho" | "CarePlanJigyousho";
  readonly json?: boolean;
}

interface ListedOffice {
  readonly number: string;
  readonly officeId: string;
  readonly name: string;
  readonly licensed: boolean;
  readonly certified: boolean;
}

const clock = (): Date => new Date();

export function addOfficeCommands(program: Command): void {
  const office = program.command("office").description("事業所");
  office
    .command("add")
    .description("事業所を登録し、IDと仮パスワードを発行します。パスワードは一度だけ表示されます")
    .requiredOption("--number <number>", "事業所番号 (10文字)")
    .requiredOption("--prefecture <code>", "都道府県番号 (2桁)")
    .requiredOption("--name <name>", "事業所名")
    .requiredOption("--service <types...>", "サービス種類 (2文字、43は居宅介護支援)")
    .addOption(
      new Option("--certificate <kind>", "電子証明書の種類")
        .choices(["KaigoJigyousho", "CarePlanJigyousho"])
        .default("KaigoJigyousho"),
    )
    .option("--json", "JSONで表示します")
    .action(async ({ certificate, service, json, ...named }: AddOptions, command: Command) => {
      const added = { ...named, serviceTypes: service, certificateKind: certificate };
      const letter = await withDatabase(placeOf(command), (sql) =>
        issueOffice({ sql, clock }, added),
      );
      printLetter(letter, json);
    });
  addOfficeLetterCommands(office);
  addOfficeRequestsCommand(office);
  addOfficeImportCommand(office);
  office
    .command("list")
    .description("登録された事業所を表示します")
    .option("--json", "JSONで表示します")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const offices = await withDatabase(placeOf(command), (sql) => {
        const number = sql`o.number`;
        const now = sql`${clock()}::timestamptz`;
        return sql<ListedOffice[]>`
          select o.number, a.office_id as "officeId", o.name,
                 ${isLicensed(sql, number, now)} as licensed,
                 ${isCertified(sql, number, now)} as certified
          from offices o join office_accounts a on a.office = o.number order by o.number`;
      });
      if (json) console.log(JSON.stringify(offices));
      else for (const one of offices) console.log(lineOf(one));
    });
}

function lineOf({ officeId, name, licensed, certified }: ListedOffice): string {
  const licence = licensed ? "利用中" : "未申請";
  const certificate = certified ? "証明書あり" : "証明書なし";
  return [officeId, licence, certificate, name].join("\t");
}
