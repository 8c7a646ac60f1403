import { describe, expect, test } from "vitest";
import { parseCertificate } from "../index.ts";
import { makeNetwork } from "../testing/offices.ts";
import { openWorkshop } from "../testing/openssl.ts";

const code = (expected: string): unknown => expect.objectContaining({ code: expected });

describe("parsing a certificate", () => {
  test("refuses what is none", () => {
    for (const text of [
      "",
      "試験",
      "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
    ]) {
      expect(() => parseCertificate(text)).toThrow(code("certificate-invalid"));
    }
    expect(() => parseCertificate(new Uint8Array(40))).toThrow(code("certificate-invalid"));
  });

  test("refuses bytes after the end", async () => {
    const { sender } = await makeNetwork();
    const longer = Buffer.concat([sender.info.der, Buffer.of(0)]);
    expect(() => parseCertificate(longer)).toThrow(code("certificate-invalid"));
  });

  test("reads a certificate of OpenSSL's, of no kind known here", () => {
    const shop = openWorkshop();
    shop.run(
      "openssl",
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-keyout",
      "key.pem",
      "-out",
      "cert.pem",
      "-subj",
      "/C=JP/O=試験, 株式会社/CN=KaigoJigyousho",
      "-utf8",
      "-addext",
      "basicConstraints=critical,CA:FALSE",
    );
    const info = parseCertificate(Buffer.from(shop.get("cert.pem")).toString());
    expect(info.kind).toBe("other");
    expect(info.subject).toBe("C=JP, O=試験\\, 株式会社, CN=KaigoJigyousho");
  });

  test("gives the fingerprint that OpenSSL gives", async () => {
    const { sender } = await makeNetwork();
    const shop = openWorkshop();
    shop.put("office.pem", sender.certificate);
    const printed = shop.run(
      "openssl",
      "x509",
      "-in",
      "office.pem",
      "-noout",
      "-fingerprint",
      "-sha256",
      "-serial",
    );
    expect(printed.toLowerCase().replaceAll(":", "")).toContain(sender.info.fingerprint);
    expect(printed.toLowerCase()).toContain(`serial=${sender.info.serial}`);
  });
});
