import type { Command } from "commander";
import { CenterError } from "../errors.ts";
import { importOffices } from "../register/import-offices.ts";
import { placeOf, withDatabase } from "./database.ts";

export function addOfficeImportCommand(office: Command): void {
  office
    .command("import")
    .description(
      "事業所をCSV (UTF-8かシフトJIS) から登録します。見出し: 事業所番号、事業所名、サービス種類。あれば、都道府県、郵便番号、住所、電話番号、メールアドレス、証明書の種類、法人番号と法人名。同じ事業所が何行あってもよく、もう一度読み込むと名前などを新しくします。IDとパスワードには触れません",
    )
    .argument("<file>", "CSVファイル")
    .option("--json", "JSONで、誤りのある行を1行ずつ、最後に結果を表示します")
    .action(async (file: string, { json }: { json?: boolean }, command: Command) => {
      const report = await withDatabase(placeOf(command), (sql) =>
        importOffices({ sql, clock: () => new Date() }, file, (fault) => {
          if (json) console.log(JSON.stringify(fault));
          else console.error(`${fault.line}行目: ${fault.message}`);
        }),
      );
      const { rows, refusedRows, added, changed, unchanged } = report;
      if (json) console.log(JSON.stringify(report));
      else {
        console.log(
          `${rows}行を読みました。事業所: 新しく${added}件、変更${changed}件、そのまま${unchanged}件`,
        );
      }
      if (refusedRows > 0) throw new CenterError("rows-refused", `${refusedRows}行`);
    });
}
