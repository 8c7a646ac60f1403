import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from "node:crypto";
import { oids } from "./der/oids.ts";
import { toPem } from "./der/pem.ts";
import { integer, join, octetString, oid, sequence } from "./der/write.ts";
import { SealingError } from "./errors.ts";

/** A key pair on P-256. One pair signs and receives. */
export interface OfficeKeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function generateKeyPair(): OfficeKeyPair {
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}

/**
 * The private key as PKCS#8 PEM. With a passphrase it is encrypted (PBES2 of RFC 8018:
 * AES-256-CBC, scrypt with N=2^14, r=8, p=5), as `openssl pkey` reads it.
 */
export function exportPrivateKey(key: KeyObject, passphrase?: string): string {
  const der = key.export({ type: "pkcs8", format: "der" });
  return passphrase === undefined
    ? toPem("PRIVATE KEY", der)
    : toPem("ENCRYPTED PRIVATE KEY", encrypt(der, passphrase));
}

// node:crypto's own export derives with 2,048 rounds of PBKDF2, too few for a passphrase that a
// person can remember. N stays at 2^14 because OpenSSL refuses to read more than 32 MiB of scrypt.
const scryptCost = { N: 2 ** 14, r: 8, p: 5 };

function encrypt(der: Uint8Array, passphrase: string): Uint8Array {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", scryptSync(passphrase, salt, 32, scryptCost), iv);
  const { N, r, p } = scryptCost;
  const derivation = sequence(
    oid(oids.scrypt),
    sequence(octetString(salt), integer(N), integer(r), integer(p)),
  );
  const encryption = sequence(oid(oids.aes256Cbc), octetString(iv));
  return join(
    sequence(
      sequence(oid(oids.pbes2), sequence(derivation, encryption)),
      octetString(Buffer.concat([cipher.update(der), cipher.final()])),
    ),
  );
}

/**
 * Reads a private key from PKCS#8 PEM (RFC 5958).
 *
 * @throws SealingError `passphrase-wrong` when it is encrypted and the passphrase is wrong or
 *   missing, `key-invalid` when it is no private key on P-256.
 */
export function importPrivateKey(pem: string, passphrase?: string): OfficeKeyPair {
  const encrypted = pem.includes("-----BEGIN ENCRYPTED PRIVATE KEY-----");
  const privateKey = readPrivateKey(pem, encrypted, passphrase);
  if (!isP256(privateKey)) throw new SealingError("key-invalid", "not on P-256");
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function readPrivateKey(
  pem: string,
  encrypted: boolean,
  passphrase: string | undefined,
): KeyObject {
  if (encrypted && passphrase === undefined) {
    throw new SealingError("passphrase-wrong", "the key is encrypted and no passphrase was given");
  }
  try {
    return createPrivateKey({ key: pem, format: "pem", ...(encrypted && { passphrase }) });
  } catch (cause) {
    throw new SealingError(encrypted ? "passphrase-wrong" : "key-invalid", undefined, { cause });
  }
}

export function isP256(key: KeyObject): boolean {
  return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}

/** A public key on P-256 as an uncompressed point (SEC 1, 2.3.3). */
export function p256Point(publicKey: KeyObject): Uint8Array {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coordinates = [x, y].map((coordinate) => Buffer.from(coordinate, "base64url"));
  return Buffer.concat([Uint8Array.of(4), ...coordinates]);
}
