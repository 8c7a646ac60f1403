import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  createAuthority,
  createRequest,
  importPrivateKey,
  issueCertificate,
} from "@tsunagi/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEngine } from "../engine/open-engine.ts";
import { explain } from "../errors.ts";
import {
  engineOptions,
  joinNetwork,
  logIn,
  type Network,
  officePassword,
  openDesk,
  personPassword,
  planner,
  provider,
  startNetwork,
  type TestDesk,
} from "../testing/network.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const validity = {
  notBefore: new Date("2026-01-01T00:00:00Z"),
  notAfter: new Date("2036-01-01T00:00:00Z"),
};

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;
/** The clock of the care manager's desk; the centre has its own. */
let now: Date;

beforeAll(async () => {
  network = await startNetwork();
  now = network.center().clock.now;
  manager = await joinNetwork(network, planner, { clock: () => now });
  helpers = await joinNetwork(network, provider);
});
afterAll(async () => {
  await manager?.engine.close();
  await helpers?.engine.close();
  await network?.remove();
});

function advance(minutes: number): void {
  network.center().clock.advance(minutes);
  now = network.center().clock.now;
}

const code = (expected: string) => expect.objectContaining({ code: expected });

describe("enrolment", () => {
  it("refuses a wrong password and an agent's ID, and says what to do", async () => {
    const letter = await network.issue({ ...planner, number: "1370000101" });
    const { engine } = await openDesk(network, letter);
    const { officeId, issuePassword } = letter;
    await expect(
      engine.enrol({ officeId, password: "chigau-2026", issuePassword }),
    ).rejects.toMatchObject({ code: "login-wrong" });
    await expect(
      engine.enrol({ officeId: "HD131370000101", password: "x", issuePassword }),
    ).rejects.toMatchObject({ code: "agent-id-refused" });
    expect(engine.state().phase).toBe("not-enrolled");
    await engine.close();
  });

  it("goes on with the same form after the password was changed and the next step failed", async () => {
    const letter = await network.issue({ ...planner, number: "1370000102" }, { licensed: false });
    const { engine } = await openDesk(network, letter);
    const form = {
      officeId: letter.officeId,
      password: letter.provisionalPassword,
      newPassword: officePassword,
    };
    await expect(engine.enrol({ ...form, issuePassword: "chigau" })).rejects.toMatchObject({
      code: "issue-password-wrong",
    });
    await engine.enrol({ ...form, issuePassword: letter.issuePassword });
    expect(engine.state().phase).toBe("person-login");
    await expect(
      engine.enrol({ ...form, issuePassword: letter.issuePassword }),
    ).rejects.toMatchObject({ code: "already-enrolled" });
    await engine.close();
  });

  it("finds the certificate whose answer got lost, instead of asking for a second one", async () => {
    const letter = await network.issue({ ...planner, number: "1370000103" });
    const desk = await openDesk(network, letter);
    const form = {
      officeId: letter.officeId,
      password: letter.provisionalPassword,
      issuePassword: letter.issuePassword,
    };
    await desk.engine.enrol(form);
    await desk.engine.close();
    // As if the program had been killed before it could write the certificate down.
    const database = new DatabaseSync(join(desk.folder, "tsunagi.sqlite"));
    database.exec("UPDATE own_key SET certificate_pem = NULL, not_after = NULL");
    database.close();

    await desk.reopen();
    expect(desk.engine.state().phase).toBe("not-enrolled");
    await desk.engine.enrol(form);
    expect(desk.engine.state().phase).toBe("person-login");
    expect(readdirSync(join(desk.folder, "keys"))).toHaveLength(1);
    await desk.engine.close();
  });

  it("keeps the key encrypted when there is a passphrase", async () => {
    const letter = await network.issue({ ...planner, number: "1370000104" });
    const desk = await openDesk(network, letter, { keyPassphrase: "aikotoba" });
    await desk.engine.enrol({
      officeId: letter.officeId,
      password: letter.provisionalPassword,
      issuePassword: letter.issuePassword,
    });
    await desk.engine.close();

    const options = engineOptions(network, desk.folder);
    await expect(openEngine({ ...options, keyPassphrase: "chigau" })).rejects.toMatchObject({
      code: "passphrase-wrong",
    });
    await expect(openEngine(options)).rejects.toMatchObject({ code: "passphrase-wrong" });
    await desk.reopen();
    expect(desk.engine.state().phase).toBe("person-login");
    await desk.engine.close();
  });

  it("trusts the configured authority only", async () => {
    const foreign = await createAuthority(validity);
    const engine = await openEngine({
      ...engineOptions(network, temporaryFolder()),
      authority: foreign.certificate,
    });
    await expect(
      engine.enrol({ officeId: "KJ131370000101", password: "x", issuePassword: "y" }),
    ).rejects.toSatisfy((error) => explain(error).code === "centre-not-trusted");
    await engine.close();
  });
});

