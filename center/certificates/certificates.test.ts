import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { createRequest, generateKeyPair, parseCertificate, parseChain } from "@tsunagi/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  careManagement,
  homeVisit,
  openPortal,
  type PortalOffice,
  requestCertificate,
} from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("the certificates", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let folder: string;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    folder = mkdtempSync(path(tmpdir(), "tsunagi-openssl-"));
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  let numbers = 0;
  const open = (kind: typeof careManagement = careManagement): Promise<PortalOffice> => {
    numbers += 1;
    return openPortal(center, { ...kind, number: `15000000${String(numbers).padStart(2, "0")}` });
  };
  const numberOf = (der: Uint8Array): string =>
    execFileSync("openssl", [
      "crl",
      "-inform",
      "DER",
      "-noout",
      "-crlnumber",
      "-in",
      file("one.crl", der),
    ]).toString();
  const file = (name: string, content: string | Uint8Array): string => {
    const written = path(folder, name);
    writeFileSync(written, content);
    return written;
  };

  it("issues one for three years, of the office's kind and number, that openssl verifies", async () => {
    const office = await open(homeVisit);
    const { signer, serial } = await requestCertificate(office);
    const info = parseCertificate(signer.certificate);
    const authority = file("ca.pem", center.authorities.join("\n"));
    const certificate = file("office.pem", signer.certificate);

    const said = execFileSync("openssl", [
      "verify",
      "-x509_strict",
      "-purpose",
      "sslclient",
      "-CAfile",
      authority,
      "-untrusted",
      certificate,
      certificate,
    ]).toString();

    expect(said).toContain("OK");
    expect(info).toMatchObject({ kind: "CarePlanJigyousho", officeNumber: office.number, serial });
    expect(info.notAfter.getUTCFullYear()).toBe(center.clock.now.getUTCFullYear() + 3);
    expect(await office.portal.listCertificates()).toMatchObject({
      certificates: [{ serial, pem: signer.certificate, revokedAt: null }],
    });
    expect(await center.callWeb().authorities()).toEqual({ authorities: center.authorities });
  });

  it("takes the office from the account, not from the request", async () => {
    const { portal, letter, number } = await open();
    const request = await createRequest(generateKeyPair(), { officeNumber: "1399999999" });
    const { certificate } = await portal.requestCertificate({
      body: { request, issuePassword: letter.issuePassword },
    });
    expect(parseCertificate(certificate?.pem ?? "").officeNumber).toBe(number);
  });

  it("issues one valid certificate to an office, also when it asks twice at once", async () => {
    const office = await open();
    const outcomes = await Promise.allSettled([
      requestCertificate(office),
      requestCertificate(office),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: refused("certificate-exists"),
    });
    await expect(requestCertificate(office)).rejects.toEqual(refused("certificate-exists"));
  });

  it("locks the issue password after three wrong ones, and not the login", async () => {
    const office = await open();
    const wrong = { ...office, letter: { ...office.letter, issuePassword: "aaaa-bbbb-cccc" } };
    await expect(requestCertificate(wrong)).rejects.toEqual(refused("issue-password-wrong"));
    await expect(requestCertificate(wrong)).rejects.toEqual(refused("issue-password-wrong"));
    await expect(requestCertificate(wrong)).rejects.toEqual(refused("login-locked"));
    await expect(requestCertificate(office)).rejects.toEqual(refused("login-locked"));
    await expect(office.portal.licence()).resolves.toBeDefined();
  });

  it("refuses a request that is broken", async () => {
    const { portal, letter, number } = await open();
    const whole = await createRequest(generateKeyPair(), { officeNumber: number });
    const lines = whole.split("\n");
    const changed = whole.replace(
      lines[2] ?? "",
      Array.from(lines[2] ?? "")
        .toReversed()
        .join(""),
    );
    for (const request of [changed, "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n"]) {
      await expect(
        portal.requestCertificate({ body: { request, issuePassword: letter.issuePassword } }),
      ).rejects.toEqual(refused("csr-invalid"));
    }
  });

  it("revokes once and for all; the list of revoked ones says so to openssl", async () => {
    const office = await open();
    const stranger = await open();
    const { serial, signer } = await requestCertificate(office);
    const before = await center.callWeb().revocationList();
    await expect(
      stranger.portal.revokeCertificate({ params: { serial }, body: { reason: "superseded" } }),
    ).rejects.toEqual(refused("not-found"));

    const revoked = await office.portal.revokeCertificate({
      params: { serial },
      body: { reason: "keyCompromise" },
    });
    center.clock.advance(1);
    const again = await office.portal.revokeCertificate({
      params: { serial },
      body: { reason: "superseded" },
    });

    expect(revoked.revokedAt).not.toBeNull();
    expect(again).toEqual(revoked);
    const after = await center.callWeb().revocationList();
    const text = execFileSync("openssl", [
      "crl",
      "-inform",
      "DER",
      "-noout",
      "-text",
      "-in",
      file("after.crl", after),
      "-CAfile",
      file("issuer.pem", parseChain(signer.certificate).issuers[0]?.pem ?? ""),
    ]).toString();
    expect(text.toLowerCase()).toContain(serial.replace(/^0+/, ""));
    expect(text).toContain("Key Compromise");
    expect(Buffer.compare(before, after)).not.toBe(0);
    expect(Buffer.compare(await center.callWeb().revocationList(), after)).toBe(0);
    // A new one may be issued in its place.
    expect((await requestCertificate(office)).signer.certificate).not.toBe(signer.certificate);
  });

  it("makes a new list daily, numbered on", async () => {
    const first = await center.callWeb().revocationList();
    center.clock.advance(24 * 60 + 1);
    const second = await center.callWeb().revocationList();
    expect(numberOf(second) > numberOf(first)).toBe(true);
  });
});
