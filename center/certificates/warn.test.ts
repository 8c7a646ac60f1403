import { parseCertificate } from "@tsunagi/sealing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Postman } from "../notices/postman.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { type MailServer, startMailServer } from "../testing/mail-server.ts";
import { careManagement, join, type TestOffice } from "../testing/offices.ts";
import { revokeCertificate } from "./revoke.ts";
import { makeCertificatePostman } from "./warn.ts";

describeOnEachDatabase("the warning before a certificate's end", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let server: MailServer;
  let postman: Postman;
  let office: TestOffice;
  const failures: unknown[] = [];
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    server = await startMailServer();
    const config = {
      smtpUrl: server.url,
      from: "renkei@example.jp",
      portalUrl: "https://renkei.example.jp/portal/",
    };
    // The pool of the test has no types of its own for columns.
    const context = { sql: center.sql as never, clock: () => center.clock.now };
    postman = makeCertificatePostman(context, config, (error) => failures.push(error));
    office = await join(center, careManagement);
  });
  beforeEach(async () => {
    failures.length = 0;
    server.taken.length = 0;
    await center.sql`truncate certificate_warnings`;
  });
  afterAll(async () => {
    postman.close();
    await server.stop();
    await center.stop();
    await place.remove();
  });

  function daysBeforeEnd(days: number): void {
    const end = parseCertificate(office.signer.certificate).notAfter.getTime();
    center.clock.now = new Date(end - days * 86_400_000);
  }

  it("is sent 90, 60, 30 and 7 days before, each once", async () => {
    const sentAt: number[] = [];
    for (let days = 100; days >= 0; days -= 1) {
      daysBeforeEnd(days);
      if ((await postman.sendDue()) === 1) sentAt.push(days);
      expect(await postman.sendDue()).toBe(0);
    }
    expect(sentAt).toEqual([90, 60, 30, 7]);
    expect(server.taken.map(({ to }) => to)).toEqual(sentAt.map(() => ["shiken@example.jp"]));
    expect(textOf(server.taken[1]?.source)).toContain("あと60日");
    expect(textOf(server.taken[1]?.source)).not.toContain(careManagement.name);
  });

  it("tells only the nearest where days were missed", async () => {
    daysBeforeEnd(20);
    expect(await postman.sendDue()).toBe(1);
    expect(textOf(server.taken[0]?.source)).toContain("あと20日");
    expect(await postman.sendDue()).toBe(0);
  });

  it("is sent later when the mail server is away", async () => {
    daysBeforeEnd(60);
    server.refuseWith(451);
    expect(await postman.sendDue()).toBe(0);
    expect(failures).toHaveLength(1);
    server.refuseWith(undefined);
    expect(await postman.sendDue()).toBe(1);
  });

  it("is not sent of a certificate that is revoked", async () => {
    daysBeforeEnd(60);
    const context = { sql: center.sql as never, clock: () => center.clock.now };
    await revokeCertificate(context, { serial: office.serial }, "superseded");
    expect(await postman.sendDue()).toBe(0);
  });
});

function textOf(source = ""): string {
  const [, body = ""] = source.split("\r\n\r\n");
  return Buffer.from(body, "base64").toString("utf8");
}
