import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createAuthority, createRequest, generateKeyPair, issueCertificate } from "../index.ts";
import { authorityValidity, homeVisit, validity } from "../testing/offices.ts";
import { openWorkshop } from "../testing/openssl.ts";

const code = (expected: string): unknown => expect.objectContaining({ code: expected });

const issuing = async (request: string, changes: object = {}): Promise<unknown> =>
  issueCertificate(await createAuthority(authorityValidity), {
    request,
    kind: "KaigoJigyousho",
    officeNumber: homeVisit,
    ...validity,
    ...changes,
  });
const pem = (): Promise<string> => createRequest(generateKeyPair(), { officeNumber: homeVisit });

describe("a request", () => {
  test("is verified by OpenSSL", async () => {
    const shop = openWorkshop();
    shop.put("request.pem", await createRequest(generateKeyPair(), { officeNumber: homeVisit }));
    const { status, text } = shop.attempt(
      "openssl",
      "req",
      "-in",
      "request.pem",
      "-verify",
      "-noout",
      "-subject",
    );
    expect(status).toBe(0);
    expect(text).toContain("verify OK");
  });

  test("of OpenSSL's making is certified", async () => {
    const authority = await createAuthority(authorityValidity);
    const shop = openWorkshop();
    shop.run(
      "openssl",
      "req",
      "-new",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-keyout",
      "key.pem",
      "-out",
      "request.pem",
      "-subj",
      "/CN=someone else",
    );
    const info = await issueCertificate(authority, {
      request: Buffer.from(shop.get("request.pem")).toString(),
      kind: "KaigoJigyousho",
      officeNumber: homeVisit,
      ...validity,
    });
    expect(info.officeNumber).toBe(homeVisit);
  });

  test("that another key signed is refused", async () => {
    const stolen = {
      privateKey: generateKeyPair().privateKey,
      publicKey: generateKeyPair().publicKey,
    };
    const request = await createRequest(stolen, { officeNumber: homeVisit });
    await expect(issuing(request)).rejects.toThrow(code("request-invalid"));
  });

  test("on another curve is refused", async () => {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-384" });
    const request = await createRequest(pair, { officeNumber: homeVisit });
    await expect(issuing(request)).rejects.toThrow(code("request-invalid"));
  });

  test("longer than any is refused", async () => {
    const request = `${await pem()}${" ".repeat(20_000)}`;
    await expect(issuing(request)).rejects.toThrow(code("request-invalid"));
  });

  test("that is none is refused", async () => {
    for (const text of [
      "",
      "試験",
      "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
    ]) {
      await expect(issuing(text)).rejects.toThrow(code("request-invalid"));
    }
  });

  test("for no office number, no time, or beyond the authority's end is refused", async () => {
    const request = await pem();
    for (const changes of [
      { officeNumber: "13-0000001" },
      { notAfter: validity.notBefore },
      { notAfter: new Date("2047-01-01T00:00:00Z") },
      { serial: "XYZ" },
    ]) {
      await expect(issuing(request, changes)).rejects.toThrow(code("request-invalid"));
    }
  });
});
