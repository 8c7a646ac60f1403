import { existsSync } from "node:fs";
import { exportPasswordForm, shortestExportPassword } from "@tsunagi/contract/desk";
import type { Command } from "commander";
import { writeDurably } from "../store/durable-file.ts";
import { askSecret, WrongUse } from "./ask.ts";
import { attempt } from "./attempt.ts";
import { print } from "./print.ts";
import { printEnrolment } from "./setup.ts";
import { withEngine } from "./with-engine.ts";

/** certificate fetch, certificate export, certificate renew */
export function addCertificateCommand(program: Command): void {
  const certificate = program.command("certificate").description("この端末の電子証明書");
  certificate
    .command("fetch")
    .description("承認を待っている電子証明書が発行されていれば、受け取って入れます")
    .action((_: unknown, command: Command) =>
      withEngine(command, async (engine) => printEnrolment(await engine.collectCertificate())),
    );
  certificate
    .command("export")
    .description(
      "秘密鍵と電子証明書を1つのファイル (PKCS#12) に取り出します。ほかのプログラムへ入れるときに使います",
    )
    .requiredOption("--out <file>", "書き出すファイル (.p12)")
    .action((_: unknown, command: Command) =>
      withEngine(command, async (engine) => {
        const { out } = command.opts<{ out: string }>();
        if (existsSync(out)) {
          throw new WrongUse(`すでにファイルがあるので、書き出しません: ${out}`);
        }
        const password = await askSecret("export");
        if (!exportPasswordForm.test(password)) {
          throw new WrongUse(
            `取り出すファイルのパスワードは、半角の英数字と記号で${shortestExportPassword}文字以上にしてください`,
          );
        }
        const bytes = engine.exportCertificate(password);
        attempt(`書けません: ${out}`, () => writeDurably(out, bytes));
        print(
          `${out} に書き出しました。このファイルとパスワードがあれば、だれでも貴事業所として送受信できます。入れ終わったら消してください。`,
        );
      }),
    );
  certificate
    .command("renew")
    .description(
      "電子証明書を更新します (期限の90日前から)。ふだんはログインのあとに自動で更新されます",
    )
    .action((_: unknown, command: Command) =>
      withEngine(command, async (engine) => {
        await engine.renewCertificate();
        print("電子証明書を更新しました。");
      }),
    );
}
