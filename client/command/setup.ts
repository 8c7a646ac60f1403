import { CallError } from "@tsunagi/contract";
import type { DeskState } from "@tsunagi/contract/desk";
import { type Command, Option } from "commander";
import type { Engine } from "../engine/engine.ts";
import { askSecret, givenSecret, WrongUse } from "./ask.ts";
import { print, printJson } from "./print.ts";
import { withEngine } from "./with-engine.ts";

/** enrol, person add, login, logout. */
export function addSetupCommands(program: Command): void {
  program
    .command("enrol")
    .description("初期設定: この端末で鍵を作り、電子証明書を申請して入れます")
    .requiredOption("--office <id>", "事業所ユーザID (KJから始まる14文字)")
    .action((options: { office: string }, command: Command) =>
      withEngine(command, async (engine) => {
        await enrol(engine, options.office);
        printEnrolment(engine.state());
      }),
    );

  program
    .command("person")
    .description("個人ユーザ")
    .command("add")
    .description("個人ユーザを作ります。仮パスワードは一度だけ表示されます")
    .option("--office <id>", "事業所ユーザID (初期設定のときのもの)")
    .requiredOption("--family <name>", "姓")
    .requiredOption("--given <name>", "名")
    .addOption(
      new Option("--role <role>", "管理者 (administrator) または一般 (member)")
        .choices(["administrator", "member"])
        .default("member"),
    )
    .action((options: PersonOptions, command: Command) =>
      withEngine(command, async (engine, { json }) => {
        const letter = await engine.addPerson({
          officeId: officeIdFrom(engine, options.office),
          password: await askSecret("office"),
          name: { familyName: options.family, givenName: options.given },
          role: options.role,
        });
        if (json) return printJson(letter);
        print(
          `個人ユーザID: ${letter.personId}`,
          `仮パスワード: ${letter.provisionalPassword} (最初のログインで変更します)`,
        );
      }),
    );

  program
    .command("login")
    .description("ログインします (個人ユーザ、つづいて事業所ユーザ)。8時間つづきます")
    .requiredOption("--person <id>", "個人ユーザID (cから始まる10文字)")
    .option("--office <id>", "事業所ユーザID (初期設定のときのもの)")
    .action((options: { person: string; office?: string }, command: Command) =>
      withEngine(command, async (engine) => {
        const officeId = officeIdFrom(engine, options.office);
        await logInPerson(engine, options.person);
        await engine.logInOffice({ officeId, password: await askSecret("office") });
        print("ログインしました。");
      }),
    );

  program
    .command("logout")
    .description("ログアウトします")
    .action((_options: object, command: Command) =>
      withEngine(command, async (engine) => {
        await engine.logOut();
        print("ログアウトしました。");
      }),
    );
}

interface PersonOptions {
  readonly office?: string;
  readonly family: string;
  readonly given: string;
  readonly role: "administrator" | "member";
}

/** What became of a certificate that was asked for. */
export function printEnrolment(state: DeskState): void {
  const awaited = state.phase === "not-enrolled" ? state.awaited : null;
  if (state.phase !== "not-enrolled") print("電子証明書を入れました。");
  else if (awaited === null)
    print("電子証明書の申請は、まだしていません。tsunagi enrol で申請します。");
  else if (awaited.refusal !== null) print(`承認されませんでした。理由: ${awaited.refusal.reason}`);
  else {
    print(
      "申請を受け付けました。運営窓口が確認し、承認すると電子証明書が発行されます。",
      "発行されたかは tsunagi certificate fetch で確かめます。tsunagi desk を開いておくと、自動で入ります。",
    );
  }
}

async function enrol(engine: Engine, officeId: string): Promise<void> {
  const password = await askSecret("office");
  const issuePassword = await askSecret("issue");
  const newPassword = givenSecret("officeNew");
  const input = { officeId, password, issuePassword };
  await withNewPassword(
    () => engine.enrol({ ...input, ...(newPassword !== undefined && { newPassword }) }),
    async () => engine.enrol({ ...input, newPassword: await askSecret("officeNew") }),
  );
}

async function logInPerson(engine: Engine, personId: string): Promise<void> {
  const password = await askSecret("person");
  await withNewPassword(
    () => engine.logInPerson({ personId, password }),
    async () =>
      engine.logInPerson({ personId, password, newPassword: await askSecret("personNew") }),
  );
}

/** A provisional password is asked to be changed only when the centre says that it is one. */
async function withNewPassword(
  attempt: () => Promise<unknown>,
  again: () => Promise<unknown>,
): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== "password-change-required") throw error;
    await again();
  }
}

function officeIdFrom(engine: Engine, given: string | undefined): string {
  const officeId = given ?? engine.officeId();
  if (officeId === undefined) throw new WrongUse("--office で事業所ユーザIDを指定してください");
  return officeId;
}
