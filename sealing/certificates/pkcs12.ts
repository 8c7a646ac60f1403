import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { chainOf, type Signer } from "../cms/signer.ts";
import { oids } from "../der/oids.ts";
import {
  type Chunks,
  context,
  contextPrimitive,
  element,
  integer,
  join,
  octetString,
  oid,
  sequence,
  setOf,
  tags,
} from "../der/write.ts";
import { SealingError } from "../errors.ts";
import { type CertificateInfo, parseCertificate } from "./parse.ts";

/** Both the encryption's and the MAC's: who guesses the password has to do so many rounds of SHA-256 for each guess. */
const iterations = 100_000;

export interface Pkcs12Options {
  /** Printable ASCII: programs do not agree on how other letters become bytes. */
  readonly password: string;
  /** What Windows and browsers call it in their lists. */
  readonly friendlyName: string;
  /** Certificates (PEM) of the roots; those of issuing authorities stand with the signer's. */
  readonly authorities: readonly string[];
}

/**
 * An office's key with its certificate as PKCS#12 (RFC 7292), for programs that keep certificates in a store of their own:
 * PBES2 with AES-256-CBC and PBKDF2 of HMAC-SHA-256, and a MAC of SHA-256. OpenSSL 3, NSS and Windows (10, version 1709 and
 * later) take it.
 *
 * @throws SealingError `passphrase-wrong` when the password is empty or not in ASCII; `signer-mismatch`, `key-invalid`
 */
export function exportPkcs12(
  signer: Signer,
  { password, friendlyName, authorities }: Pkcs12Options,
): Uint8Array {
  if (!/^[\x20-\x7e]+$/.test(password)) {
    throw new SealingError("passphrase-wrong", "the password is empty or not in printable ASCII");
  }
  const { certificate: own, issuers } = chainOf(signer);
  const above = [...issuers, ...authorities.map((pem) => parseCertificate(pem))];
  const attributes = setOf(
    attribute(oids.friendlyName, element(tags.bmpString, [bmp(friendlyName)])),
    attribute(oids.localKeyId, octetString(Buffer.from(own.fingerprint, "hex"))),
  );
  const certificates = sequence(
    certificateBag(own, attributes),
    ...above.map((one) => certificateBag(one)),
  );
  const key = signer.key.export({ type: "pkcs8", format: "der" });
  const [algorithm, bytes] = encrypt(key, password);
  const keys = sequence(
    bag(oids.pkcs8ShroudedKeyBag, sequence(algorithm, octetString(bytes)), attributes),
  );
  const safe = join(sequence(encryptedData(join(certificates), password), data(join(keys))));
  return join(sequence(integer(3), data(safe), macOf(safe, password)));
}

function certificateBag({ der }: CertificateInfo, attributes?: Chunks): Chunks {
  const value = sequence(oid(oids.x509Certificate), context(0, octetString(der)));
  return bag(oids.certificateBag, value, attributes);
}

const bag = (type: string, value: Chunks, attributes?: Chunks): Chunks =>
  sequence(oid(type), context(0, value), ...(attributes === undefined ? [] : [attributes]));

const attribute = (type: string, value: Chunks): Chunks => sequence(oid(type), setOf(value));

const data = (content: Uint8Array): Chunks =>
  sequence(oid(oids.data), context(0, octetString(content)));

function encryptedData(content: Uint8Array, password: string): Chunks {
  const [algorithm, bytes] = encrypt(content, password);
  const inside = sequence(oid(oids.data), algorithm, contextPrimitive(0, bytes));
  return sequence(oid(oids.encryptedData), context(0, sequence(integer(0), inside)));
}

/** PBES2 (RFC 8018, 6.2). */
function encrypt(content: Uint8Array, password: string): readonly [Chunks, Uint8Array] {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const key = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const derivation = sequence(
    oid(oids.pbkdf2),
    sequence(
      octetString(salt),
      integer(iterations),
      integer(32),
      sequence(oid(oids.hmacWithSha256), absent),
    ),
  );
  const encryption = sequence(oid(oids.aes256Cbc), octetString(iv));
  const algorithm = sequence(oid(oids.pbes2), sequence(derivation, encryption));
  return [algorithm, Buffer.concat([cipher.update(content), cipher.final()])];
}

function macOf(safe: Uint8Array, password: string): Chunks {
  const salt = randomBytes(16);
  const mac = createHmac("sha256", macKey(password, salt)).update(safe).digest();
  const digest = sequence(sequence(oid(oids.sha256), absent), octetString(mac));
  return sequence(digest, octetString(salt), integer(iterations));
}

/** RFC 7292, appendix B.2, for one block of SHA-256 and the purpose 3 (MAC). */
function macKey(password: string, salt: Uint8Array): Uint8Array {
  const block = 64;
  const repeated = (bytes: Uint8Array): Uint8Array => {
    const length = block * Math.ceil(bytes.length / block);
    return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
  };
  const ended = Buffer.concat([bmp(password), Buffer.alloc(2)]);
  const purpose = new Uint8Array(block).fill(3);
  let key: Uint8Array = Buffer.concat([purpose, repeated(salt), repeated(ended)]);
  for (let round = 0; round < iterations; round += 1) {
    key = createHash("sha256").update(key).digest();
  }
  return key;
}

/** UTF-16, big-endian. */
const bmp = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();

const absent = element(tags.null, []);
