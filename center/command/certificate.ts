import type { RevocationReason } from "@tsunagi/contract/exchange";
import { type Command, InvalidArgumentError, Option } from "commander";
import { approveRequest, listPending, refuseRequest } from "../certificates/decide.ts";
import { revokeCertificate } from "../certificates/revoke.ts";
import { CenterError } from "../errors.ts";
import { ringOnce } from "../notices/bell.ts";
import { placeOf, withDatabase } from "./database.ts";

export function addCertificateCommands(program: Command): void {
  const certificate = program.command("certificate").description("電子証明書");
  certificate
    .command("pending")
    .description("承認を待っている電子証明書の申請を、古いものから表示します")
    .action(async (_options: object, command: Command) => {
      const list = await withDatabase(placeOf(command), listPending);
      for (const { number, office, name, kind, askedAt, key } of list) {
        console.log([number, office, name, kind, askedAt.toISOString(), key].join("\t"));
      }
    });
  certificate
    .command("approve")
    .description("申請を承認します。電子証明書は、事業所の端末が取りに来たときに発行されます")
    .argument("<number>", "申請の番号 (certificate pending の1列目)", readNumber)
    .action(async (number: number, _options: object, command: Command) => {
      const office = await withDatabase(placeOf(command), (sql) =>
        approveRequest(sql, number, new Date()),
      );
      console.log(`承認: ${number} 事業所 ${office}`);
    });
  certificate
    .command("refuse")
    .description("申請を承認しません。理由は、事業所の端末の画面に出ます")
    .argument("<number>", "申請の番号 (certificate pending の1列目)", readNumber)
    .requiredOption(
      "--reason <text>",
      "理由 (500文字まで)。どうすればよいかも書いてください",
      readReason,
    )
    .action(async (number: number, { reason }: { reason: string }, command: Command) => {
      const office = await withDatabase(placeOf(command), (sql) =>
        refuseRequest(sql, { number, reason, at: new Date() }),
      );
      console.log(`承認しない: ${number} 事業所 ${office}`);
    });
  certificate
    .command("revoke")
    .description("電子証明書を失効させます。直ちに使えなくなり、元には戻せません")
    .argument("<serial>", "証明書のシリアル番号 (16進)")
    .addOption(
      new Option("--reason <reason>", "理由")
        .choices(["keyCompromise", "superseded", "cessationOfOperation"])
        .makeOptionMandatory(),
    )
    .action(async (serial: string, { reason }: { reason: RevocationReason }, command: Command) => {
      const revoked = await withDatabase(placeOf(command), async (sql) => {
        const of = { serial: serial.toLowerCase() };
        const done = await revokeCertificate({ sql, clock: () => new Date() }, of, reason);
        if (!done) throw new CenterError("certificate-unknown", serial);
        await ringOnce(sql, [done.office]);
        return done;
      });
      console.log(`失効: ${serial} 事業所 ${revoked.office} ${revoked.certificate.revokedAt}`);
    });
}

function readNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new InvalidArgumentError("申請の番号を指定してください");
  }
  return number;
}

function readReason(text: string): string {
  const reason = text.trim();
  if (reason.length < 1 || reason.length > 500) {
    throw new InvalidArgumentError("理由を500文字までで書いてください");
  }
  return reason;
}
