import { sign } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { oids } from "../der/oids.ts";
import * as der from "../der/write.ts";
import {
  createRequest,
  generateKeyPair,
  issueCertificate,
  type OfficeCertificate,
} from "../index.ts";
import { makeNetwork, type Network, noon, validity } from "../testing/offices.ts";
import { digest, issuerAndSerial, signContent } from "./sign.ts";
import { type SignedContent, verifySignedContent } from "./verify.ts";

const code = (name: string): unknown => expect.objectContaining({ code: name });
const content = Buffer.from("試験");
let network: Network;
beforeAll(async () => {
  network = await makeNetwork();
});

const sha256 = der.sequence(der.oid(oids.sha256));
const attribute = (type: string, ...values: der.Chunks[]): der.Chunks =>
  der.sequence(der.oid(type), der.element(der.tags.set, ...values));
const verify = (bytes: Uint8Array): SignedContent => {
  const { authorities } = network;
  return verifySignedContent(bytes, { authorities, at: noon, usage: "office" });
};

/** As `signContent` writes it, but for the changes. */
function write(changes: {
  attributes?: der.Chunks[];
  certificates?: der.Chunks[];
  version?: number;
  after?: der.Chunks[];
}): Uint8Array {
  const { key, info } = network.sender;
  const attributes = der.join(der.setOf(...(changes.attributes ?? properAttributes())));
  const signature = sign("sha256", attributes, { key, dsaEncoding: "der" });
  const signer = der.sequence(
    der.integer(changes.version ?? 1),
    issuerAndSerial(info),
    sha256,
    [Uint8Array.of(0xa0), attributes.subarray(1)],
    der.sequence(der.oid(oids.ecdsaWithSha256)),
    der.octetString(signature),
    ...(changes.after ?? []),
  );
  const signedData = der.sequence(
    der.integer(1),
    der.element(der.tags.set, sha256),
    der.sequence(der.oid(oids.data), der.context(0, der.octetString(content))),
    der.context(0, ...(changes.certificates ?? [[info.der]])),
    der.element(der.tags.set, signer),
  );
  return der.join(der.sequence(der.oid(oids.signedData), der.context(0, signedData)));
}

function properAttributes(): der.Chunks[] {
  const hash = der.octetString(Buffer.from(network.sender.info.fingerprint, "hex"));
  return [
    attribute(oids.contentType, der.oid(oids.data)),
    attribute(oids.messageDigest, der.octetString(digest(content))),
    attribute(oids.signingTime, der.time(noon)),
    attribute(oids.signingCertificateV2, der.sequence(der.sequence(der.sequence(hash)))),
  ];
}

describe("signed content", () => {
  test("is read as written here", () => {
    expect(Buffer.from(verify(write({})).content)).toEqual(content);
  });

  test("may have further attributes and certificates", () => {
    const attributes = [...properAttributes(), attribute("1.2.3.4", der.integer(1))];
    const certificates = [[network.center.info.der], [network.sender.info.der]];
    expect(verify(write({ attributes, certificates })).signer).toEqual(network.sender.info);
  });

  test("is refused with an attribute twice, or with two values", () => {
    const time = attribute(oids.signingTime, der.time(new Date("2026-11-19T00:00:00Z")));
    const twice = [...properAttributes(), time];
    expect(() => verify(write({ attributes: twice }))).toThrow(code("signature-wrong"));
    const [type, messageDigest, , certificate] = properAttributes();
    const both = attribute(oids.signingTime, der.time(noon), der.time(noon));
    const attributes = [type, messageDigest, both, certificate].filter((one) => one !== undefined);
    expect(() => verify(write({ attributes }))).toThrow(code("signature-wrong"));
  });

  test("is refused without any one of its attributes", () => {
    for (const index of [0, 1, 2, 3]) {
      const attributes = properAttributes().filter((_, i) => i !== index);
      expect(() => verify(write({ attributes }))).toThrow(code("signature-wrong"));
    }
  });

  test("is refused for another type of content than the one signed", () => {
    const [, ...rest] = properAttributes();
    const attributes = [attribute(oids.contentType, der.oid(oids.signedData)), ...rest];
    expect(() => verify(write({ attributes }))).toThrow(code("signature-wrong"));
  });

  test("is refused with unsigned attributes, a wrong version, or a heap of certificates", () => {
    const after = [der.context(1, attribute("1.2.3.4", der.integer(1)))];
    expect(() => verify(write({ after }))).toThrow(code("signature-wrong"));
    expect(() => verify(write({ version: 3 }))).toThrow(code("signature-wrong"));
    const certificates = Array.from({ length: 9 }, () => [network.sender.info.der]);
    expect(() => verify(write({ certificates }))).toThrow(code("signature-wrong"));
  });

  test("is refused with another certificate of the same key, issuer and serial number", async () => {
    const pair = generateKeyPair();
    const request = await createRequest(pair, { officeNumber: "1300000001" });
    const issue = (officeNumber: string): Promise<OfficeCertificate> =>
      issueCertificate(network.authority, {
        request,
        kind: "KaigoJigyousho",
        officeNumber,
        serial: "0a0b",
        ...validity,
      });
    const own = await issue("1300000001");
    // Signatures differ in length by a byte or two; the exchange below needs equal lengths.
    let other = await issue("1300000009");
    while (other.der.length !== own.der.length) other = await issue("1300000009");

    const signed = signContent(content, { key: pair.privateKey, certificate: own.pem }, noon);
    expect(verify(signed).signer.officeNumber).toBe("1300000001");
    const exchanged = Buffer.from(signed);
    exchanged.set(other.der, exchanged.indexOf(own.der));
    expect(() => verify(exchanged)).toThrow(code("signature-wrong"));
  });
});
