import { afterAll, beforeAll, expect, it } from "vitest";
import { openPool, type Sql } from "../database/pool.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, join, type TestOffice } from "../testing/offices.ts";
import { recordAct, verifyAudit } from "./record.ts";

describeOnEachDatabase("the audit", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let office: TestOffice;
  let sql: Sql;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    office = await join(center, careManagement);
    sql = openPool(center.databaseUrl, 8);
  });
  afterAll(async () => {
    await sql.end();
    await center.stop();
    await place.remove();
  });

  it("holds what matters for security, in its order, without names or passwords", async () => {
    await center
      .callWeb()
      .logInOffice({ body: { officeId: "KJ13himitsu-2026", password: "x" } })
      .catch(() => undefined);
    const { serial, number } = office;
    await office.portal.revokeCertificate({ params: { serial }, body: { reason: "superseded" } });

    const entries = await sql<{ act: string; office: string | null; subject: string | null }[]>`
      select act, office, subject from audit order by number`;

    expect(entries.map(({ act }) => act)).toEqual([
      "office-added",
      "password-changed",
      "licence-applied",
      "certificate-issued",
      "person-added",
      "password-changed",
      "login-failed",
      "certificate-revoked",
    ]);
    expect(entries.at(-1)).toEqual({ act: "certificate-revoked", office: number, subject: serial });
    expect(entries.at(-2)).toEqual({
      act: "login-failed",
      office: null,
      subject: "office:unknown",
    });
    expect(JSON.stringify(entries)).not.toMatch(/試験|himitsu/);
  });

  it("is one chain, however many write at once", async () => {
    const before = await verifyAudit(sql);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        sql.begin((transaction) =>
          recordAct(transaction, { at: new Date(), act: "office-added", subject: `n${index}` }),
        ),
      ),
    );
    expect(await verifyAudit(sql)).toEqual({ entries: before.entries + 20, brokenAt: null });
  });

  it("cannot be changed, and shows it when it was changed all the same", async () => {
    await expect(sql`update audit set act = 'nothing' where number = 3`).rejects.toThrow(
      /append-only/,
    );
    await expect(sql`delete from audit where number = 3`).rejects.toThrow(/append-only/);
    await expect(sql`truncate audit`).rejects.toThrow(/append-only/);

    await sql.begin(async (transaction) => {
      await transaction`alter table audit disable trigger audit_append_only`;
      await transaction`update audit set office = '1399999999' where number = 3`;
    });
    expect((await verifyAudit(sql)).brokenAt).toBe(3);
    await sql`update audit set office = ${office.number} where number = 3`;
    expect((await verifyAudit(sql)).brokenAt).toBeNull();
    await sql`delete from audit where number = 5`;
    expect((await verifyAudit(sql)).brokenAt).toBe(6);
  });
});
