import { describe, expect, test } from "vitest";
import { exportPkcs12, exportPrivateKey, parseCertificate } from "../index.ts";
import { makeNetwork } from "../testing/offices.ts";
import { openWorkshop, type Workshop } from "../testing/openssl.ts";

const password = "natsu-no-umi-2026!";

async function exported(): Promise<{ shop: Workshop; certificate: string; key: string }> {
  const { authority, sender } = await makeNetwork();
  const shop = openWorkshop();
  const bytes = exportPkcs12(
    { key: sender.key, certificate: sender.certificate },
    { password, friendlyName: "みほん訪問介護", authorities: [authority.certificate] },
  );
  shop.put("office.p12", bytes);
  return { shop, certificate: sender.certificate, key: exportPrivateKey(sender.key) };
}

describe("key and certificate in one file (PKCS#12)", () => {
  test("are read by OpenSSL, whole and with modern algorithms alone", async () => {
    const { shop, certificate, key } = await exported();
    const read = ["pkcs12", "-in", "office.p12", "-passin", `pass:${password}`];
    const own = shop.run("openssl", ...read, "-clcerts", "-nokeys");
    expect(parseCertificate(own.slice(own.indexOf("-----BEGIN"))).pem).toBe(
      parseCertificate(certificate).pem,
    );
    expect(shop.run("openssl", ...read, "-nocerts", "-noenc")).toContain(key.trim());
    expect(shop.run("openssl", ...read, "-cacerts", "-nokeys")).toContain("e-seikyu CA");
    const about = shop.attempt("openssl", ...read, "-info", "-noout").text;
    expect(about).toContain("MAC: sha256, Iteration 100000");
    expect(
      about.match(/PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256/g),
    ).toHaveLength(2);
  });

  test("are not read with another password, nor when a byte was changed", async () => {
    const { shop } = await exported();
    const read = ["pkcs12", "-in", "office.p12", "-noout", "-passin"];
    expect(shop.attempt("openssl", ...read, "pass:fuyu-no-yama-2026").text).toContain(
      "invalid password",
    );
    const changed = Uint8Array.from(shop.get("office.p12"));
    changed[300] = (changed[300] ?? 0) ^ 1;
    shop.put("office.p12", changed);
    expect(shop.attempt("openssl", ...read, `pass:${password}`).status).not.toBe(0);
  });

  test("want a password that every program reads alike", async () => {
    const { sender } = await makeNetwork();
    for (const wrong of ["", "夏の海"]) {
      expect(() =>
        exportPkcs12(
          { key: sender.key, certificate: sender.certificate },
          { password: wrong, friendlyName: "みほん", authorities: [] },
        ),
      ).toThrow(expect.objectContaining({ code: "passphrase-wrong" }));
    }
  });

  // Chrome and Firefox on Linux keep certificates with NSS.
  test("go into the store of Chrome and Firefox (NSS)", async () => {
    const { shop } = await exported();
    shop.run("mkdir", "store");
    shop.run("certutil", "-N", "-d", "sql:store", "--empty-password");
    shop.run("pk12util", "-i", "office.p12", "-d", "sql:store", "-W", password);
    expect(shop.run("certutil", "-L", "-d", "sql:store")).toMatch(/みほん訪問介護\s+u,u,u/);
    expect(shop.run("certutil", "-K", "-d", "sql:store")).toContain("みほん訪問介護");
  });
});
