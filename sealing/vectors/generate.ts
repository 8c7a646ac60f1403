/**
 * Makes the test vectors anew: `node sealing/vectors/generate.ts` (needs the `openssl` command).
 * Keys, nonces and signatures are random, so every run gives other bytes.
 */
import { execFileSync } from "node:child_process";
import { createDecipheriv, createECDH } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { decodeAuthEnvelopedData } from "../cms/auth-enveloped-data.ts";
import { encryptContent } from "../cms/encrypt.ts";
import { keyEncryptionKey, keyWrapStart } from "../cms/key-agreement.ts";
import { sha256Hex, signContent } from "../cms/sign.ts";
import { decodeSignedData } from "../cms/signed-data.ts";
import type { SealingErrorCode } from "../errors.ts";
import { createAuthority, exportPrivateKey, type Parcel, signReceipt } from "../index.ts";
import { openSealed } from "../open.ts";
import { packParcel } from "../parcel/pack.ts";
import {
  authorityValidity,
  careManagement,
  type Holder,
  homeVisit,
  makeNetwork,
  makeOffice,
  noon,
  validity,
} from "../testing/offices.ts";
import { expected, parcel, seal } from "../testing/parcels.ts";
import type { KeyAgreementVector, OpenVector, Parties, Party, ReceiptVector } from "./format.ts";

const network = await makeNetwork();
const { authorities, authority, center, receiver, sender } = network;
const thirdOffice = await makeOffice(authority, "1300000009");
const foreign = await makeOffice(await createAuthority(authorityValidity), careManagement);
const ended = await makeOffice(authority, careManagement, {
  ...validity,
  notAfter: new Date("2026-11-01T00:00:00Z"),
});
const secondOfReceiver = await makeOffice(authority, homeVisit);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const party = ({ key, certificate }: Holder): Party => ({
  certificate,
  privateKey: exportPrivateKey(key),
});
const parties: Parties = {
  authority: authority.certificate,
  center: party(center),
  sender: party(sender),
  receiver: party(receiver),
};

const openVectors: OpenVector[] = [];

function opens(name: string, sealed: Uint8Array): void {
  const opened = openSealed(sealed, { keys: [receiver], authorities, at: noon, expected });
  openVectors.push({
    name,
    sealed: base64(sealed),
    at: noon.toISOString(),
    expected,
    outcome: {
      ...opened.parcel,
      files: opened.parcel.files.map((file) => ({ ...file, bytes: base64(file.bytes) })),
      signedAt: opened.signedAt.toISOString(),
      sealedSha256: opened.sealedSha256,
      signedSha256: opened.signedSha256,
    },
  });
}

function fails(
  name: string,
  sealed: Uint8Array,
  error: SealingErrorCode,
  other: Partial<OpenVector> = {},
): void {
  openVectors.push({
    name,
    sealed: base64(sealed),
    at: noon.toISOString(),
    expected,
    ...other,
    outcome: { error },
  });
}

const envelope = (signed: Uint8Array, to = [receiver]): Uint8Array =>
  encryptContent(
    signed,
    to.map(({ info }) => info),
  );
const sealedBy = (signer: Holder, content: Uint8Array): Uint8Array =>
  envelope(signContent(content, signer, noon));
function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const index = at < 0 ? bytes.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
}

const good = seal(network);
const small: Parcel = { ...parcel, files: [{ name: "a.csv", bytes: Buffer.from("1,2,3\r\n") }] };
opens("three files, a note, an empty file, Japanese names", good.sealed);
opens("one file", seal(network, small).sealed);
opens("two certificates of the receiver", envelope(good.signed, [secondOfReceiver, receiver]));
opens("made by openssl", byOpenssl([]));
opens("made by openssl, streamed (BER)", byOpenssl(["-stream"]));

