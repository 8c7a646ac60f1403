import { describe, expect, test } from "vitest";
import { createAuthority, issueRevocationList, parseRevocationList } from "../index.ts";
import { authorityValidity, makeNetwork, noon } from "../testing/offices.ts";
import { openWorkshop } from "../testing/openssl.ts";

const code = (expected: string): unknown => expect.objectContaining({ code: expected });
const epoch = String(noon.getTime() / 1000);

describe("a revocation list", () => {
  const dates = {
    thisUpdate: new Date("2026-11-20T00:00:00Z"),
    nextUpdate: new Date("2026-11-27T00:00:00Z"),
  };

  test("makes OpenSSL refuse the revoked certificate and accept the other", async () => {
    const { authority, sender, receiver } = await makeNetwork();
    const revoked = [
      { serial: sender.info.serial, at: dates.thisUpdate, reason: "keyCompromise" as const },
    ];
    const shop = openWorkshop();
    shop.put("ca.pem", authority.certificate);
    shop.put("crl.der", await issueRevocationList(authority, { revoked, number: 7, ...dates }));
    shop.run("openssl", "crl", "-inform", "DER", "-in", "crl.der", "-out", "crl.pem");
    shop.put("revoked.pem", sender.certificate);
    shop.put("good.pem", receiver.certificate);
    const verify = [
      "verify",
      "-x509_strict",
      "-crl_check",
      "-attime",
      epoch,
      "-CAfile",
      "ca.pem",
      "-CRLfile",
      "crl.pem",
    ];
    expect(shop.run("openssl", ...verify, "good.pem")).toBe("good.pem: OK\n");
    const refused = shop.attempt("openssl", ...verify, "revoked.pem");
    expect(refused.status).not.toBe(0);
    expect(refused.text).toContain("certificate revoked");
    const text = shop.run("openssl", "crl", "-in", "crl.pem", "-noout", "-text");
    expect(text).toContain("Key Compromise");
    expect(text).toMatch(/X509v3 CRL Number:\s+7/);
  });

  test("may be empty", async () => {
    const { authority, receiver } = await makeNetwork();
    const shop = openWorkshop();
    shop.put("ca.pem", authority.certificate);
    shop.put("crl.der", await issueRevocationList(authority, { revoked: [], number: 1, ...dates }));
    shop.run("openssl", "crl", "-inform", "DER", "-in", "crl.der", "-out", "crl.pem");
    shop.put("good.pem", receiver.certificate);
    expect(
      shop.run(
        "openssl",
        "verify",
        "-x509_strict",
        "-crl_check",
        "-attime",
        epoch,
        "-CAfile",
        "ca.pem",
        "-CRLfile",
        "crl.pem",
        "good.pem",
      ),
    ).toBe("good.pem: OK\n");
  });

  test("is read back, also with ten thousand entries", async () => {
    const { authority, authorities } = await makeNetwork();
    const list = {
      number: 300,
      ...dates,
      revoked: Array.from({ length: 10_000 }, (_, i) => ({
        serial: (0x10000 + i).toString(16).padStart(6, "0"),
        at: new Date(Date.UTC(2026, 10, 1, 0, 0, i % 60)),
        reason: i % 2 === 0 ? ("superseded" as const) : ("unspecified" as const),
      })),
    };
    const der = await issueRevocationList(authority, list);
    expect(parseRevocationList(der, { authorities })).toEqual(list);
  });

  test("of a foreign authority of the same name, or changed, is refused", async () => {
    const { authority, authorities } = await makeNetwork();
    const foreign = await createAuthority(authorityValidity);
    const list = { revoked: [], number: 1, ...dates };
    const forged = await issueRevocationList(foreign, list);
    expect(() => parseRevocationList(forged, { authorities })).toThrow(
      code("revocation-list-invalid"),
    );
    const changed = Uint8Array.from(await issueRevocationList(authority, list));
    changed[60] = (changed[60] ?? 0) ^ 1;
    expect(() => parseRevocationList(changed, { authorities })).toThrow(
      code("revocation-list-invalid"),
    );
  });
});
