import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { exportPrivateKey, generateKeyPair, importPrivateKey } from "@tsunagi/sealing";
import type { CenterConfig } from "../../config.ts";
import { CenterError } from "../../errors.ts";

/** What codes and keys of the second factor are kept with: who has the database alone can do nothing with them. */
export interface Secrets {
  /** HMAC-SHA-256 of a code, bound to whose it is: a code of six digits would be found from a mere hash. */
  mac(owner: string, code: string): Uint8Array;
  /** AES-256-GCM, bound to whose it is. */
  encrypt(owner: string, secret: Uint8Array): Uint8Array;
  /** @throws Error where it was encrypted for somebody else, or with another key */
  decrypt(owner: string, encrypted: Uint8Array): Uint8Array;
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Opens `authority/second-factor.pem` of the data folder, made when there is none: a P-256 key, encrypted as the
 * centre's other keys are, from whose private half two keys are derived (HKDF, RFC 5869).
 *
 * @throws CenterError `authority-unreadable`
 */
export function openSecrets(
  config: Pick<CenterConfig, "dataFolder" | "authorityPassphrase">,
): Secrets {
  const root = readOrMake(join(config.dataFolder, "authority"), config.authorityPassphrase);
  const macKey = derive(root, "tsunagi second factor: codes");
  const cipherKey = derive(root, "tsunagi second factor: secrets");
  return {
    mac: (owner, code) => createHmac("sha256", macKey).update(`${owner}\n${code}`).digest(),
    encrypt(owner, secret) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", cipherKey, nonce).setAAD(Buffer.from(owner));
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    decrypt(owner, encrypted) {
      const nonce = encrypted.subarray(0, nonceBytes);
      const body = encrypted.subarray(nonceBytes, -tagBytes);
      const decipher = createDecipheriv("aes-256-gcm", cipherKey, nonce)
        .setAAD(Buffer.from(owner))
        .setAuthTag(encrypted.subarray(-tagBytes));
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}

function derive(root: KeyObject, purpose: string): Uint8Array {
  const half = Buffer.from(root.export({ format: "jwk" }).d ?? "", "base64url");
  return new Uint8Array(hkdfSync("sha256", half, new Uint8Array(), purpose, 32));
}

function readOrMake(folder: string, passphrase: string | undefined): KeyObject {
  const path = join(folder, "second-factor.pem");
  if (!existsSync(path)) make(folder, path, passphrase);
  try {
    return importPrivateKey(readFileSync(path, "utf8"), passphrase).privateKey;
  } catch (cause) {
    throw new CenterError("authority-unreadable", path, { cause });
  }
}

/** On disk before it gets its name; of several processes that make one at the same time, one keeps its key. */
function make(folder: string, path: string, passphrase: string | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = `${path}.${process.pid}.new`;
  const file = openSync(fresh, "w", 0o600);
  try {
    writeSync(file, exportPrivateKey(generateKeyPair().privateKey, passphrase));
    fsyncSync(file);
    linkSync(fresh, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    closeSync(file);
    rmSync(fresh, { force: true });
  }
}