/** Where the algorithm of the key wrap stands; the ephemeral key ends 12 bytes before. */
const wrapped = Buffer.from(good.sealed).indexOf(Buffer.from("060960864801650304012d", "hex"));
fails("a changed byte in the ciphertext", flipped(good.sealed, -100), "changed");
fails("a changed byte in the tag", flipped(good.sealed, -1), "changed");
fails("a changed byte in the ephemeral key", flipped(good.sealed, wrapped - 30), "changed");
fails("a byte after the end", Buffer.concat([good.sealed, Buffer.of(0)]), "not-a-sealed-message");
fails("cut off", good.sealed.subarray(0, -20), "not-a-sealed-message");
fails("signed, not sealed", good.signed, "not-a-sealed-message");
fails("sealed with AES-256-CBC by openssl", byOpenssl([], "-aes-256-cbc"), "not-a-sealed-message");
fails("sealed to another office", envelope(good.signed, [thirdOffice]), "not-for-this-office");
fails("content without a signature", envelope(packParcel(small)), "signature-wrong");
fails("a changed byte in the signature", envelope(flipped(good.signed, -1)), "signature-wrong");
fails("a changed byte in the signed content", envelope(flipped(good.signed, 200)), "changed");
fails("signed after the present", good.sealed, "signing-time-wrong", {
  at: "2026-11-20T02:00:00.000Z",
});
fails(
  "a sender of a foreign authority",
  sealedBy(foreign, packParcel(small)),
  "certificate-foreign",
);
fails(
  "a sender whose certificate had ended",
  sealedBy(ended, packParcel(small)),
  "certificate-expired",
);
fails("signed by the centre", sealedBy(center, packParcel(small)), "certificate-purpose");
fails(
  "signed by another office than the sender named",
  sealedBy(thirdOffice, packParcel(small)),
  "signer-mismatch",
);
fails("another id than the centre says", good.sealed, "wrong-id", {
  expected: { ...expected, id: "019a9f3c-7c00-7abc-8def-0123456789ac" },
});
fails("another sender than the centre says", good.sealed, "wrong-sender", {
  expected: { ...expected, from: thirdOffice.info.officeNumber },
});
fails(
  "sealed anew by its first receiver and passed on",
  sealedBy(sender, packParcel({ ...small, to: "1300000009" })),
  "wrong-receiver",
);
fails("more than the limit", good.sealed, "too-large", { limit: 100 });
for (const [name, content] of badArchives()) {
  fails(name, sealedBy(sender, content), "parcel-invalid");
}

/** Archives that are signed and sealed properly and yet are no parcels. */
function badArchives(): [string, Uint8Array][] {
  const bytes = Buffer.from("1,2,3\r\n");
  const { files: _, ...head } = parcel;
  const file = { name: "a.csv", size: bytes.length, sha256: sha256Hex(bytes) };
  const manifest = { format: "tsunagi-parcel/1", ...head, files: [file] };
  const zip = (content: object, files: Zippable = { "files/a.csv": bytes }): Uint8Array =>
    zipSync(
      { "manifest.json": Buffer.from(JSON.stringify(content)), ...files },
      { mtime: new Date(1980, 0, 1) },
    );
  return [
    ["no archive", bytes],
    ["another format", zip({ ...manifest, format: "tsunagi-parcel/2" })],
    [
      "a file that the manifest does not name",
      zip(manifest, { "files/a.csv": bytes, "files/b.csv": bytes }),
    ],
    ["a missing file", zip(manifest, {})],
    [
      "a file that differs from its digest",
      zip(manifest, { "files/a.csv": Buffer.from("1,2,4\r\n") }),
    ],
    [
      "a path for a name",
      zip({ ...manifest, files: [{ ...file, name: "../a.csv" }] }, { "files/../a.csv": bytes }),
    ],
    ["an id that is no UUIDv7", zip({ ...manifest, id: "1" })],
  ];
}

