import { beforeAll, describe, expect, it } from "vitest";
import { signContent } from "../cms/sign.ts";
import { careManagement, makeNetwork, type Network, noon } from "../testing/offices.ts";
import { leafHashOf, leafHashOfCertificate, readLogEntry, writeLogEntry } from "./entry.ts";
import { emptyTreeHash } from "./hash.ts";
import { type LogHead, signLogHead, verifyLogHead } from "./head.ts";

let network: Network;
const head: LogHead = { size: 0, rootHash: emptyTreeHash, at: noon.toISOString() };

beforeAll(async () => {
  network = await makeNetwork();
});

describe("a signed head of the log", () => {
  it("says what the centre signed", () => {
    const { center, authorities } = network;
    expect(verifyLogHead(signLogHead(head, center), { authorities, at: noon })).toEqual(head);
  });

  it("is not signed for an office, nor believed of one", () => {
    const { sender, authorities } = network;
    expect(() => signLogHead(head, sender)).toThrow(
      expect.objectContaining({ code: "signer-mismatch" }),
    );
    const text = `tsunagi-log/1 0 ${emptyTreeHash} ${head.at}`;
    const forged = signContent(Buffer.from(text), sender, noon);
    expect(() => verifyLogHead(forged, { authorities, at: noon })).toThrow(
      expect.objectContaining({ code: "signer-mismatch" }),
    );
  });

  it("is not one when the centre signed anything else", () => {
    const { center, authorities } = network;
    for (const text of [
      "",
      `tsunagi-log/1 00 ${emptyTreeHash} ${head.at}`,
      `tsunagi-log/1 1.5 ${emptyTreeHash} ${head.at}`,
      `tsunagi-log/1 0 ${emptyTreeHash.toUpperCase()} ${head.at}`,
      `tsunagi-log/1 0 ${emptyTreeHash} ${head.at} `,
      `tsunagi-log/1 0 ${emptyTreeHash} 2026-11-20`,
    ]) {
      const signed = signContent(Buffer.from(text), center, noon);
      expect(() => verifyLogHead(signed, { authorities, at: noon }), text).toThrow(
        expect.objectContaining({ code: "log-head-invalid" }),
      );
    }
    expect(() => signLogHead({ ...head, size: -1 }, center)).toThrow(
      expect.objectContaining({ code: "log-head-invalid" }),
    );
  });
});

describe("an entry of the log", () => {
  it("names the certificate of an office, the same words each time", () => {
    const { info } = network.sender;
    const text = writeLogEntry(info);
    expect(text).toBe(
      `tsunagi-certificate/1 ${careManagement} KaigoJigyousho ${info.serial} ${info.fingerprint} ` +
        "2026-04-01T00:00:00.000Z 2029-03-31T23:59:59.000Z",
    );
    expect(readLogEntry(text)).toEqual({
      office: careManagement,
      kind: "KaigoJigyousho",
      serial: info.serial,
      fingerprint: info.fingerprint,
      notBefore: "2026-04-01T00:00:00.000Z",
      notAfter: "2029-03-31T23:59:59.000Z",
    });
    expect(leafHashOfCertificate(info)).toBe(leafHashOf(text));
    expect(leafHashOfCertificate(network.center.info)).toBeUndefined();
  });

  it("is not one in any other words", () => {
    const text = writeLogEntry(network.sender.info);
    for (const other of ["", `${text} `, text.toUpperCase(), text.replace(" ", "  ")]) {
      expect(() => readLogEntry(other), other).toThrow(
        expect.objectContaining({ code: "log-entry-invalid" }),
      );
    }
  });
});
