import { describe, expect, test } from "vitest";
import {
  createAuthority,
  createRequest,
  exportPrivateKey,
  generateKeyPair,
  issueCertificate,
  issueServerCertificate,
  parseCertificate,
} from "../index.ts";
import {
  authorityValidity,
  careManagement,
  homeVisit,
  makeCenter,
  makeNetwork,
  makeOffice,
  noon,
  validity,
} from "../testing/offices.ts";
import { openWorkshop } from "../testing/openssl.ts";

const epoch = String(noon.getTime() / 1000);

describe("an office's certificate", () => {
  test("says what the authority says, not what the request says", async () => {
    const authority = await createAuthority(authorityValidity);
    const pair = generateKeyPair();
    const info = await issueCertificate(authority, {
      request: await createRequest(pair, { officeNumber: homeVisit }),
      kind: "CarePlanJigyousho",
      officeNumber: careManagement,
      ...validity,
    });
    expect(info).toMatchObject({
      kind: "CarePlanJigyousho",
      officeNumber: careManagement,
      subject: "C=JP, O=tsunagi, CN=CarePlanJigyousho, serialNumber=1300000001",
      issuer: "C=JP, O=tsunagi, CN=e-seikyu CA",
      ...validity,
    });
    expect(info.publicKey.equals(pair.publicKey)).toBe(true);
    expect(info.serial).toMatch(/^[0-9a-f]{2,32}$/);
  });

  test("has a serial number of its own unless one is given", async () => {
    const authority = await createAuthority(authorityValidity);
    const one = await makeOffice(authority, careManagement);
    const other = await makeOffice(authority, careManagement);
    expect(one.info.serial).not.toBe(other.info.serial);
    const request = await createRequest(generateKeyPair(), { officeNumber: homeVisit });
    const given = await issueCertificate(authority, {
      request,
      kind: "KaigoJigyousho",
      officeNumber: homeVisit,
      serial: "ff00aa",
      ...validity,
    });
    expect(given.serial).toBe("ff00aa");
  });

  test("is read the same from PEM and DER", async () => {
    const { sender } = await makeNetwork();
    expect(parseCertificate(sender.info.der)).toEqual(parseCertificate(sender.certificate));
  });

  test.each(["P-256", "P-384"] as const)(
    "is accepted by openssl verify under a %s authority",
    async (curve) => {
      const authority = await createAuthority({ ...authorityValidity, curve });
      const office = await makeOffice(authority, careManagement);
      const shop = openWorkshop();
      shop.put("ca.pem", authority.certificate);
      shop.put("office.pem", office.certificate);
      for (const purpose of ["sslclient", "smimesign"]) {
        expect(
          shop.run(
            "openssl",
            "verify",
            "-x509_strict",
            "-attime",
            epoch,
            "-purpose",
            purpose,
            "-CAfile",
            "ca.pem",
            "office.pem",
          ),
        ).toBe("office.pem: OK\n");
      }
      expect(
        shop.attempt(
          "openssl",
          "verify",
          "-attime",
          epoch,
          "-purpose",
          "sslserver",
          "-CAfile",
          "ca.pem",
          "office.pem",
        ).status,
      ).not.toBe(0);
    },
  );

  test("may say where the revocation list is", async () => {
    const authority = await createAuthority(authorityValidity);
    const { pem } = await issueCertificate(authority, {
      request: await createRequest(generateKeyPair(), { officeNumber: homeVisit }),
      kind: "KaigoJigyousho",
      officeNumber: homeVisit,
      revocationListUrl: "http://center.example.jp/crl",
      ...validity,
    });
    const shop = openWorkshop();
    shop.put("office.pem", pem);
    expect(shop.run("openssl", "x509", "-in", "office.pem", "-noout", "-text")).toContain(
      "URI:http://center.example.jp/crl",
    );
  });
});

describe("the centre's certificates", () => {
  test("for TLS name every host, and OpenSSL matches them", async () => {
    const authority = await createAuthority(authorityValidity);
    const { publicKey } = generateKeyPair();
    const hosts = [
      "center.example.jp",
      "localhost",
      "127.0.0.1",
      "::1",
      "2001:db8::8:800:200c:417a",
    ];
    const info = await issueServerCertificate(authority, { publicKey, hosts, ...validity });
    expect(info.kind).toBe("server");
    const shop = openWorkshop();
    shop.put("ca.pem", authority.certificate);
    shop.put("server.pem", info.pem);
    const verify = [
      "verify",
      "-x509_strict",
      "-attime",
      epoch,
      "-purpose",
      "sslserver",
      "-CAfile",
      "ca.pem",
    ];
    for (const host of hosts) {
      const option = /[:]|^\d/.test(host) ? "-verify_ip" : "-verify_hostname";
      expect(shop.run("openssl", ...verify, option, host, "server.pem")).toBe("server.pem: OK\n");
    }
    expect(
      shop.attempt("openssl", ...verify, "-verify_hostname", "elsewhere.example.jp", "server.pem")
        .status,
    ).not.toBe(0);
  });

  test("for receipts are of the kind center", async () => {
    const authority = await createAuthority(authorityValidity);
    const { info, certificate } = await makeCenter(authority);
    expect(info.kind).toBe("center");
    const shop = openWorkshop();
    shop.put("ca.pem", authority.certificate);
    shop.put("center.pem", certificate);
    expect(
      shop.run(
        "openssl",
        "verify",
        "-x509_strict",
        "-attime",
        epoch,
        "-purpose",
        "smimesign",
        "-CAfile",
        "ca.pem",
        "center.pem",
      ),
    ).toBe("center.pem: OK\n");
  });
});

test("the private key fits the certificate that was issued for its request", async () => {
  const { sender } = await makeNetwork();
  const shop = openWorkshop();
  shop.put("key.pem", exportPrivateKey(sender.key));
  shop.put("office.pem", sender.certificate);
  expect(shop.run("openssl", "x509", "-in", "office.pem", "-noout", "-pubkey")).toBe(
    shop.run("openssl", "pkey", "-in", "key.pem", "-pubout"),
  );
});
