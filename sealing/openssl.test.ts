import { strToU8 } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256Hex } from "./cms/sign.ts";
import { exportPrivateKey, inspectSealed, sealParcel } from "./index.ts";
import { type Opened, openSealed } from "./open.ts";
import {
  aroundToday,
  homeVisit,
  longAroundToday,
  makeNetwork,
  makeOffice,
  type Network,
  noon,
} from "./testing/offices.ts";
import { openWorkshop, type Workshop } from "./testing/openssl.ts";
import { expected, parcel, seal } from "./testing/parcels.ts";

/** The commands of README.md, both ways. */
const atNoon = ["-attime", String(noon.getTime() / 1000)];
let network: Network;
/** `openssl cms -sign` signs at the machine's time. */
let today: Network;
beforeAll(async () => {
  network = await makeNetwork();
  today = await makeNetwork(aroundToday, longAroundToday);
});

function shopOf({ authority, receiver, sender }: Network): Workshop {
  const shop = openWorkshop();
  shop.put("ca.pem", authority.certificate);
  shop.put("receiver.pem", receiver.certificate);
  shop.put("receiver.key", exportPrivateKey(receiver.key));
  shop.put("sender.pem", sender.certificate);
  shop.put("sender.key", exportPrivateKey(sender.key));
  return shop;
}

const decrypt = ["cms", "-decrypt", "-inform", "DER", "-in", "sealed.der", "-out", "signed.der"];
const verify = [
  "cms",
  "-verify",
  "-cades",
  "-inform",
  "DER",
  "-in",
  "signed.der",
  "-out",
  "parcel.zip",
  "-CAfile",
  "ca.pem",
  "-x509_strict",
];

describe("what we seal, OpenSSL", () => {
  test("decrypts and verifies, and unzip unpacks", () => {
    const shop = shopOf(network);
    const { sealed, signedSha256 } = seal(network);
    shop.put("sealed.der", sealed);
    shop.run("openssl", ...decrypt, "-recip", "receiver.pem", "-inkey", "receiver.key");
    expect(sha256Hex(shop.get("signed.der"))).toBe(signedSha256);
    const { status, text } = shop.attempt("openssl", ...verify, ...atNoon);
    expect(text).toContain("CAdES Verification successful");
    expect(status).toBe(0);
    shop.run("env", "LC_ALL=C.UTF-8", "unzip", "-q", "parcel.zip");
    for (const { name, bytes } of parcel.files) {
      expect(Buffer.compare(shop.get(`files/${name}`), bytes), name).toBe(0);
    }
  });

  test("decrypts with each of several recipients' keys", async () => {
    const { authority, authorities, sender, receiver } = network;
    const second = await makeOffice(authority, homeVisit);
    const recipients = [receiver.certificate, second.certificate];
    const { sealed, signedSha256 } = sealParcel(parcel, {
      signer: sender,
      recipients,
      authorities,
    });
    const shop = shopOf(network);
    shop.put("sealed.der", sealed);
    shop.put("second.pem", second.certificate);
    shop.put("second.key", exportPrivateKey(second.key));
    for (const holder of ["receiver", "second"]) {
      shop.run("openssl", ...decrypt, "-recip", `${holder}.pem`, "-inkey", `${holder}.key`);
      expect(sha256Hex(shop.get("signed.der"))).toBe(signedSha256);
    }
  });

  test("does not decrypt with another key, nor when a byte was changed", () => {
    const shop = shopOf(network);
    const { sealed } = seal(network);
    shop.put("sealed.der", sealed);
    expect(
      shop.attempt("openssl", ...decrypt, "-recip", "sender.pem", "-inkey", "sender.key").status,
    ).not.toBe(0);
    const changed = Uint8Array.from(sealed);
    changed[sealed.length - 40] = (changed[sealed.length - 40] ?? 0) ^ 1;
    shop.put("sealed.der", changed);
    expect(
      shop.attempt("openssl", ...decrypt, "-recip", "receiver.pem", "-inkey", "receiver.key")
        .status,
    ).not.toBe(0);
  });

  test("does not verify under a foreign authority of the same name", async () => {
    const shop = shopOf(network);
    shop.put("signed.der", seal(network).signed);
    shop.put("ca.pem", (await makeNetwork()).authority.certificate);
    expect(shop.attempt("openssl", ...verify, ...atNoon).status).not.toBe(0);
  });
});

const open = (shop: Workshop, keys = [today.receiver]): Opened =>
  openSealed(shop.get("sealed.der"), {
    keys,
    authorities: today.authorities,
    expected,
  });

