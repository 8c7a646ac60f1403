import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keyEncryptionKey } from "../cms/key-agreement.ts";
import { decodeSignedData } from "../cms/signed-data.ts";
import {
  importPrivateKey,
  parseCertificate,
  type SealingErrorCode,
  verifyReceipt,
} from "../index.ts";
import { openSealed } from "../open.ts";
import type { KeyAgreementVector, OpenVector, Parties, ReceiptVector } from "./format.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));
const { authority, receiver } = read("parties.json") as Parties;
const openVectors = read("open.json") as OpenVector[];
const receiptVectors = read("receipts.json") as ReceiptVector[];
const keyAgreement = read("key-agreement.json") as KeyAgreementVector;

const authorities = [parseCertificate(authority)];
const keys = [
  { key: importPrivateKey(receiver.privateKey).privateKey, certificate: receiver.certificate },
];

const hex = (text: string): Uint8Array => Buffer.from(text, "hex");

describe("the vectors of sealed messages", () => {
  test.each(openVectors)("$name", ({ sealed, at, expected, limit, outcome }) => {
    const open = (): unknown => {
      const { parcel, signedAt, sealedSha256, signedSha256 } = openSealed(
        Buffer.from(sealed, "base64"),
        { keys, authorities, at: new Date(at), expected, ...(limit !== undefined && { limit }) },
      );
      const files = parcel.files.map((file) => ({
        ...file,
        bytes: Buffer.from(file.bytes).toString("base64"),
      }));
      return { ...parcel, files, signedAt: signedAt.toISOString(), sealedSha256, signedSha256 };
    };
    if ("error" in outcome) expect(open).toThrow(expect.objectContaining({ code: outcome.error }));
    else expect(open()).toEqual(outcome);
  });

  test("show every error of opening", () => {
    const shown = openVectors.flatMap(({ outcome }) => ("error" in outcome ? outcome.error : []));
    const possible: SealingErrorCode[] = [
      "not-a-sealed-message",
      "not-for-this-office",
      "changed",
      "signature-wrong",
      "signing-time-wrong",
      "signer-mismatch",
      "wrong-id",
      "wrong-sender",
      "wrong-receiver",
      "certificate-foreign",
      "certificate-expired",
      "certificate-purpose",
      "parcel-invalid",
      "too-large",
    ];
    expect(new Set(shown)).toEqual(new Set(possible));
  });
});

describe("the vectors of receipts", () => {
  test.each(receiptVectors)("$name", ({ receipt, at, outcome }) => {
    const der = Buffer.from(receipt, "base64");
    const verify = (): unknown =>
      verifyReceipt(der, { authorities, at: new Date(at), expected: {} }).receipt;
    if ("error" in outcome) {
      expect(verify).toThrow(expect.objectContaining({ code: outcome.error }));
    } else {
      expect(Buffer.from(decodeSignedData(der).content).toString("utf8")).toBe(outcome.json);
      expect({ format: "tsunagi-receipt/1", ...(verify() as object) }).toEqual(
        JSON.parse(outcome.json),
      );
    }
  });
});

test("the steps of the key agreement", () => {
  const { sharedSecret, wrapAlgorithm } = keyAgreement;
  const derived = keyEncryptionKey(hex(sharedSecret), hex(wrapAlgorithm));
  expect(Buffer.from(derived).toString("hex")).toBe(keyAgreement.keyEncryptionKey);
});
