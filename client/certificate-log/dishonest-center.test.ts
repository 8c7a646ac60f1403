import { join } from "node:path";
import {
  type Authority,
  type CertificateInfo,
  createRequest,
  generateKeyPair,
  issueCertificate,
  type OfficeCertificate,
  parseCertificate,
} from "@tsunagi/sealing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendToLog, appendUnlogged } from "../../center/certificate-log/append.ts";
import { readKeyFile } from "../../center/certificates/files.ts";
import { openPool, type Sql } from "../../center/database/pool.ts";
import { createChanges } from "../changes.ts";
import type { Office } from "../office.ts";
import { openStore } from "../store/store.ts";
import {
  joinNetwork,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { plan, planAt, withOffice } from "../testing/samples.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { followLog } from "./follow-log.ts";

let network: Network;
let manager: TestDesk;
let helper: TestDesk;
/** The operator's hand in the database. */
let sql: Sql;

beforeEach(async () => {
  network = await startNetwork();
  sql = openPool(network.center().databaseUrl, 2);
  manager = await joinNetwork(network, planner);
  helper = await joinNetwork(network, provider);
});
afterEach(async () => {
  await manager.engine.close();
  await helper.engine.close();
  await sql.end();
  await network.remove();
});

describe("a centre that is honest", () => {
  it("gets messages through, and both offices find the log in order", async () => {
    await sendOne(manager);
    await until(manager.engine, () => stationOf(manager, "accepted"));
    expect(await helper.engine.fetchNow()).toMatchObject({ received: [expect.any(String)] });
    await manager.engine.fetchNow();
    for (const desk of [manager, helper]) {
      expect(logOf(desk)).toEqual({ trouble: null, strange: [] });
    }
  });
});

describe("a centre that makes a certificate for itself, to read along", () => {
  it("is not sent anything when the certificate is not in the log", async () => {
    await putForward(await forge(provider.number));
    const id = await sendOne(manager);
    const trouble = await until(manager.engine, () => manager.engine.message(id).trouble);
    expect(trouble).toMatchObject({ code: "certificate-unlogged", retrying: false });
  });

  it("is seen by the office whose name it took when it puts the certificate into the log", async () => {
    const forged = await forge(provider.number);
    await putForward(forged);
    await appendUnlogged(sql);
    await helper.engine.fetchNow();
    expect(logOf(helper)).toEqual({
      trouble: null,
      strange: [expect.objectContaining({ serial: forged.serial })],
    });
    await manager.engine.fetchNow();
    expect(logOf(manager).strange).toEqual([]);

    helper.engine.acknowledgeCertificate(forged.serial);
    expect(logOf(helper).strange).toEqual([]);
  });
});

describe("a centre that rewrites the log", () => {
  it("is found out by each office that saw the log before, and sent nothing until the log is whole again", async () => {
    const forged = await forge(provider.number);
    await putForward(forged);
    await appendUnlogged(sql);
    await helper.engine.fetchNow();
    await manager.engine.fetchNow();
    await keepCopy();
    await rewrite((issued) => issued.filter(({ serial }) => serial !== forged.serial));

    await manager.engine.fetchNow();
    expect(logOf(manager).trouble).toMatchObject({ message: expect.stringContaining("公開記録") });
    const id = await sendOne(manager);
    const trouble = await until(manager.engine, () => manager.engine.message(id).trouble);
    expect(trouble).toMatchObject({ code: "log-rewritten", retrying: false });

    await putBack();
    expect((await manager.engine.fetchNow()).sent).toContain(id);
    expect(logOf(manager).trouble).toBeNull();
  });

  it("is found out when it shows partners another log: each message carries how its sender knows it", async () => {
    await helper.engine.fetchNow();
    await keepCopy();
    // A new office is shown one in which the entries stand in another order.
    await rewrite((issued) => issued.toReversed());
    const newcomer = await joinNetwork(network, third);
    try {
      await newcomer.engine.fetchNow();
      expect(logOf(newcomer).trouble).toBeNull();
      await newcomer.engine.sendFiles(withOffice(plan(), planner.number, third.number));
      await until(newcomer.engine, () => stationOf(newcomer, "accepted"));

      await putBack();
      expect(await helper.engine.fetchNow()).toMatchObject({ received: [] });
      const [waiting] = helper.engine.list("received");
      expect(waiting?.trouble).toMatchObject({ code: "certificate-unlogged" });

      await appendUnlogged(sql);
      expect(await helper.engine.fetchNow()).toMatchObject({ received: [waiting?.id] });
      expect(logOf(helper).trouble).toMatchObject({ message: expect.any(String) });
    } finally {
      await newcomer.engine.close();
    }
  });

  it("is found out when it holds the log back", async () => {
    const store = openStore(temporaryFolder());
    const inThreeDays: Office = {
      store,
      now: () => new Date(Date.now() + 3 * 86_400_000),
      changes: createChanges(),
      authorities: network.center().authorities.map((pem) => parseCertificate(pem)),
      report: () => undefined,
      keyPassphrase: undefined,
    };
    try {
      await expect(followLog(inThreeDays, network.center().callWeb())).rejects.toMatchObject({
        code: "log-held-back",
      });
    } finally {
      store.close();
    }
  });
});

const third = { ...planner, number: "1370000045", name: "みほん第二居宅介護支援事業所" };

function logOf({ engine }: TestDesk) {
  const state = engine.state();
  if (state.phase !== "ready") throw new Error(state.phase);
  return state.certificateLog;
}

function stationOf({ engine }: TestDesk, station: string): boolean {
  return engine.list("sent").some((message) => message.station === station);
}

async function sendOne({ engine }: TestDesk): Promise<string> {
  const { messageIds } = await engine.sendFiles(planAt("20261120100000"));
  return messageIds[0] ?? "";
}

/** What the operator can do who runs the authority too. */
async function forge(officeNumber: string): Promise<OfficeCertificate> {
  const now = Date.now();
  return issueCertificate(authority(), {
    request: await createRequest(generateKeyPair(), { officeNumber }),
    kind: "CarePlanJigyousho",
    officeNumber,
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + 86_400_000),
  });
}

