import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  createAuthority,
  parseCertificate,
  parseChain,
  parseRevocationList,
} from "@tsunagi/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkshop } from "../../sealing/testing/openssl.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { embeddedPlace, type TestPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, openPortal, requestCertificate } from "../testing/offices.ts";

/** Asynchronous: the centre that is asked runs in this process. */
const run = promisify(execFile);

/** The certificate of the issuing authority, which follows the office's. */
const issuerOf = (certificate: string): string => parseChain(certificate).issuers[0]?.pem ?? "";

describe("the status of a certificate, as openssl asks for it", () => {
  let place: TestPlace;
  let center: TestCenter;
  let folder: string;
  beforeAll(async () => {
    place = embeddedPlace();
    folder = mkdtempSync(join(tmpdir(), "tsunagi-ocsp-"));
    center = await startTestCenter(place, { statusUrl: "http://renkei.example.jp/" });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  /** What openssl says of a certificate when it asks the centre, and checks signature, times and nonce of the answer. */
  async function ask(
    certificate: string,
    { hash = "-sha1", issuer = issuerOf(certificate) } = {},
  ): Promise<string> {
    put("ca.pem", center.authorities.join("\n"));
    put("issuer.pem", issuer);
    put("office.pem", certificate);
    const question = [hash, "-issuer", "issuer.pem", "-cert", "office.pem"];
    const url = `${center.webUrl}/v1/ocsp`;
    const options = { cwd: folder };
    const asked = ["ocsp", ...question, "-url", url, "-CAfile", "ca.pem"];
    const { stdout, stderr } = await run("openssl", asked, options);
    return stdout + stderr;
  }
  const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);

  it("is good, then revoked with the reason, for SHA-1 and SHA-256", async () => {
    const office = await openPortal(center, careManagement);
    const { serial, signer } = await requestCertificate(office);
    const text = await ask(signer.certificate);
    expect(text).toContain("Response verify OK");
    expect(text).toContain("office.pem: good");
    expect(text).not.toContain("nonce");
    await office.portal.revokeCertificate({
      params: { serial },
      body: { reason: "keyCompromise" },
    });
    for (const hash of ["-sha1", "-sha256"]) {
      const after = await ask(signer.certificate, { hash });
      expect(after).toContain("office.pem: revoked");
      expect(after).toContain("Reason: keyCompromise");
    }
  });

  it("is answered to a question in the address as well", async () => {
    const { signer } = await requestCertificate(
      await openPortal(center, { ...homeVisit, number: "1300000099" }),
    );
    const shop = openWorkshop();
    shop.put("ca.pem", center.authorities.join("\n"));
    shop.put("office.pem", signer.certificate);
    shop.put("issuer.pem", issuerOf(signer.certificate));
    const named = ["-issuer", "issuer.pem", "-cert", "office.pem", "-no_nonce"];
    shop.run("openssl", "ocsp", ...named, "-reqout", "q");
    const question = encodeURIComponent(Buffer.from(shop.get("q")).toString("base64"));
    const answer = await fetch(`${center.webUrl}/v1/ocsp/${question}`);
    expect(answer.headers.get("content-type")).toBe("application/ocsp-response");
    shop.put("a", new Uint8Array(await answer.arrayBuffer()));
    const said = shop.attempt("openssl", "ocsp", ...named, "-respin", "a", "-CAfile", "ca.pem");
    expect(said.text).toContain("Response verify OK");
    expect(said.text).toContain("office.pem: good");
  });

  it("is unknown of what this authority did not issue", async () => {
    const foreign = await createAuthority({
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Date.now() + 60_000),
    });
    const { signer } = await requestCertificate(
      await openPortal(center, { ...homeVisit, number: "1300000098" }),
    );
    const issuer = issuerOf(signer.certificate);
    expect(await ask(foreign.certificate, { issuer })).toContain("office.pem: unknown");
  });

  it("is not said by this centre where another authority issued", async () => {
    const other = await createAuthority({
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Date.now() + 60_000),
    });
    const said = await ask(other.certificate, { issuer: other.certificate }).catch(
      ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
    );
    expect(said).toContain("unauthorized (6)");
  });

  it("answers what is no question as the standard says", async () => {
    const answer = await fetch(`${center.webUrl}/v1/ocsp`, {
      method: "POST",
      headers: { "content-type": "application/ocsp-request" },
      body: "何ですか",
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from("30030a0101", "hex"));
  });

  it("can be asked at the place that the certificate names, like the list of revoked ones", async () => {
    const { signer } = await requestCertificate(await openPortal(center, homeVisit));
    const shop = openWorkshop();
    shop.put("office.pem", signer.certificate);
    expect(shop.run("openssl", "x509", "-in", "office.pem", "-noout", "-ocsp_uri").trim()).toBe(
      "http://renkei.example.jp/v1/ocsp",
    );
    const { certificate, issuers } = parseChain(signer.certificate);
    const path = `/v1/crl/${certificate.authorityKeyIdentifier}`;
    expect(shop.run("openssl", "x509", "-in", "office.pem", "-noout", "-text")).toContain(
      `URI:http://renkei.example.jp${path}`,
    );
    const list = await fetch(`${center.webUrl}${path}`);
    const authorities = center.authorities.map((pem) => parseCertificate(pem));
    const read = parseRevocationList(await list.bytes(), { authorities, issuers });
    expect(read.revoked).toHaveLength(1);
    expect((await fetch(`${center.webUrl}/v1/crl/${"0".repeat(40)}`)).status).toBe(404);
    expect(parseCertificate(signer.certificate).unknownCritical).toBe(false);
  });
});
