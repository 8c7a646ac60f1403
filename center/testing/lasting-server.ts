import { join } from "node:path";
import { authorityOf, generateKeyPair, issueServerCertificate } from "@tsunagi/sealing";
import { readKeyFile, writeKeyFile } from "../certificates/files.ts";
import type { TestPlace } from "./databases.ts";

/**
 * Gives the centre of a place a certificate for TLS that holds now and for years: TLS goes by the machine's clock, whatever
 * clock a test sets. To be called while the centre is stopped, after its first start.
 */
export async function makeServerLast({ dataFolder }: TestPlace): Promise<void> {
  const place = { folder: join(dataFolder, "authority"), passphrase: undefined };
  const authority = readKeyFile(place, "authority");
  if (authority === undefined) throw new Error("no authority yet");
  const { publicKey, privateKey } = generateKeyPair();
  const now = Date.now();
  const { pem } = await issueServerCertificate(authorityOf(authority), {
    publicKey,
    hosts: ["localhost", "127.0.0.1", "::1"],
    notBefore: new Date(now - 3_600_000),
    notAfter: new Date(now + 15 * 365 * 86_400_000),
  });
  writeKeyFile(place, "server", { certificate: pem, privateKey });
}
