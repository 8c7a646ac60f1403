import { basename, dirname, resolve } from "node:path";
import { authorityOf } from "@tsunagi/sealing";
import type { Command } from "commander";
import { addIssuer, needsSuccessor, readAuthorities } from "../certificates/authorities.ts";
import { type KeyFile, readKeyFile } from "../certificates/files.ts";
import { keyPlace } from "../certificates/keys.ts";
import { exportRoot, lastDirectEnd } from "../certificates/root-key.ts";
import { CenterError } from "../errors.ts";
import { authorityPassphrase } from "./authority-passphrase.ts";
import { placeOf, withDatabase } from "./database.ts";

export function addAuthorityCommands(program: Command): void {
  const authority = program.command("authority").description("認証局");
  authority
    .command("show")
    .description("ルート認証局と発行認証局の状態を表示します")
    .action((_options: object, command: Command) => {
      const { root, rootKey, issuers } = readAuthorities(keysOf(command));
      const now = new Date();
      const place =
        rootKey === undefined ? "鍵は取り出してあります" : "鍵はこのフォルダーにあります";
      console.log(`ルート認証局\t${root.subject}\t${day(root.notAfter)}まで\t${place}`);
      for (const issuer of issuers) {
        const present = issuer === issuers.at(-1);
        const state = present ? "発行中" : "発行済みの証明書の失効だけ";
        console.log(
          `${issuer.id}\t${issuer.info.subject}\t${day(issuer.info.notAfter)}まで\t${state}`,
        );
        if (present && needsSuccessor(issuer, now)) {
          console.log(
            "期限まで4年を切りました。authority new-issuer で新しい発行認証局を作ってください",
          );
        }
      }
    });
  authority
    .command("new-issuer")
    .description(
      "新しい発行認証局を作ります。これから発行する電子証明書に使われ、発行済みのものはそのまま使えます",
    )
    .option("--root <file>", "取り出しておいたルート認証局の鍵 (export-root が書いたファイル)")
    .action(async ({ root }: { root?: string }, command: Command) => {
      const place = keysOf(command);
      const key =
        root === undefined
          ? readAuthorities(place).rootKey
          : authorityOf(keyFileAt(resolve(root), place.passphrase));
      if (key === undefined) throw new CenterError("root-key-away");
      const { id, info } = await addIssuer(place, key, new Date());
      console.log(`発行認証局を作りました: ${id} (${info.subject}、${day(info.notAfter)}まで)`);
      console.log(
        "動いているセンターは1時間以内に使い始めます。すぐに使うには再起動してください。",
      );
      console.log(
        "センターが何台もあるときは、authority フォルダーをほかの機械にも写してください。",
      );
    });
  authority
    .command("export-root")
    .description(
      "ルート認証局の鍵をフォルダー (USBメモリーなど) に移します。センターは鍵なしで動き続け、新しい発行認証局を作るときだけ要ります",
    )
    .argument("<folder>", "移す先のフォルダー。root.pem を書きます")
    .action(async (folder: string, _options: object, command: Command) => {
      const place = keysOf(command);
      const end = await withDatabase(placeOf(command), (sql) => lastDirectEnd(sql, new Date()));
      if (end !== undefined) throw new CenterError("root-key-needed", reasonToWait(end));
      const path = exportRoot(place, resolve(folder));
      console.log(`ルート認証局の鍵を移しました: ${path}`);
      console.log(
        "データフォルダーには証明書だけを残しました。鍵は鍵のかかる場所に置いてください。",
      );
      console.log(
        "古いバックアップと、ほかの機械の authority フォルダーにも鍵があれば、消してください。",
      );
    });
}

const keysOf = (command: Command): ReturnType<typeof keyPlace> => {
  const passphrase = authorityPassphrase();
  return keyPlace({
    dataFolder: placeOf(command).dataFolder,
    ...(passphrase !== undefined && { authorityPassphrase: passphrase }),
  });
};

/** @throws CenterError `input-invalid`, `authority-unreadable` */
function keyFileAt(path: string, passphrase: string | undefined): KeyFile {
  const file = readKeyFile({ folder: dirname(path), passphrase }, basename(path, ".pem"));
  if (file === undefined) throw new CenterError("input-invalid", `${path} がありません`);
  return file;
}

function reasonToWait(end: Date): string {
  return `ルート認証局が自ら発行した電子証明書が ${day(end)} まで有効で、その失効を知らせるのに鍵が要ります`;
}

const day = (date: Date): string =>
  new Intl.DateTimeFormat("ja-JP", { dateStyle: "long", timeZone: "Asia/Tokyo" }).format(date);
