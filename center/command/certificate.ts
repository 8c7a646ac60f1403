import type { RevocationReason } from "@tsunagi/contract/exchange";
import { type Command, Option } from "commander";
import { revokeCertificate } from "../certificates/revoke.ts";
import { CenterError } from "../errors.ts";
import { ringOnce } from "../notices/bell.ts";
import { placeOf, withDatabase } from "./database.ts";

export function addCertificateCommands(program: Command): void {
  const certificate = program.command("certificate").description("電子証明書");
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
