import { beforeAll, describe, expect, test } from "vitest";
import {
  type AcceptedReceipt,
  type Evidence,
  type EvidenceReport,
  measureSealed,
  type OpenedReceipt,
  outlineSigned,
  type Sealed,
  signReceipt,
  sourceOf,
  verifyEvidence,
} from "../index.ts";
import { makeNetwork, type Network } from "../testing/offices.ts";
import { parcel, seal } from "../testing/parcels.ts";

let network: Network;
let sealed: Sealed;
let accepted: AcceptedReceipt;
let opened: OpenedReceipt;
let whole: Record<keyof Evidence, Uint8Array>;

beforeAll(async () => {
  network = await makeNetwork();
  sealed = seal(network);
  const { id, from, to } = parcel;
  const { sealedSha256, signedSha256 } = sealed;
  const size = sealed.sealed.length;
  accepted = { type: "accepted", id, from, to, sealedSha256, size, at: "2026-11-20T03:00:01.000Z" };
  opened = {
    type: "opened",
    id,
    from,
    to,
    sealedSha256,
    signedSha256,
    at: "2026-11-20T03:05:00.000Z",
  };
  whole = {
    sealed: sealed.sealed,
    signed: sealed.signed,
    accepted: signReceipt(accepted, network.center),
    opened: signReceipt(opened, network.receiver),
  };
});

const verify = (evidence: Evidence): EvidenceReport =>
  verifyEvidence({
    ...evidence,
    authorities: network.authorities,
    at: new Date("2031-11-20T00:00:00Z"),
  });
const states = ({ statements }: EvidenceReport): Record<string, string> =>
  Object.fromEntries(
    statements.map((statement) => [
      statement.subject,
      statement.state === "failed" ? statement.code : statement.state,
    ]),
  );
const allOk = {
  accepted: "ok",
  opened: "ok",
  signed: "ok",
  "sealed-is-the-accepted": "ok",
  "opened-is-the-accepted": "ok",
  "signed-is-the-opened": "ok",
};

describe("the evidence of a message", () => {
  test("holds as a whole, years after the certificates ended", () => {
    const report = verify(whole);
    expect(states(report)).toEqual(allOk);
    expect(report).toMatchObject({ holds: true, accepted, opened });
  });

  test("holds or fails alike when it is too large to be held", async () => {
    const measured = async (changes: Partial<typeof whole> = {}): Promise<EvidenceReport> => {
      const parts = { ...whole, ...changes };
      return verify({
        ...parts,
        sealed: await measureSealed(sourceOf(parts.sealed)),
        signed: await outlineSigned(sourceOf(parts.signed)),
      });
    };
    expect(await measured()).toEqual(verify(whole));
    const changed = Uint8Array.from(whole.sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(await measured({ sealed: changed })).toEqual(verify({ ...whole, sealed: changed }));
    const { signed } = seal(network, { ...parcel, note: "別の封書" });
    expect(await measured({ signed })).toEqual(verify({ ...whole, signed }));
    const inside = Uint8Array.from(whole.signed);
    inside[100] = (inside[100] ?? 0) ^ 1;
    expect(states(await measured({ signed: inside }))).toMatchObject({ signed: "changed" });
  });

  test("says in Japanese what it shows", () => {
    expect(verify(whole).statements.map(({ ja }) => ja)).toEqual([
      "令和8年11月20日 12:00:01、事業所1300000001から事業所1300000002への封書を、センターが受け付けました。",
      "令和8年11月20日 12:05:00、受信した事業所1300000002が封書を開き、内容に誤りがないことを確認しました。",
      "令和8年11月20日 12:00:00、事業所1300000001が内容に署名しました。",
      "封書は、センターが受け付けたものと同じです。",
      "開封されたものは、センターが受け付けたものと同じです。",
      "受信事業所が開封した内容は、送信事業所が署名した内容と同じです。",
    ]);
  });

  test("holds in part when it is there in part", () => {
    const report = verify({ sealed: whole.sealed, accepted: whole.accepted });
    expect(report.holds).toBe(true);
    expect(states(report)).toEqual({
      accepted: "ok",
      opened: "absent",
      signed: "absent",
      "sealed-is-the-accepted": "ok",
      "opened-is-the-accepted": "absent",
      "signed-is-the-opened": "absent",
    });
  });

  test("does not hold when there is none", () => {
    const report = verify({});
    expect(report.holds).toBe(false);
    expect(new Set(Object.values(states(report)))).toEqual(new Set(["absent"]));
  });
});

describe("evidence does not hold", () => {
  test("with another sealed message, be it of the same parcel", () => {
    const report = verify({ ...whole, sealed: seal(network).sealed });
    expect(states(report)).toEqual({ ...allOk, "sealed-is-the-accepted": "receipt-mismatch" });
    expect(report.holds).toBe(false);
  });

  test("with a receipt for another size", () => {
    const other = signReceipt({ ...accepted, size: accepted.size + 1 }, network.center);
    expect(states(verify({ ...whole, accepted: other }))).toEqual({
      ...allOk,
      "sealed-is-the-accepted": "receipt-mismatch",
    });
  });

  test("with other signed content", () => {
    const report = verify({
      ...whole,
      signed: seal(network, { ...parcel, note: "別の内容" }).signed,
    });
    expect(states(report)).toEqual({ ...allOk, "signed-is-the-opened": "receipt-mismatch" });
  });

  test.each([
    ["id", { id: "019a9f3c-7c00-7abc-8def-0123456789ac" }],
    ["sealed bytes", { sealedSha256: "0".repeat(64) }],
  ])("with an opened receipt of another %s", (_, change) => {
    const report = verify({
      ...whole,
      opened: signReceipt({ ...opened, ...change }, network.receiver),
    });
    expect(states(report)).toEqual({ ...allOk, "opened-is-the-accepted": "receipt-mismatch" });
  });

  test("with an opened receipt of another sender's message", () => {
    const report = verify({
      ...whole,
      opened: signReceipt({ ...opened, from: "1300000009" }, network.receiver),
    });
    expect(states(report)).toMatchObject({
      signed: "signer-mismatch",
      "opened-is-the-accepted": "receipt-mismatch",
      "signed-is-the-opened": "absent",
    });
  });

  test("with the receipts in each other's place", () => {
    const report = verify({ ...whole, accepted: whole.opened, opened: whole.accepted });
    expect(states(report)).toMatchObject({
      accepted: "receipt-mismatch",
      opened: "receipt-mismatch",
    });
  });

  test("under a foreign authority of the same name", async () => {
    const { authorities } = await makeNetwork();
    const report = verifyEvidence({ ...whole, authorities });
    expect(states(report)).toMatchObject({
      accepted: "certificate-foreign",
      opened: "certificate-foreign",
      signed: "certificate-foreign",
    });
    expect(report.holds).toBe(false);
  });

  test("with bytes that are nothing of the kind", () => {
    const junk = Buffer.from("試験");
    const report = verify({ sealed: junk, signed: junk, accepted: junk, opened: junk });
    expect(states(report)).toMatchObject({
      accepted: "signature-wrong",
      opened: "signature-wrong",
      signed: "signature-wrong",
    });
    expect(report.statements[0]?.ja).toMatch(
      /^センターの受付証を確認できません。電子署名が正しくありません。/,
    );
  });
});
