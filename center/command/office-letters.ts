import { type Command, InvalidArgumentError } from "commander";
import {
  type AddressedLetter,
  issueAccounts,
  reissueOffice,
  type Unissued,
} from "../accounts/issue-office.ts";
import { openLetterFile } from "../accounts/letter/deliver-letters.ts";
import { officeSheet } from "../accounts/letter/office-sheet.ts";
import { CenterError } from "../errors.ts";
import { placeOf, withDatabase } from "./database.ts";
import { type HeadOptions, headOf, withHead } from "./letter-options.ts";
import { printLetter } from "./print-letter.ts";

interface IssueOptions extends HeadOptions {
  readonly letters?: string;
  readonly mail?: boolean;
  readonly allNew?: boolean;
  readonly most: number;
  readonly json?: boolean;
}

const clock = (): Date => new Date();
/** One transaction holds them all, and others wait for the audit at its end. */
const mostAtOnce = 2000;

export function addOfficeLetterCommands(office: Command): void {
  withHead(
    office
      .command("issue")
      .description(
        "登録した事業所にIDと仮パスワード、証明書発行用パスワードを発行します。窓あき封筒で送る通知書をPDFに書くか、メールで知らせます",
      )
      .argument("[numbers...]", "事業所番号")
      .option("--letters <file>", "通知書を書くPDFファイル。まだないもの")
      .option(
        "--mail",
        "通知書の代わりに、登録されたメールアドレスに、1度だけ使えるリンクを送ります。動いているセンターが1分以内に届けます",
      )
      .option("--all-new", "まだ発行していない事業所のすべてに")
      .option("--most <count>", "--all-new で1度に発行する数の上限", countOf, 500)
      .option("--json", "発行した事業所を、パスワードを除いてJSONで表示します"),
  ).action(async (numbers: string[], options: IssueOptions, command: Command) => {
    const which = whichOf(numbers, options);
    const { letters: path, mail = false, json } = options;
    if (mail === (path !== undefined)) {
      throw new CenterError("input-invalid", "--letters か --mail の、どちらかを指定してください");
    }
    const head = headOf(options, clock());
    const file = path === undefined ? undefined : openLetterFile(path, head);
    const delivery =
      file === undefined
        ? { mail: true as const }
        : {
            letters: (letters: readonly AddressedLetter[]) =>
              file.prepare(letters.map((letter) => officeSheet(letter, head))),
          };
    const issued = await withDatabase(placeOf(command), async (sql) => {
      try {
        return await issueAccounts({ sql, clock }, which, delivery);
      } catch (error) {
        file?.discard();
        throw error;
      }
    });
    file?.finish();
    if (json) tellAsJson(issued);
    else tell(issued, path);
  });
  withHead(
    office
      .command("reissue")
      .description(
        "仮パスワードと証明書発行用パスワードを発行し直します。古いものとログインは無効になります",
      )
      .argument("<number>", "事業所番号")
      .option("--letters <file>", "画面に表示せず、通知書をPDFファイルに書きます。まだないもの")
      .option(
        "--without-second-factor",
        "2段階認証も解除します。認証アプリの端末や回復コードをなくした事業所に、本人かどうかを確かめてから使います",
      )
      .option("--json", "JSONで表示します"),
  ).action(async (number: string, options: ReissueOptions, command: Command) => {
    const { letters: path, json, withoutSecondFactor = false } = options;
    const head = headOf(options, clock());
    const file = path === undefined ? undefined : openLetterFile(path, head);
    const letter = await withDatabase(placeOf(command), (sql) =>
      reissueOffice({ sql, clock }, number, { withoutSecondFactor }),
    );
    if (file === undefined) return printLetter(letter, json);
    await file.prepare([officeSheet(letter, head)]);
    file.finish();
    if (json) tellAsJson([letter]);
    else tell([letter], path);
  });
}

interface ReissueOptions extends Omit<IssueOptions, "mail" | "allNew" | "most"> {
  readonly withoutSecondFactor?: boolean;
}

function whichOf(numbers: readonly string[], { allNew = false, most }: IssueOptions): Unissued {
  if (allNew === numbers.length > 0) {
    throw new CenterError("input-invalid", "事業所番号か --all-new の、どちらかを指定してください");
  }
  if (numbers.length > mostAtOnce) {
    throw new CenterError("input-invalid", `1度に発行できるのは${mostAtOnce}件までです`);
  }
  return allNew ? { first: most } : { numbers };
}

function tellAsJson(issued: readonly AddressedLetter[]): void {
  const shown = issued.map(({ officeId, provisionalUntil, office: { number, name, address } }) => ({
    number,
    officeId,
    name,
    provisionalUntil,
    addressed: address !== null,
  }));
  console.log(JSON.stringify(shown));
}

/** @param file of the letters, none where the offices are told by mail */
function tell(issued: readonly AddressedLetter[], file: string | undefined): void {
  if (issued.length === 0) {
    console.log("発行していない事業所はありません");
    return;
  }
  const how = file === undefined ? "メールで知らせます" : `通知書を ${file} に書きました`;
  console.log(`${issued.length}件のIDを発行し、${how}`);
  if (file === undefined) return;
  for (const { office } of issued) {
    if (office.address === null) console.log(`住所がありません: ${office.number} ${office.name}`);
  }
}

function countOf(typed: string): number {
  const count = Number(typed);
  if (!Number.isInteger(count) || count < 1 || count > mostAtOnce) {
    throw new InvalidArgumentError(`1から${mostAtOnce}までの数にしてください`);
  }
  return count;
}
