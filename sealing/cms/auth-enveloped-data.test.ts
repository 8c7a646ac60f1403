import { createCipheriv, createECDH, ECDH, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { oids } from "../der/oids.ts";
import * as der from "../der/write.ts";
import { inspectSealed } from "../index.ts";
import { openSealed } from "../open.ts";
import { makeNetwork, type Network, noon } from "../testing/offices.ts";
import { expected, seal } from "../testing/parcels.ts";
import { encryptContent } from "./encrypt.ts";
import { aes256Wrap, keyAgreement, keyEncryptionKey } from "./key-agreement.ts";
import { issuerAndSerial } from "./sign.ts";

const code = (name: string): unknown => expect.objectContaining({ code: name });
const content = Buffer.from("試験");
let network: Network;
beforeAll(async () => {
  network = await makeNetwork();
});

const open = (sealed: Uint8Array): string => {
  const { receiver, authorities } = network;
  return openSealed(sealed, { keys: [receiver], authorities, at: noon, expected }).parcel.id;
};

/** As `encryptContent` writes it, but for the changes. */
function write(changes: {
  compressed?: boolean;
  tagLength?: number;
  statedTagLength?: number;
  contentType?: string;
  keyLength?: 16;
  curve?: string;
  unauthenticated?: der.Chunks[];
}): Uint8Array {
  const { p256Point } = network.receiver.info;
  const { signed } = seal(network);
  const key = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const ciphertext = [cipher.update(signed), cipher.final()];
  const tag = cipher.getAuthTag().subarray(0, changes.tagLength ?? 16);

  const ephemeral = createECDH("prime256v1");
  const point = ephemeral.generateKeys();
  const sharedSecret = ephemeral.computeSecret(p256Point ?? Buffer.of());
  const wrapping = keyEncryptionKey(sharedSecret, aes256Wrap);
  const wrap = createCipheriv("id-aes256-wrap", wrapping, Buffer.alloc(8, 0xa6));
  const wrapped = Buffer.concat([
    wrap.update(key.subarray(0, changes.keyLength ?? 32)),
    wrap.final(),
  ]);
  const sent = changes.compressed
    ? ECDH.convertKey(point, "prime256v1", undefined, undefined, "compressed")
    : point;
  const recipient = der.context(
    1,
    der.integer(3),
    der.context(
      0,
      der.context(
        1,
        der.sequence(der.oid(oids.ecPublicKey), ...(changes.curve ? [der.oid(changes.curve)] : [])),
        der.bitString(Buffer.from(sent)),
      ),
    ),
    keyAgreement(aes256Wrap),
    der.sequence(der.sequence(issuerAndSerial(network.receiver.info), der.octetString(wrapped))),
  );
  const gcm = der.sequence(
    der.oid(oids.aes256Gcm),
    der.sequence(der.octetString(nonce), der.integer(changes.statedTagLength ?? 16)),
  );
  const envelope = der.sequence(
    der.integer(0),
    der.element(der.tags.set, recipient),
    der.sequence(der.oid(changes.contentType ?? oids.data), gcm, der.element(0x80, ciphertext)),
    der.octetString(tag),
    ...(changes.unauthenticated ?? []),
  );
  return der.join(der.sequence(der.oid(oids.authEnvelopedData), der.context(0, envelope)));
}

describe("an envelope", () => {
  test("is read as written here, also with the curve of the ephemeral key named", () => {
    expect(open(write({}))).toBe(expected.id);
    expect(open(write({ curve: oids.p256 }))).toBe(expected.id);
  });

  test.each([
    ["a compressed ephemeral key", { compressed: true }],
    ["an ephemeral key of another curve", { curve: oids.p384 }],
    ["a shortened tag", { tagLength: 12 }],
    ["a shortened tag that is stated", { tagLength: 12, statedTagLength: 12 }],
    ["content of another type", { contentType: oids.signedData }],
    ["attributes that are not authenticated", { unauthenticated: [der.context(2)] }],
  ])("is refused with %s", (_, changes) => {
    expect(() => open(write(changes))).toThrow(code("not-a-sealed-message"));
    expect(() => inspectSealed(write(changes))).toThrow(code("not-a-sealed-message"));
  });

  test("is refused with a content key of another length", () => {
    expect(() => open(write({ keyLength: 16 }))).toThrow(code("changed"));
  });

  test("is refused with more recipients than a message may have", () => {
    const { receiver } = network;
    const many = Array.from({ length: 65 }, () => receiver.info);
    expect(inspectSealed(encryptContent(content, many.slice(1))).recipients).toBe(64);
    expect(() => inspectSealed(encryptContent(content, many))).toThrow(
      code("not-a-sealed-message"),
    );
  });
});
