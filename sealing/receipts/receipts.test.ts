import { beforeAll, describe, expect, test } from "vitest";
import { signContent } from "../cms/sign.ts";
import { type AcceptedReceipt, type OpenedReceipt, signReceipt, verifyReceipt } from "../index.ts";
import {
  careManagement,
  homeVisit,
  makeNetwork,
  makeOffice,
  type Network,
  noon,
  validity,
} from "../testing/offices.ts";
import { openWorkshop } from "../testing/openssl.ts";

const code = (expected: string): unknown => expect.objectContaining({ code: expected });

const accepted: AcceptedReceipt = {
  type: "accepted",
  id: "019a9f3c-7c00-7abc-8def-0123456789ab",
  from: careManagement,
  to: homeVisit,
  size: 6950,
  sealedSha256: "a".repeat(64),
  at: "2026-11-20T03:00:00.123Z",
};
const opened: OpenedReceipt = {
  type: "opened",
  id: accepted.id,
  from: accepted.from,
  to: accepted.to,
  sealedSha256: accepted.sealedSha256,
  signedSha256: "b".repeat(64),
  at: "2026-11-20T03:05:00.000Z",
};

const contentOf = (receipt: object): Uint8Array =>
  Buffer.from(JSON.stringify({ format: "tsunagi-receipt/1", ...receipt }));

let network: Network;
let check: { authorities: Network["authorities"]; at: Date; expected: object };
beforeAll(async () => {
  network = await makeNetwork();
  check = { authorities: network.authorities, at: new Date("2026-11-20T04:00:00Z"), expected: {} };
});

describe("a receipt", () => {
  test("of the centre and of the receiver comes back as it was", () => {
    const { center, receiver } = network;
    expect(verifyReceipt(signReceipt(accepted, center), check)).toEqual({
      receipt: accepted,
      signer: center.info,
    });
    expect(verifyReceipt(signReceipt(opened, receiver), check)).toEqual({
      receipt: opened,
      signer: receiver.info,
    });
  });

  test("is one line of JSON in a fixed order that OpenSSL verifies", () => {
    const shop = openWorkshop();
    shop.put("ca.pem", network.authority.certificate);
    shop.put("receipt.der", signReceipt(accepted, network.center));
    const json = shop.run(
      "openssl",
      "cms",
      "-verify",
      "-cades",
      "-inform",
      "DER",
      "-in",
      "receipt.der",
      "-CAfile",
      "ca.pem",
      "-x509_strict",
      "-attime",
      String(noon.getTime() / 1000),
    );
    expect(json).toBe(
      `{"format":"tsunagi-receipt/1","type":"accepted","id":"${accepted.id}","from":"1300000001","to":"1300000002","sealedSha256":"${accepted.sealedSha256}","size":6950,"at":"2026-11-20T03:00:00.123Z"}`,
    );
  });

  test("is not signed by another party", () => {
    const { center, sender, receiver } = network;
    expect(() => signReceipt(accepted, receiver)).toThrow(code("signer-mismatch"));
    expect(() => signReceipt(opened, center)).toThrow(code("signer-mismatch"));
    expect(() => signReceipt(opened, sender)).toThrow(code("signer-mismatch"));
  });

  test("that another party signed all the same is refused", () => {
    const { center, sender, receiver } = network;
    const at = new Date(opened.at);
    const { type, id, from, to, sealedSha256, signedSha256 } = opened;
    const openedContent = contentOf({
      type,
      id,
      from,
      to,
      sealedSha256,
      signedSha256,
      at: opened.at,
    });
    expect(verifyReceipt(signContent(openedContent, receiver, at), check).receipt).toEqual(opened);
    for (const forger of [center, sender]) {
      expect(() => verifyReceipt(signContent(openedContent, forger, at), check)).toThrow(
        code("signer-mismatch"),
      );
    }
    const acceptedContent = contentOf({
      type: "accepted",
      id,
      from,
      to,
      sealedSha256,
      size: 1,
      at: opened.at,
    });
    expect(verifyReceipt(signContent(acceptedContent, center, at), check).receipt.type).toBe(
      "accepted",
    );
    expect(() => verifyReceipt(signContent(acceptedContent, receiver, at), check)).toThrow(
      code("signer-mismatch"),
    );
  });

  test("is held against what is expected", () => {
    const der = signReceipt(accepted, network.center);
    const { type, id, from, to, size, sealedSha256 } = accepted;
    const expected = { type, id, from, to, size, sealedSha256 };
    expect(verifyReceipt(der, { ...check, expected }).receipt).toEqual(accepted);
    for (const wrong of [
      { type: "opened" as const },
      { id: "019a9f3c-7c00-7abc-8def-0123456789ac" },
      { from: homeVisit },
      { to: careManagement },
      { size: 1 },
      { sealedSha256: "c".repeat(64) },
      { signedSha256: "b".repeat(64) },
    ]) {
      expect(() => verifyReceipt(der, { ...check, expected: { ...expected, ...wrong } })).toThrow(
        code("receipt-mismatch"),
      );
    }
  });

  test("of other bytes than the canonical is refused", () => {
    const { center } = network;
    const at = new Date(accepted.at);
    for (const content of [
      "",
      "null",
      "{}",
      "試験",
      JSON.stringify({ format: "tsunagi-receipt/2", ...accepted }),
      JSON.stringify({ format: "tsunagi-receipt/1", ...accepted }, null, 1),
      JSON.stringify({ format: "tsunagi-receipt/1", ...accepted, extra: 1 }),
      JSON.stringify({ format: "tsunagi-receipt/1", ...accepted, size: "6950" }),
      JSON.stringify({ format: "tsunagi-receipt/1", ...accepted, id: "1" }),
    ]) {
      const der = signContent(Buffer.from(content), center, at);
      expect(() => verifyReceipt(der, check)).toThrow(code("receipt-invalid"));
    }
  });

  test("of impossible fields is not signed", () => {
    for (const wrong of [
      { id: "1" },
      { from: "x" },
      { to: "" },
      { size: 0 },
      { sealedSha256: "AA" },
      { at: "2026-11-20" },
    ]) {
      expect(() => signReceipt({ ...accepted, ...wrong }, network.center)).toThrow(
        code("receipt-invalid"),
      );
    }
  });
});

