import { beforeAll, describe, expect, test } from "vitest";
import {
  createAuthority,
  generateKeyPair,
  issueRevocationList,
  issueServerCertificate,
  parseCertificate,
  parseRevocationList,
  verifyCertificate,
} from "../index.ts";
import {
  authorityValidity,
  careManagement,
  makeNetwork,
  makeOffice,
  type Network,
  noon,
  validity,
} from "../testing/offices.ts";

const code = (expected: string): unknown => expect.objectContaining({ code: expected });
let network: Network;
beforeAll(async () => {
  network = await makeNetwork();
});

describe("verifying a certificate", () => {
  test("accepts each for its own use only", () => {
    const { authorities, center, sender } = network;
    expect(
      verifyCertificate(sender.info, { authorities, at: noon, usage: "office" }),
    ).toBeUndefined();
    expect(
      verifyCertificate(center.info, { authorities, at: noon, usage: "center" }),
    ).toBeUndefined();
    expect(() =>
      verifyCertificate(sender.info, { authorities, at: noon, usage: "center" }),
    ).toThrow(code("certificate-purpose"));
    expect(() =>
      verifyCertificate(center.info, { authorities, at: noon, usage: "office" }),
    ).toThrow(code("certificate-purpose"));
  });

  test("refuses the server's and the authority's own", async () => {
    const { authority, authorities } = network;
    const { publicKey } = generateKeyPair();
    const server = await issueServerCertificate(authority, {
      publicKey,
      hosts: ["localhost"],
      ...validity,
    });
    for (const info of [server, ...authorities]) {
      for (const usage of ["office", "center"] as const) {
        expect(() => verifyCertificate(info, { authorities, at: noon, usage })).toThrow(
          code("certificate-purpose"),
        );
      }
    }
  });

  test("counts the first and the last second", () => {
    const { authorities, sender } = network;
    const at = (time: Date): void =>
      verifyCertificate(sender.info, { authorities, at: time, usage: "office" });
    expect(at(validity.notBefore)).toBeUndefined();
    expect(at(validity.notAfter)).toBeUndefined();
    expect(() => at(new Date(validity.notBefore.getTime() - 1))).toThrow(
      code("certificate-not-yet-valid"),
    );
    expect(() => at(new Date(validity.notAfter.getTime() + 1))).toThrow(
      code("certificate-expired"),
    );
  });

  test("refuses a foreign authority of the same name", async () => {
    const foreign = await createAuthority(authorityValidity);
    const { info } = await makeOffice(foreign, careManagement);
    const { authorities } = network;
    expect(() => verifyCertificate(info, { authorities, at: noon, usage: "office" })).toThrow(
      code("certificate-foreign"),
    );
  });

  test("finds the right one of two authorities of the same name", async () => {
    const older = parseCertificate((await createAuthority(authorityValidity)).certificate);
    const authorities = [older, ...network.authorities];
    expect(
      verifyCertificate(network.sender.info, { authorities, at: noon, usage: "office" }),
    ).toBeUndefined();
  });

  test("does not take an office's certificate for an authority's", async () => {
    const { sender } = network;
    const pretended = await makeOffice(
      { certificate: sender.certificate, privateKey: sender.key },
      "1300000009",
    );
    const authorities = [...network.authorities, sender.info];
    expect(() =>
      verifyCertificate(pretended.info, { authorities, at: noon, usage: "office" }),
    ).toThrow(code("certificate-foreign"));
  });

  test("refuses a revoked one from the time of its revocation", async () => {
    const { authority, authorities, sender, receiver } = network;
    const der = await issueRevocationList(authority, {
      number: 1,
      thisUpdate: noon,
      nextUpdate: new Date("2026-11-27T00:00:00Z"),
      revoked: [{ serial: sender.info.serial, at: noon, reason: "superseded" }],
    });
    const revocationList = parseRevocationList(der, { authorities });
    const before = new Date(noon.getTime() - 1);
    const usage = "office";
    expect(() =>
      verifyCertificate(sender.info, { authorities, revocationList, at: noon, usage }),
    ).toThrow(code("certificate-revoked"));
    expect(
      verifyCertificate(sender.info, { authorities, revocationList, at: before, usage }),
    ).toBeUndefined();
    expect(
      verifyCertificate(receiver.info, { authorities, revocationList, at: noon, usage }),
    ).toBeUndefined();
  });
});
