import {
  leafHashOfCertificate,
  parseCertificate,
  readLogEntry,
  verifyConsistency,
  verifyInclusion,
  verifyLogHead,
} from "@tsunagi/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  careManagement,
  type Enrolled,
  openPortal,
  requestCertificate,
} from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("the log of certificates", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  let numbers = 0;
  async function issueOne(): Promise<Enrolled> {
    numbers += 1;
    const number = `15000000${String(numbers).padStart(2, "0")}`;
    return requestCertificate(await openPortal(center, { ...careManagement, number }));
  }
  const anyone = () => center.callWeb();
  async function verifiedHead() {
    const head = await anyone().logHead();
    const authorities = center.authorities.map((pem) => parseCertificate(pem));
    const signed = Buffer.from(head.signed, "base64");
    const said = verifyLogHead(signed, { authorities, at: center.clock.now });
    expect({ ...said, signed: head.signed }).toEqual(head);
    return said;
  }

  it("is empty before the first certificate, and its head is signed all the same", async () => {
    expect(await verifiedHead()).toMatchObject({ size: 0 });
    expect(await anyone().logEntries({ query: { from: 0 } })).toEqual({ entries: [] });
  });

  it("holds each certificate from the moment it is issued, with the proof", async () => {
    for (let issued = 1; issued <= 6; issued++) {
      const { signer } = await issueOne();
      const certificate = parseCertificate(signer.certificate);
      const head = await verifiedHead();
      expect(head.size).toBe(issued);
      const { index, proof } = await anyone().logInclusion({
        query: { fingerprint: certificate.fingerprint, size: head.size },
      });
      const hash = leafHashOfCertificate(certificate) ?? "";
      verifyInclusion({ index, hash }, head, proof);
    }
    const { entries } = await anyone().logEntries({ query: { from: 2, limit: 3 } });
    expect(entries.map((entry) => readLogEntry(entry).office)).toEqual([
      "1500000003",
      "1500000004",
      "1500000005",
    ]);
  });

  it("proves that it has only grown, from each of its sizes on", async () => {
    const older = await verifiedHead();
    await Promise.all([issueOne(), issueOne(), issueOne()]);
    const newer = await verifiedHead();
    expect(newer.size).toBe(older.size + 3);
    const { proof } = await anyone().logConsistency({
      query: { older: older.size, newer: newer.size },
    });
    verifyConsistency(older, newer, proof);
    expect(await anyone().logConsistency({ query: { older: 0, newer: newer.size } })).toEqual({
      proof: [],
    });
  });

  it("signs a head anew after an hour, and gives out the same until then", async () => {
    const first = await anyone().logHead();
    expect(await anyone().logHead()).toEqual(first);
    center.clock.advance(61);
    const second = await verifiedHead();
    expect(second.rootHash).toBe(first.rootHash);
    expect(second.at > first.at).toBe(true);
  });

  it("refuses to prove what is not there", async () => {
    const { size } = await anyone().logHead();
    await expect(
      anyone().logInclusion({ query: { fingerprint: "0".repeat(64), size } }),
    ).rejects.toEqual(refused("not-found"));
    await expect(anyone().logConsistency({ query: { older: 1, newer: size + 1 } })).rejects.toEqual(
      refused("request-invalid"),
    );
    await expect(anyone().logConsistency({ query: { older: size, newer: 1 } })).rejects.toEqual(
      refused("request-invalid"),
    );
  });

  it("cannot be changed or shortened in the database", async () => {
    const { sql } = center;
    await expect(sql`delete from log_entries where number = 0`).rejects.toThrow("append-only");
    await expect(sql`update log_nodes set hash = ''`).rejects.toThrow("append-only");
    await expect(sql`truncate log_entries`).rejects.toThrow("append-only");
  });

  it("takes in at the next start what was issued before there was a log", async () => {
    const before = await anyone().logEntries({ query: { from: 0 } });
    for (const table of ["log_entries", "log_nodes", "log_heads"]) {
      await center.sql`alter table ${center.sql(table)} disable trigger all`;
      await center.sql`delete from ${center.sql(table)}`;
    }
    await center.stop();
    center = await startTestCenter(place);
    const after = await anyone().logEntries({ query: { from: 0 } });
    expect(after.entries.toSorted()).toEqual(before.entries.toSorted());
    expect(await verifiedHead()).toMatchObject({ size: before.entries.length });
  });
});