function authority(): Authority {
  const folder = join(network.place.dataFolder, "authority");
  const file = readKeyFile(folder, "authority", undefined);
  if (file === undefined) throw new Error("no authority");
  return file;
}

/** The directory gives it out beside the office's own. */
async function putForward(forged: OfficeCertificate): Promise<void> {
  const { serial, officeNumber, kind, fingerprint, pem, notBefore, notAfter } = forged;
  await sql`
    insert into certificates (serial, office, kind, fingerprint, not_before, not_after, pem)
    values (${serial}, ${officeNumber}, ${kind}, ${fingerprint}, ${notBefore}, ${notAfter}, ${pem})`;
}

/** Keeps the log as it is, to be put back. */
async function keepCopy(): Promise<void> {
  for (const table of logTables) {
    await sql`create table ${sql(`kept_${table}`)} as table ${sql(table)}`;
  }
}

async function putBack(): Promise<void> {
  await empty();
  for (const table of logTables) {
    await sql`insert into ${sql(table)} select * from ${sql(`kept_${table}`)}`;
  }
}

/** Makes the log anew of certificates that were issued, as one can who has the database. */
async function rewrite(
  choose: (issued: OfficeCertificate[]) => readonly OfficeCertificate[],
): Promise<void> {
  const rows = await sql<{ pem: string }[]>`
    select pem from certificates join log_entries using (fingerprint) order by number`;
  const issued = rows.map(({ pem }) => parseCertificate(pem));
  await empty();
  await sql.begin((transaction) => appendToLog(transaction, choose(issued.filter(isOfOffice))));
}

function isOfOffice(certificate: CertificateInfo): certificate is OfficeCertificate {
  return certificate.officeNumber !== undefined;
}

const logTables = ["log_entries", "log_nodes", "log_heads"];

async function empty(): Promise<void> {
  for (const table of logTables) {
    await sql`alter table ${sql(table)} disable trigger user`;
    await sql`delete from ${sql(table)}`;
  }
}
