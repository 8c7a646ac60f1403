import { Argument, type Command } from "commander";
import { openLetterFile } from "../accounts/letter/deliver-letters.ts";
import { plainCorporationNumber } from "../corporations/corporation-number.ts";
import { corporationSheet } from "../corporations/corporation-sheet.ts";
import {
  addCorporation,
  type ListedCorporation,
  linkOffices,
  listCorporations,
  unlinkOffices,
} from "../corporations/corporations.ts";
import { type CorporationLetter, issueCorporation } from "../corporations/issue-corporation.ts";
import { placeOf, withDatabase } from "./database.ts";
import { type HeadOptions, headOf, withHead } from "./letter-options.ts";

interface AddOptions {
  readonly postalCode?: string;
  readonly address?: string;
}

interface IssueOptions extends HeadOptions {
  readonly letter?: string;
  readonly again?: boolean;
  readonly json?: boolean;
}

const clock = (): Date => new Date();

export function addCorporationCommands(program: Command): void {
  const corporation = program
    .command("corporation")
    .description("法人 (自分の事業所の利用状況を、1つの画面で見られます)");
  addRegistering(corporation);
  addLinking(corporation);
  addIssue(corporation);
}

/** 法人番号 */
const number = (): Argument =>
  new Argument("<number>", "法人番号 (13桁)").argParser(plainCorporationNumber);

function addRegistering(corporation: Command): void {
  corporation
    .command("add")
    .description("法人を登録します。もう一度登録すると、名前と住所を新しくします")
    .addArgument(number())
    .argument("<name>", "法人名")
    .option("--postal-code <code>", "通知書に書く郵便番号 (130-0001 の形)")
    .option("--address <text>", "通知書に書く住所")
    .action(async (ofCorporation: string, name: string, to: AddOptions, command: Command) => {
      await withDatabase(placeOf(command), (sql) =>
        addCorporation({ sql, clock }, { number: ofCorporation, name, ...to }),
      );
      console.log(`法人 ${ofCorporation} ${name} を登録しました`);
    });
  corporation
    .command("list")
    .description("登録された法人を表示します")
    .option("--json", "JSONで表示します")
    .action(async ({ json }: { json?: boolean }, command: Command) => {
      const list = await withDatabase(placeOf(command), listCorporations);
      if (json) console.log(JSON.stringify(list));
      else for (const one of list) console.log(lineOf(one));
    });
}

function addLinking(corporation: Command): void {
  corporation
    .command("link")
    .description(
      "事業所を法人のものとし、利用状況を法人から見られるようにします。office import の「法人番号」「法人名」の列でもできます",
    )
    .addArgument(number())
    .argument("<offices...>", "事業所番号")
    .action(
      async (ofCorporation: string, offices: string[], _options: object, command: Command) => {
        const linked = await withDatabase(placeOf(command), (sql) =>
          linkOffices({ sql, clock }, ofCorporation, offices),
        );
        console.log(`新しく${linked}件の事業所を、法人 ${ofCorporation} のものとしました`);
      },
    );
  corporation
    .command("unlink")
    .description("事業所を法人から外します。法人からは直ちに見えなくなります")
    .argument("<offices...>", "事業所番号")
    .action(async (offices: string[], _options: object, command: Command) => {
      const unlinked = await withDatabase(placeOf(command), (sql) =>
        unlinkOffices({ sql, clock }, offices),
      );
      console.log(`${unlinked}件の事業所を、法人から外しました`);
    });
}

function addIssue(corporation: Command): void {
  withHead(
    corporation
      .command("issue")
      .description(
        "法人ユーザIDと仮パスワードを発行します。パスワードは、一度だけ表示するか、通知書に書きます",
      )
      .addArgument(number())
      .option("--letter <file>", "画面に表示せず、通知書をPDFファイルに書きます。まだないもの")
      .option("--again", "発行し直します。古いパスワードとログインは無効になります")
      .option("--json", "JSONで表示します"),
  ).action(async (ofCorporation: string, options: IssueOptions, command: Command) => {
    const { letter: path, again = false, json = false } = options;
    const head = headOf(options, clock());
    const file = path === undefined ? undefined : openLetterFile(path, head);
    const letter = await withDatabase(placeOf(command), async (sql) => {
      try {
        return await issueCorporation(
          { sql, clock },
          {
            number: ofCorporation,
            again,
            deliver: async (written) => file?.prepare([corporationSheet(written, head)]),
          },
        );
      } catch (error) {
        file?.discard();
        throw error;
      }
    });
    file?.finish();
    if (path === undefined) show(letter, json);
    else tell(letter, path, json);
  });
}

function lineOf({ number: of, name, offices, issued }: ListedCorporation): string {
  return [of, issued ? "ID発行済み" : "ID未発行", `事業所${offices}件`, name].join("\t");
}

function show(letter: CorporationLetter, json: boolean): void {
  const { corporationId, provisionalPassword, provisionalUntil } = letter;
  const lines = json
    ? [JSON.stringify(letter)]
    : [
        `法人ユーザID             ${corporationId}`,
        `仮パスワード             ${provisionalPassword}`,
        `仮パスワードの有効期限   ${provisionalUntil}`,
      ];
  for (const line of lines) console.log(line);
}

/** The password stands on the letter alone. */
function tell(letter: CorporationLetter, path: string, json: boolean): void {
  const { corporationId, provisionalUntil, corporation } = letter;
  if (json) console.log(JSON.stringify({ corporationId, provisionalUntil, corporation }));
  else console.log(`${corporationId} を発行し、通知書を ${path} に書きました`);
  if (!json && corporation.address === null) console.log("住所が登録されていません");
}
