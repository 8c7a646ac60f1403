import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  careManagement,
  join,
  logIn,
  openPortal,
  password,
  type TestOffice,
} from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("the accounts", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let office: TestOffice;
  let numbers = 0;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    office = await join(center, careManagement);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  /** An office of its own for tests that lock or change it. */
  const next = (): typeof careManagement => {
    numbers += 1;
    return { ...careManagement, number: `14000000${String(numbers).padStart(2, "0")}` };
  };
  const logInOffice = (officeId: string, typed: string): Promise<unknown> =>
    center.callWeb().logInOffice({ body: { officeId, password: typed } });

  it("makes the office's ID of KJ, prefecture and number", () => {
    expect(office.letter.officeId).toBe("KJ131300000001");
  });

  it("lets a provisional password do nothing but its own change", async () => {
    const { officeId, provisionalPassword } = await center.issueOffice(next());
    const session = await center.callWeb().logInOffice({
      body: { officeId, password: provisionalPassword },
    });
    const portal = center.callWeb(session.token);

    expect(session.passwordChangeRequired).toBe(true);
    expect(await portal.officeAccount()).toMatchObject({
      officeId,
      serviceTypes: ["43"],
      passwordChangeRequired: true,
    });
    const required = refused("password-change-required");
    await expect(portal.licence()).rejects.toEqual(required);
    await expect(portal.listPersons()).rejects.toEqual(required);
    await expect(portal.listCertificates()).rejects.toEqual(required);
    const request = "-----BEGIN CERTIFICATE REQUEST-----";
    await expect(
      portal.requestCertificate({ body: { request, issuePassword: "x" } }),
    ).rejects.toEqual(required);

    const changed = await portal.changeOfficePassword({
      body: { currentPassword: provisionalPassword, newPassword: password },
    });
    expect(changed.passwordChangeRequired).toBe(false);
    expect(await center.callWeb(changed.token).licence()).toMatchObject({ licence: null });
  });

  it("takes a provisional password until its end", async () => {
    const { officeId, provisionalPassword, provisionalUntil } = await center.issueOffice(next());
    const now = center.clock.now;
    center.clock.now = new Date(provisionalUntil);
    await expect(logInOffice(officeId, provisionalPassword)).rejects.toEqual(
      refused("password-provisional-expired"),
    );
    center.clock.now = now;
    await expect(logInOffice(officeId, provisionalPassword)).resolves.toBeDefined();
  });

  it("reads IDs and passwords as a Japanese keyboard writes them", async () => {
    await expect(
      logInOffice(" ＫＪ131300000001", "ｈｉｍｉｔｓｕ－２０２６"),
    ).resolves.toBeDefined();
    await expect(logInOffice("kj131300000001", password)).resolves.toBeDefined();
  });

  it("refuses IDs of claims agents", async () => {
    await expect(logInOffice("HD131300000001", password)).rejects.toEqual(
      refused("agent-id-refused"),
    );
  });

  it("locks for 30 minutes after three wrong passwords, also for the right one", async () => {
    const { letter } = await openPortal(center, next());
    await expect(logInOffice(letter.officeId, "wrong-1")).rejects.toEqual(refused("login-wrong"));
    await expect(logInOffice(letter.officeId, "wrong-2")).rejects.toEqual(refused("login-wrong"));
    await expect(logInOffice(letter.officeId, "wrong-3")).rejects.toEqual(refused("login-locked"));

    await expect(logInOffice(letter.officeId, password)).rejects.toEqual(refused("login-locked"));
    center.clock.advance(29);
    await expect(logInOffice(letter.officeId, password)).rejects.toEqual(refused("login-locked"));
    center.clock.advance(1);
    await expect(logInOffice(letter.officeId, password)).resolves.toBeDefined();
  });

  it("forgets wrong passwords after a right one", async () => {
    const { letter } = await openPortal(center, next());
    for (let round = 0; round < 3; round += 1) {
      await expect(logInOffice(letter.officeId, "wrong-1")).rejects.toEqual(refused("login-wrong"));
      await expect(logInOffice(letter.officeId, "wrong-2")).rejects.toEqual(refused("login-wrong"));
      await logInOffice(letter.officeId, password);
    }
  });

  it("answers for an ID that nobody has as for one that exists", async () => {
    const unknown = "KJ139999999999";
    await expect(logInOffice(unknown, "wrong-1")).rejects.toEqual(refused("login-wrong"));
    await expect(logInOffice(unknown, "wrong-2")).rejects.toEqual(refused("login-wrong"));
    await expect(logInOffice(unknown, "wrong-3")).rejects.toEqual(refused("login-locked"));
    await expect(logInOffice(unknown, password)).rejects.toEqual(refused("login-locked"));
  });

  it("lets guesses that run side by side try no more than three", async () => {
    const { letter } = await openPortal(center, next());
    const guesses = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => logInOffice(letter.officeId, `wrong-${index}`)),
    );
    const codes = guesses.map((guess) =>
      guess.status === "rejected" ? (guess.reason as { code: string }).code : "in",
    );
    expect(codes.filter((code) => code === "login-wrong")).toHaveLength(2);
    expect(codes.filter((code) => code === "login-locked")).toHaveLength(10);
    await expect(logInOffice(letter.officeId, password)).rejects.toEqual(refused("login-locked"));
  });

  it("refuses weak new passwords", async () => {
    const { portal, letter } = await openPortal(center, next());
    const weak = ["short-1", "onlyletters", "1234567890", letter.officeId.toLowerCase(), password];
    for (const newPassword of weak) {
      await expect(
        portal.changeOfficePassword({ body: { currentPassword: password, newPassword } }),
        newPassword,
      ).rejects.toEqual(refused("password-too-weak"));
    }
    await expect(
      portal.changeOfficePassword({
        body: { currentPassword: "wrong-1", newPassword: "good-2026x" },
      }),
    ).rejects.toEqual(refused("login-wrong"));
  });

  it("ends every other login of the office when its password changes", async () => {
    const joined = await join(center, next());
    const second = await center.callWeb().logInOffice({
      body: { officeId: joined.letter.officeId, password },
    });

    const changed = await joined.portal.changeOfficePassword({
      body: { currentPassword: password, newPassword: "another-2026" },
    });

    await expect(joined.portal.licence()).rejects.toEqual(refused("session-expired"));
    await expect(center.callWeb(second.token).licence()).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(joined.desk.listMessages({ query: { box: "sent" } })).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(center.callWeb(changed.token).licence()).resolves.toBeDefined();
  });

  it("ends a portal login at its end and at the logout", async () => {
    const { portal } = await openPortal(center, next());
    const left = await openPortal(center, next());
    await left.portal.logOutOffice();
    await expect(left.portal.licence()).rejects.toEqual(refused("session-expired"));
    await expect(center.callWeb().licence()).rejects.toEqual(refused("session-missing"));
    center.clock.advance(60);
    await expect(portal.licence()).rejects.toEqual(refused("session-expired"));
  });

  it("keeps no password and no token in clear", async () => {
    const { accessToken, refreshToken } = await logIn(center, office, office, office.personId);
    const rows = await center.sql`
      select to_jsonb(a)::text as row from office_accounts a
      union all select to_jsonb(p)::text from persons p
      union all select to_jsonb(s)::text from desk_sessions s
      union all select to_jsonb(s)::text from office_sessions s`;
    const text = rows.map((row) => String(row["row"])).join("\n");
    for (const secret of [password, office.letter.issuePassword, accessToken, refreshToken]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString("hex"));
    }
    expect(text).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });
});