describe("what OpenSSL seals, we", () => {
  const encrypt = [
    "cms",
    "-encrypt",
    "-binary",
    "-aes-256-gcm",
    "-outform",
    "DER",
    "-in",
    "signed.der",
    "-out",
    "sealed.der",
  ];
  const keyOptions = ["-keyopt", "ecdh_kdf_md:sha256", "-aes256-wrap"];
  const sign = [
    "cms",
    "-sign",
    "-binary",
    "-nodetach",
    "-cades",
    "-outform",
    "DER",
    "-in",
    "parcel.zip",
    "-out",
    "signed.der",
    "-signer",
    "sender.pem",
    "-inkey",
    "sender.key",
  ];
  const content = strToU8("1,2,3\r\n".repeat(20_000));

  /** A parcel made with zip and a manifest written by hand. */
  function shopWithParcel(): Workshop {
    const shop = shopOf(today);
    shop.run("mkdir", "files");
    shop.put("files/a.csv", content);
    const files = [{ name: "a.csv", size: content.length, sha256: sha256Hex(content) }];
    const { id, from, to, madeAt } = parcel;
    shop.put(
      "manifest.json",
      JSON.stringify({ format: "tsunagi-parcel/1", id, from, to, madeAt, files }),
    );
    shop.run("zip", "-q", "-0", "-X", "-D", "-r", "parcel.zip", "manifest.json", "files");
    return shop;
  }

  test.each([
    ["at once", [], []],
    ["streaming both", ["-stream"], ["-stream"]],
    ["naming certificates by key identifier", ["-keyid"], ["-keyid"]],
  ])("open, made %s", (_, signOptions, encryptOptions) => {
    const shop = shopWithParcel();
    shop.run("openssl", ...sign, ...signOptions);
    shop.run("openssl", ...encrypt, ...encryptOptions, "-recip", "receiver.pem", ...keyOptions);
    const opened = open(shop);
    expect(Buffer.compare(opened.parcel.files[0]?.bytes ?? Buffer.of(), content)).toBe(0);
    expect(opened.signer.serial).toBe(today.sender.info.serial);
    expect(Buffer.compare(opened.signed, shop.get("signed.der"))).toBe(0);
    expect(inspectSealed(shop.get("sealed.der")).isFor(today.receiver.info)).toBe(true);
  });

  test("open with either key of two recipients", async () => {
    const second = await makeOffice(today.authority, homeVisit);
    const shop = shopWithParcel();
    shop.put("second.pem", second.certificate);
    shop.run("openssl", ...sign);
    shop.run(
      "openssl",
      ...encrypt,
      "-recip",
      "second.pem",
      ...keyOptions,
      "-recip",
      "receiver.pem",
      ...keyOptions,
    );
    expect(open(shop).parcel.id).toBe(parcel.id);
    expect(open(shop, [second]).parcel.id).toBe(parcel.id);
  });

  test.each([
    [
      "the older key derivation with SHA-1",
      "sealed.der",
      ["-aes-256-gcm", "-recip", "receiver.pem", "-aes256-wrap"],
      "not-a-sealed-message",
    ],
    [
      "a shorter key",
      "sealed.der",
      ["-aes-128-gcm", "-recip", "receiver.pem", ...keyOptions],
      "not-a-sealed-message",
    ],
    [
      "no authentication",
      "sealed.der",
      ["-aes-256-cbc", "-recip", "receiver.pem", ...keyOptions],
      "not-a-sealed-message",
    ],
  ])("refuse with %s", (_, out, options, code) => {
    const shop = shopWithParcel();
    shop.run("openssl", ...sign);
    shop.run(
      "openssl",
      "cms",
      "-encrypt",
      "-binary",
      "-outform",
      "DER",
      "-in",
      "signed.der",
      "-out",
      out,
      ...options,
    );
    expect(() => open(shop)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ["no signing certificate attribute", sign.filter((option) => option !== "-cades")],
    ["another digest", [...sign, "-md", "sha384"]],
    ["two signers", [...sign, "-signer", "receiver.pem", "-inkey", "receiver.key"]],
    ["no certificate inside", [...sign, "-nocerts"]],
    ["the content left out", sign.filter((option) => option !== "-nodetach")],
  ])("refuse a signature with %s", (_, command) => {
    const shop = shopWithParcel();
    shop.run("openssl", ...command);
    shop.run("openssl", ...encrypt, "-recip", "receiver.pem", ...keyOptions);
    expect(() => open(shop)).toThrow(expect.objectContaining({ code: "signature-wrong" }));
  });
});