describe("the time of a receipt", () => {
  test("must be that of the signature", () => {
    const der = signReceipt(accepted, network.center);
    expect(verifyReceipt(der, check).receipt.at).toBe(accepted.at);
    const json = `{"format":"tsunagi-receipt/1","type":"accepted","id":"${accepted.id}","from":"1300000001","to":"1300000002","sealedSha256":"${accepted.sealedSha256}","size":6950,"at":"2026-11-20T03:00:00.123Z"}`;
    const later = signContent(Buffer.from(json), network.center, new Date("2026-11-20T03:00:01Z"));
    expect(() => verifyReceipt(later, check)).toThrow(code("receipt-invalid"));
  });

  test("does not lie in the future of the check, beyond what clocks differ", () => {
    const der = signReceipt(accepted, network.center);
    const at = (time: string): unknown =>
      verifyReceipt(der, { ...check, at: new Date(time) }).receipt;
    expect(at("2026-11-20T02:51:00Z")).toEqual(accepted);
    expect(() => at("2026-11-20T02:49:00Z")).toThrow(code("signing-time-wrong"));
  });

  test("decides whether the certificate was valid, however late the check", async () => {
    const der = signReceipt(opened, network.receiver);
    const late = { ...check, at: new Date("2031-01-01T00:00:00Z") };
    expect(verifyReceipt(der, late).receipt).toEqual(opened);
    const afterEnd = signReceipt({ ...opened, at: "2030-01-01T00:00:00.000Z" }, network.receiver);
    expect(() => verifyReceipt(afterEnd, late)).toThrow(code("certificate-expired"));
    const young = await makeOffice(network.authority, homeVisit, {
      ...validity,
      notBefore: new Date("2027-01-01T00:00:00Z"),
    });
    expect(() => verifyReceipt(signReceipt(opened, young), late)).toThrow(
      code("certificate-not-yet-valid"),
    );
  });
});

test("a receipt of a foreign authority of the same name is refused", async () => {
  const foreign = await makeNetwork();
  expect(() => verifyReceipt(signReceipt(accepted, foreign.center), check)).toThrow(
    code("certificate-foreign"),
  );
});

test("any changed byte of a receipt is found", () => {
  const der = signReceipt(accepted, network.center);
  for (let at = 0; at < der.length; at++) {
    const changed = Uint8Array.from(der);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    expect(() => verifyReceipt(changed, check), `byte ${at}`).toThrow(
      expect.objectContaining({ name: "SealingError" }),
    );
  }
});

test("what is no signature at all is refused", () => {
  for (const bytes of [new Uint8Array(0), Buffer.from("試験"), new Uint8Array(100).fill(0x30)]) {
    expect(() => verifyReceipt(bytes, check)).toThrow(code("signature-wrong"));
  }
});
