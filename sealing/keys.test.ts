import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { exportPrivateKey, generateKeyPair, importPrivateKey } from "./keys.ts";
import { openWorkshop } from "./testing/openssl.ts";

describe("a private key as PEM", () => {
  test("comes back the same, with its public key", () => {
    const pair = generateKeyPair();
    const read = importPrivateKey(exportPrivateKey(pair.privateKey));
    expect(read.privateKey.equals(pair.privateKey)).toBe(true);
    expect(read.publicKey.equals(pair.publicKey)).toBe(true);
  });

  test("comes back with its passphrase, Japanese letters included", () => {
    const pair = generateKeyPair();
    const pem = exportPrivateKey(pair.privateKey, "ひらけ ごま 2026");
    expect(pem).toContain("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    const read = importPrivateKey(pem, "ひらけ ごま 2026");
    expect(read.privateKey.equals(pair.privateKey)).toBe(true);
  });

  test("is refused with a wrong passphrase, and without one", () => {
    const pem = exportPrivateKey(generateKeyPair().privateKey, "right");
    expect(() => importPrivateKey(pem, "wrong")).toThrow(
      expect.objectContaining({ code: "passphrase-wrong" }),
    );
    expect(() => importPrivateKey(pem)).toThrow(
      expect.objectContaining({ code: "passphrase-wrong" }),
    );
  });

  test.each([
    ["another curve", generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey],
    ["another algorithm", generateKeyPairSync("ed25519").privateKey],
  ])("is refused when it is of %s", (_, key) => {
    const pem = key.export({ type: "pkcs8", format: "pem" }).toString();
    expect(() => importPrivateKey(pem)).toThrow(expect.objectContaining({ code: "key-invalid" }));
  });

  test("is refused when it is no key at all", () => {
    expect(() => importPrivateKey("試験")).toThrow(
      expect.objectContaining({ code: "key-invalid" }),
    );
  });
});

describe("OpenSSL", () => {
  test("reads our keys, in clear and under a passphrase", () => {
    const shop = openWorkshop();
    const pair = generateKeyPair();
    const publicPem = pair.publicKey.export({ type: "spki", format: "pem" });
    shop.put("clear.pem", exportPrivateKey(pair.privateKey));
    shop.put("sealed.pem", exportPrivateKey(pair.privateKey, "secret"));
    expect(shop.run("openssl", "pkey", "-in", "clear.pem", "-pubout")).toBe(publicPem);
    expect(
      shop.run("openssl", "pkey", "-in", "sealed.pem", "-passin", "pass:secret", "-pubout"),
    ).toBe(publicPem);
    expect(
      shop.attempt("openssl", "pkey", "-in", "sealed.pem", "-passin", "pass:wrong").status,
    ).not.toBe(0);
  });

  test("writes keys that we read", () => {
    const shop = openWorkshop();
    shop.run(
      "openssl",
      "genpkey",
      "-algorithm",
      "EC",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-out",
      "key.pem",
    );
    shop.run(
      "openssl",
      "pkcs8",
      "-topk8",
      "-in",
      "key.pem",
      "-out",
      "sealed.pem",
      "-passout",
      "pass:secret",
    );
    const clear = importPrivateKey(Buffer.from(shop.get("key.pem")).toString());
    const sealed = importPrivateKey(Buffer.from(shop.get("sealed.pem")).toString(), "secret");
    expect(sealed.privateKey.equals(clear.privateKey)).toBe(true);
  });
});