describe("the login", () => {
  it("outlives the program, renews itself, and ends after eight hours", async () => {
    await manager.reopen();
    expect(manager.engine.state().phase).toBe("ready");
    await manager.engine.fetchNow();

    advance(61);
    await manager.engine.fetchNow();

    advance(8 * 60);
    expect(manager.engine.state().phase).toBe("person-login");
    await expect(manager.engine.fetchNow()).rejects.toMatchObject({ code: "login-needed" });

    await logIn(manager);
    expect(manager.engine.state()).toMatchObject({
      phase: "ready",
      office: { number: planner.number, name: planner.name },
      online: true,
      licence: { state: "active" },
    });
  });

  it("goes in two steps, of which the second waits ten minutes", async () => {
    const { engine, personId, letter } = manager;
    await engine.logOut();
    expect(engine.state().phase).toBe("person-login");
    expect(await engine.logInPerson({ personId, password: personPassword })).toMatchObject({
      phase: "office-login",
      person: { personId },
    });
    advance(11);
    expect(engine.state().phase).toBe("person-login");
    const { officeId } = letter;
    await expect(engine.logInOffice({ officeId, password: officePassword })).rejects.toMatchObject({
      code: "ticket-expired",
    });
    await logIn(manager);
  });

  it("refuses wrong passwords and locks after three", async () => {
    await logIn(helpers);
    const { engine, personId } = helpers;
    for (const expected of ["login-wrong", "login-wrong", "login-locked", "login-locked"]) {
      await expect(engine.logInPerson({ personId, password: "chigau-2026" })).rejects.toMatchObject(
        { code: expected },
      );
    }
    // Who is logged in already stays so.
    await engine.fetchNow();
  });

  it("cannot be taken over to another office's certificate", async () => {
    await manager.engine.close();
    await helpers.engine.close();
    const from = new DatabaseSync(join(helpers.folder, "tsunagi.sqlite"));
    const stolen =
      from.prepare("SELECT refresh_token AS token FROM session").get()?.["token"] ?? "";
    from.close();
    const to = new DatabaseSync(join(manager.folder, "tsunagi.sqlite"));
    to.prepare("UPDATE session SET refresh_token = ?").run(String(stolen));
    to.close();

    await manager.reopen();
    await expect(manager.engine.fetchNow()).rejects.toMatchObject({
      code: "login-needed",
      cause: code("certificate-office-mismatch"),
    });
    expect(manager.engine.state().phase).toBe("person-login");
    await logIn(manager);
    await helpers.reopen();
    await helpers.engine.fetchNow();
  });
});

describe("the certificate", () => {
  it("of another authority is refused by the centre", async () => {
    await helpers.engine.close();
    const path = join(helpers.folder, "tsunagi.sqlite");
    const database = new DatabaseSync(path);
    const before = database.prepare("SELECT key_id, certificate_pem FROM own_key").get();
    const pem = readFileSync(
      join(helpers.folder, "keys", `${String(before?.["key_id"])}.pem`),
      "utf8",
    );
    const foreign = await createAuthority(validity);
    const officeNumber = provider.number;
    const request = await createRequest(importPrivateKey(pem), { officeNumber });
    const kind = "KaigoJigyousho";
    const forged = await issueCertificate(foreign, { request, kind, officeNumber, ...validity });
    const put = database.prepare("UPDATE own_key SET certificate_pem = ?");
    put.run(forged.pem);

    // Opened without saying the authority again, as a program that was tampered with would.
    const engine = await openEngine({ folder: helpers.folder });
    await expect(
      engine.logInPerson({ personId: helpers.personId, password: personPassword }),
    ).rejects.toMatchObject({ code: "certificate-foreign" });
    await engine.close();
    await expect(openEngine(engineOptions(network, helpers.folder))).rejects.toMatchObject({
      code: "folder-of-other-centre",
    });
    put.run(String(before?.["certificate_pem"]));
    database.close();
    await helpers.reopen();
  });

  it("that is past its end needs a new one, while what was received stays readable", async () => {
    network.center().clock.advance(3 * 366 * 24 * 60);
    const { engine, personId, letter } = helpers;
    await expect(engine.logInPerson({ personId, password: personPassword })).rejects.toMatchObject({
      code: "certificate-expired",
    });
    expect(engine.state()).toMatchObject({
      phase: "not-enrolled",
      suggestedOfficeId: letter.officeId,
    });
    expect(engine.list("received")).toEqual([]);
    await expect(engine.fetchNow()).rejects.toMatchObject({ code: "not-enrolled" });
  });
});

describe("an office's folder", () => {
  it("belongs to one centre, named once", async () => {
    const engine = openEngine({ folder: temporaryFolder() });
    await expect(engine).rejects.toMatchObject({ code: "centre-not-set" });
    const foreign = await createAuthority(validity);
    await manager.engine.close();
    await expect(
      openEngine({ folder: manager.folder, authority: foreign.certificate }),
    ).rejects.toMatchObject({ code: "folder-of-other-centre" });
    manager.engine = await openEngine({ folder: manager.folder });
    expect(manager.engine.state()).toMatchObject({ centre: network.proxy.url });
  });
});