function byOpenssl(stream: string[], cipher = "-aes-256-gcm"): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "vectors-"));
  const openssl = (...args: string[]): unknown =>
    execFileSync("openssl", ["cms", "-binary", "-outform", "DER", ...stream, ...args], {
      cwd: folder,
    });
  try {
    writeFileSync(join(folder, "parcel.zip"), packParcel(small));
    writeFileSync(join(folder, "sender.pem"), sender.certificate + exportPrivateKey(sender.key));
    writeFileSync(join(folder, "receiver.pem"), receiver.certificate);
    // `openssl cms -sign` takes no time to state but the machine's.
    writeFileSync(join(folder, "signed.der"), signContent(packParcel(small), sender, noon));
    openssl(
      "-encrypt",
      cipher,
      "-in",
      "signed.der",
      "-out",
      "sealed.der",
      "-recip",
      "receiver.pem",
      "-keyopt",
      "ecdh_kdf_md:sha256",
      "-aes256-wrap",
    );
    return readFileSync(join(folder, "sealed.der"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const acceptedAt = "2026-11-20T03:00:01.250Z";
const { id, from, to } = parcel;
const { sealedSha256, signedSha256 } = good;
const accepted = signReceipt(
  { type: "accepted", id, from, to, sealedSha256, size: good.sealed.length, at: acceptedAt },
  center,
);
const opened = signReceipt(
  { type: "opened", id, from, to, sealedSha256, signedSha256, at: "2026-11-20T03:05:00.000Z" },
  receiver,
);
const acceptedJson = Buffer.from(decodeSignedData(accepted).content).toString("utf8");
const openedJson = Buffer.from(decodeSignedData(opened).content).toString("utf8");
const signedText = (json: string, by: Holder, at: string): Uint8Array =>
  signContent(Buffer.from(json, "utf8"), by, new Date(at));

const receiptVectors: ReceiptVector[] = (
  [
    ["accepted, by the centre", accepted, { json: acceptedJson }],
    ["opened, by the receiver", opened, { json: openedJson }],
    [
      "accepted, by an office",
      signedText(acceptedJson, receiver, acceptedAt),
      { error: "signer-mismatch" },
    ],
    [
      "opened, by the sender",
      signedText(openedJson, sender, "2026-11-20T03:05:00Z"),
      { error: "signer-mismatch" },
    ],
    [
      "signed at another time than it says",
      signedText(acceptedJson, center, "2026-11-20T03:00:02Z"),
      { error: "receipt-invalid" },
    ],
    [
      "not canonical",
      signedText(acceptedJson.replace(",", ", "), center, acceptedAt),
      { error: "receipt-invalid" },
    ],
    ["a changed byte in the signature", flipped(accepted, -1), { error: "signature-wrong" }],
    ["a changed byte in the content", flipped(accepted, 120), { error: "changed" }],
  ] as const
).map(([name, receipt, outcome]) => ({
  name,
  receipt: base64(receipt),
  at: "2026-11-20T04:00:00.000Z",
  outcome,
}));

function keyAgreementOf(sealed: Uint8Array): KeyAgreementVector {
  const [wrappedKey] = decodeAuthEnvelopedData(sealed).recipients;
  if (!wrappedKey) throw new Error("no recipient");
  const { ephemeral, wrap, encryptedKey } = wrappedKey;
  const ours = createECDH("prime256v1");
  ours.setPrivateKey(receiver.key.export({ format: "jwk" }).d ?? "", "base64url");
  const sharedSecret = ours.computeSecret(ephemeral);
  const wrappingKey = keyEncryptionKey(sharedSecret, wrap);
  const unwrapping = createDecipheriv("id-aes256-wrap", wrappingKey, Buffer.from(keyWrapStart));
  return {
    ephemeralPublicKey: hex(ephemeral),
    sharedSecret: hex(sharedSecret),
    wrapAlgorithm: hex(wrap),
    keyEncryptionKey: hex(wrappingKey),
    encryptedKey: hex(encryptedKey),
    contentKey: hex(Buffer.concat([unwrapping.update(encryptedKey), unwrapping.final()])),
  };
}

const files = {
  "parties.json": parties,
  "open.json": openVectors,
  "receipts.json": receiptVectors,
  // Of the first message in open.json.
  "key-agreement.json": keyAgreementOf(good.sealed),
};
for (const [name, content] of Object.entries(files)) {
  writeFileSync(join(import.meta.dirname, name), `${JSON.stringify(content, null, 2)}\n`);
}
