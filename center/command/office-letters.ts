import { type Command, InvalidArgumentError, Option } from "commander";
import {
  type AddressedLetter,
  issueAccounts,
  reissueOffice,
  type Unissued,
} from "../accounts/issue-office.ts";
import { openLetterFile } from "../accounts/letter/deliver-letters.ts";
import type { LetterHead } from "../accounts/letter/draw-letters.ts";
import { CenterError } from "../errors.ts";
import { placeOf, withDatabase } from "./database.ts";
import { printLetter } from "./print-letter.ts";

interface LetterOptions {
  readonly letters: string;
  readonly portalUrl?: string;
  readonly helpDesk?: string;
}

interface IssueOptions extends LetterOptions {
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
        "登録した事業所にIDと仮パスワード、証明書発行用パスワードを発行し、窓あき封筒で送る通知書をPDFに書きます",
      )
      .argument("[numbers...]", "事業所番号")
      .requiredOption("--letters <file>", "通知書を書くPDFファイル。まだないもの")
      .option("--all-new", "まだ発行していない事業所のすべてに")
      .option("--most <count>", "--all-new で1度に発行する数の上限", countOf, 500)
      .option("--json", "発行した事業所を、パスワードを除いてJSONで表示します"),
  ).action(async (numbers: string[], options: IssueOptions, command: Command) => {
    const which = whichOf(numbers, options);
    const file = openLetterFile(options.letters, headOf(options));
    const letters = await withDatabase(placeOf(command), async (sql) => {
      try {
        return await issueAccounts({ sql, clock }, which, file.prepare);
      } catch (error) {
        file.discard();
        throw error;
      }
    });
    file.finish();
    tell(letters, options);
  });
  withHead(
    office
      .command("reissue")
      .description(
        "仮パスワードと証明書発行用パスワードを発行し直します。古いものとログインは無効になります",
      )
      .argument("<number>", "事業所番号")
      .option("--letters <file>", "画面に表示せず、通知書をPDFファイルに書きます。まだないもの")
      .option("--json", "JSONで表示します"),
  ).action(async (number: string, options: ReissueOptions, command: Command) => {
    const { letters: path, json } = options;
    const file = path === undefined ? undefined : openLetterFile(path, headOf(options));
    const letter = await withDatabase(placeOf(command), (sql) =>
      reissueOffice({ sql, clock }, number),
    );
    if (file === undefined) return printLetter(letter, json);
    await file.prepare([letter]);
    file.finish();
    tell([letter], { ...options, letters: path ?? "" });
  });
}

type ReissueOptions = Omit<LetterOptions, "letters"> & {
  readonly letters?: string;
  readonly json?: boolean;
};

/** What can be told of every letter. */
function withHead(command: Command): Command {
  return command
    .addOption(
      new Option("--portal-url <url>", "通知書に書く、利用状況サイトのアドレス").env(
        "TSUNAGI_PORTAL_URL",
      ),
    )
    .option("--help-desk <text>", "通知書に書く、問い合わせ先");
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

function headOf({ portalUrl, helpDesk }: Omit<LetterOptions, "letters">): LetterHead {
  return {
    issuedAt: clock(),
    ...(portalUrl !== undefined && { portalUrl }),
    ...(helpDesk !== undefined && { helpDesk }),
  };
}

function tell(
  letters: readonly AddressedLetter[],
  { json, letters: file }: LetterOptions & { readonly json?: boolean },
): void {
  if (json) {
    console.log(
      JSON.stringify(
        letters.map(({ officeId, provisionalUntil, office: { number, name, address } }) => ({
          number,
          officeId,
          name,
          provisionalUntil,
          addressed: address !== null,
        })),
      ),
    );
    return;
  }
  if (letters.length === 0) {
    console.log("発行していない事業所はありません");
    return;
  }
  console.log(`${letters.length}件のIDを発行し、通知書を ${file} に書きました`);
  for (const { office } of letters) {
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
