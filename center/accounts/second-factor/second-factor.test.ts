import type { Caller } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../../testing/databases.ts";
import { type MailServer, startMailServer } from "../../testing/mail-server.ts";
import { linkIn, textOf } from "../../testing/mail-text.ts";
import {
  careManagement,
  homeVisit,
  join,
  openPortal,
  type PortalOffice,
  password,
} from "../../testing/offices.ts";
import { runCenterCommand } from "../../testing/process.ts";
import { refused } from "../../testing/refused.ts";
import { stepOf, totp } from "./totp.ts";

const email = "anzen@example.jp";

describeOnEachDatabase("the second factor of an office account", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let mail: MailServer;
  let numbers = 10;
  beforeAll(async () => {
    place = await takePlace();
    mail = await startMailServer();
    center = await startTestCenter(place, {
      mail: {
        smtpUrl: mail.url,
        from: "renkei@example.jp",
        portalUrl: "https://renkei.example.jp/portal/",
        // Codes go by the bell, everything else of these tests by the rounds.
        everySeconds: 0.05,
      },
    });
  });
  afterAll(async () => {
    await center.stop();
    await mail.stop();
    await place.remove();
  });
  afterEach(() => {
    mail.taken.length = 0;
    center.clock.advance(2);
  });

  const open = async (): Promise<PortalOffice> => {
    numbers += 1;
    return openPortal(center, { ...careManagement, number: `13000000${numbers}` });
  };
  const logIn = async (
    { letter }: PortalOffice,
    more: { code?: string; browser?: string } = {},
  ): Promise<Caller<ExchangeRoutes>> => {
    const body = { officeId: letter.officeId, password, ...more };
    const { token } = await center.callWeb().logInOffice({ body });
    return center.callWeb(token);
  };
  const askCode = ({ letter }: PortalOffice) =>
    center.callWeb().askLoginCode({ body: { officeId: letter.officeId, password } });
  /** The code of the mail that comes next to an address. */
  const mailedCode = async (to = email): Promise<string> => {
    const found = await mail.next((one) => one.to.includes(to) && /code|コード/.test(textOf(one)));
    return /^ {4}([0-9]{6})$/m.exec(textOf(found).replaceAll("\r", ""))?.[1] ?? "";
  };
  const withMail = async (): Promise<PortalOffice> => {
    const office = await open();
    await office.portal.setSecurityAddress({ body: { password, email } });
    await office.portal.confirmSecurityAddress({ body: { code: await mailedCode() } });
    mail.taken.length = 0;
    center.clock.advance(2);
    return office;
  };

  it("is an address that shows itself by a code; then a login asks for one", async () => {
    const office = await open();
    const sent = await office.portal.setSecurityAddress({ body: { password, email } });
    expect(sent).toMatchObject({ way: "mail", to: "a***@example.jp", minutes: 10 });
    expect(await office.portal.security()).toMatchObject({ way: "none", email: null });
    const code = await mailedCode();
    const wrong = { body: { code: otherThan(code) } };
    await expect(office.portal.confirmSecurityAddress(wrong)).rejects.toEqual(
      refused("code-wrong"),
    );
    const security = await office.portal.confirmSecurityAddress({ body: { code } });
    expect(security).toMatchObject({ way: "mail", email, sendsMail: true });

    center.clock.advance(2);
    await expect(logIn(office)).rejects.toEqual(refused("code-required"));
    expect(await askCode(office)).toMatchObject({ way: "mail", to: "a***@example.jp" });
    const portal = await logIn(office, { code: await mailedCode() });
    expect(await portal.officeAccount()).toMatchObject({ officeId: office.letter.officeId });
  });

  it("asks for the password before it is set or taken off", async () => {
    const office = await withMail();
    const wrong = { password: "chigau-2026" };
    await expect(office.portal.setSecurityAddress({ body: { ...wrong, email } })).rejects.toEqual(
      refused("login-wrong"),
    );
    await expect(office.portal.removeSecurityAddress({ body: wrong })).rejects.toEqual(
      refused("login-wrong"),
    );
    await office.portal.removeSecurityAddress({ body: { password } });
    await expect(logIn(office)).resolves.toBeDefined();
  });

  it("ends the logins of before when it is set", async () => {
    const office = await open();
    const elsewhere = await logIn(office);
    await office.portal.setSecurityAddress({ body: { password, email } });
    await office.portal.confirmSecurityAddress({ body: { code: await mailedCode() } });
    await expect(elsewhere.officeAccount()).rejects.toEqual(refused("session-expired"));
    await expect(office.portal.officeAccount()).resolves.toBeDefined();
  });

  it("takes a code once, for ten minutes, as a Japanese keyboard writes it", async () => {
    const office = await withMail();
    await askCode(office);
    const code = await mailedCode();
    center.clock.advance(9);
    const fullWidth = code.replace(/[0-9]/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
    await logIn(office, { code: ` ${fullWidth} ` });
    await expect(logIn(office, { code })).rejects.toEqual(refused("code-wrong"));

    await askCode(office);
    const late = await mailedCode();
    center.clock.advance(10);
    await expect(logIn(office, { code: late })).rejects.toEqual(refused("code-wrong"));
  });

  it("mails a code again after a minute, and then the first serves no more", async () => {
    const office = await withMail();
    await askCode(office);
    const first = await mailedCode();
    mail.taken.length = 0;
    expect(await askCode(office)).toMatchObject({ againAfterSeconds: 60 });
    center.clock.advance(1);
    await askCode(office);
    const second = await mailedCode();
    await expect(logIn(office, { code: first })).rejects.toEqual(refused("code-wrong"));
    await expect(logIn(office, { code: second })).resolves.toBeDefined();
    await office.portal.setSecurityAddress({ body: { password, email: "b@example.jp" } });
    await expect(
      office.portal.setSecurityAddress({ body: { password, email: "c@example.jp" } }),
    ).rejects.toEqual(refused("too-many-requests"));
  });

  it("locks after five wrong codes, also for the right one, and lets nobody guess side by side", async () => {
    const office = await withMail();
    await askCode(office);
    const code = await mailedCode();
    const guesses = Array.from({ length: 40 }, () => logIn(office, { code: otherThan(code) }));
    const outcomes = await Promise.allSettled(guesses);
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    await expect(logIn(office, { code })).rejects.toEqual(refused("code-locked"));
    center.clock.advance(31);
    await askCode(office);
    await expect(logIn(office, { code: await mailedCode() })).resolves.toBeDefined();
  });

  it("keeps neither codes nor keys that can be read", async () => {
    const office = await withMail();
    await askCode(office);
    const code = await mailedCode();
    const { key } = await office.portal.offerAuthenticator({ body: { password } });
    const rows = await center.sql`
      select row_to_json(c)::text as text from mailed_codes c
      union all select row_to_json(o)::text from offered_authenticators o`;
    const text = rows.map((row) => String(row["text"])).join();
    expect(text).toContain(office.number);
    expect(text).not.toContain(code);
    expect(text.toLowerCase()).not.toContain(Buffer.from(unbase32(key)).toString("hex"));
  });

  it("is not asked of a browser that is remembered, for thirty days, until all are forgotten", async () => {
    const office = await withMail();
    await askCode(office);
    const portal = await logIn(office, { code: await mailedCode() });
    const { browser } = await portal.rememberBrowser();
    center.clock.advance(29 * 24 * 60);
    const again = await logIn(office, { browser });
    expect(await again.security()).toMatchObject({ browsers: 1 });
    const other = await withMail();
    await expect(logIn(other, { browser })).rejects.toEqual(refused("code-required"));
    center.clock.advance(24 * 60);
    await expect(logIn(office, { browser })).rejects.toEqual(refused("code-required"));

    await askCode(other);
    const otherPortal = await logIn(other, { code: await mailedCode() });
    const { browser: forgotten } = await otherPortal.rememberBrowser();
    expect(await otherPortal.forgetBrowsers()).toMatchObject({ browsers: 0 });
    await expect(logIn(other, { browser: forgotten })).rejects.toEqual(refused("code-required"));
  });

  it("is not asked at the desk, whose certificate stands for it, and not for enrolment, which opens nothing else", async () => {
    const desk = await join(center, homeVisit);
    await desk.portal.setSecurityAddress({ body: { password, email } });
    await desk.portal.confirmSecurityAddress({ body: { code: await mailedCode() } });
    const call = center.callExchange(desk.client);
    const { ticket } = await call.logInPerson({ body: { personId: desk.personId, password } });
    const { officeId } = desk.letter;
    await expect(call.logIn({ body: { ticket, officeId, password } })).resolves.toBeDefined();

    const body = { officeId, password };
    await expect(center.callExchange().logInOffice({ body })).rejects.toEqual(
      refused("code-required"),
    );
    const { token } = await center
      .callExchange()
      .logInOffice({ body: { ...body, for: "enrolment" } });
    const enrolment = center.callExchange(undefined, token);
    await expect(enrolment.listCertificates()).resolves.toBeDefined();
    const required = refused("code-required");
    await expect(enrolment.licence()).rejects.toEqual(required);
    await expect(center.callWeb(token).security()).rejects.toEqual(required);
    await expect(
      enrolment.changeOfficePassword({
        body: { currentPassword: password, newPassword: "atarashii-2026" },
      }),
    ).rejects.toEqual(required);
  });

  it("may be an app instead, whose code serves once; ten recovery codes stand for it, each once", async () => {
    const office = await withMail();
    const { key, uri } = await office.portal.offerAuthenticator({ body: { password } });
    expect(new URL(uri).searchParams.get("secret")).toBe(key);
    const app = (): string => totp(unbase32(key), stepOf(center.clock.now));
    const { recoveryCodes, security } = await office.portal.confirmAuthenticator({
      body: { code: app() },
    });
    expect(security).toMatchObject({ way: "app", email, recoveryCodes: 10 });
    expect(new Set(recoveryCodes).size).toBe(10);
    await expect(logIn(office, { code: app() })).rejects.toEqual(refused("code-wrong"));

    center.clock.advance(1);
    expect(await askCode(office)).toMatchObject({ way: "app", to: null });
    const code = app();
    const uses = await Promise.allSettled([1, 2, 3].map(() => logIn(office, { code })));
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);

    const [first = "", second = ""] = recoveryCodes;
    const portal = await logIn(office, { code: first.toUpperCase() });
    await expect(logIn(office, { code: first })).rejects.toEqual(refused("code-wrong"));
    expect(await portal.security()).toMatchObject({ recoveryCodes: 9 });
    const renewed = await portal.renewRecoveryCodes({ body: { password } });
    await expect(logIn(office, { code: second })).rejects.toEqual(refused("code-wrong"));
    await expect(logIn(office, { code: renewed.recoveryCodes[0] ?? "" })).resolves.toBeDefined();

    expect(await portal.removeAuthenticator({ body: { password } })).toMatchObject({ way: "mail" });
    expect(await portal.removeSecurityAddress({ body: { password } })).toMatchObject({
      way: "none",
      recoveryCodes: 0,
    });
  });

  it("stays when the password was lost: the link of a mail gives a new one, and no login", async () => {
    const office = await withMail();
    await center.sql`update offices set email = 'mihon@example.jp' where number = ${office.number}`;
    await center.callWeb().askRecovery({ body: { office: office.number } });
    const token = linkIn(await mail.next((one) => linkIn(one, "recover") !== ""), "recover");
    const newPassword = "atarashii-2026";
    const { session } = await center.callWeb().recoverOffice({ body: { token, newPassword } });
    expect(session).toBeNull();
    const body = { officeId: office.letter.officeId, password: newPassword };
    await expect(center.callWeb().logInOffice({ body })).rejects.toEqual(refused("code-required"));
  });

  it("is taken off by the operator with a new letter, where all is lost", async () => {
    const office = await withMail();
    const kept = await runCenterCommand(place, "office", "reissue", office.number, "--json");
    await expect(center.callWeb().logInOffice({ body: provisional(kept) })).rejects.toEqual(
      refused("code-required"),
    );
    const cleared = await runCenterCommand(
      place,
      "office",
      "reissue",
      office.number,
      "--without-second-factor",
      "--json",
    );
    const session = await center.callWeb().logInOffice({ body: provisional(cleared) });
    expect(session.passwordChangeRequired).toBe(true);
    const told = await mail.next((one) => textOf(one).includes("2段階認証を解除しました"));
    expect(told.to).toEqual([email]);
    const acts = await center.sql`select act from audit where office = ${office.number}`;
    expect(acts.map((row) => String(row["act"]))).toContain("second-factor-cleared");
  });

  it("tells every known address of a change, with what to do, and without names", async () => {
    const office = await withMail();
    await center.sql`update offices set email = 'mihon@example.jp' where number = ${office.number}`;
    const body = { currentPassword: password, newPassword: "atarashii-2026" };
    await office.portal.changeOfficePassword({ body });
    for (const to of ["mihon@example.jp", email]) {
      const told = await mail.next(
        (one) => one.to.includes(to) && textOf(one).includes("パスワードが変更されました"),
      );
      expect(textOf(told)).toContain("心当たりがないときは");
      expect(textOf(told)).not.toContain(careManagement.name);
      expect(textOf(told)).not.toContain(office.number);
    }
  });
});

describeOnEachDatabase("a centre without mail", (takePlace) => {
  it("takes no security address, and offers the app", async () => {
    const place = await takePlace();
    const center = await startTestCenter(place);
    const { portal } = await openPortal(center, careManagement);
    expect(await portal.security()).toMatchObject({ sendsMail: false });
    await expect(portal.setSecurityAddress({ body: { password, email } })).rejects.toEqual(
      refused("mail-unavailable"),
    );
    await expect(portal.offerAuthenticator({ body: { password } })).resolves.toBeDefined();
    await center.stop();
    await place.remove();
  });
});

function otherThan(code: string): string {
  return code === "000000" ? "111111" : "000000";
}

/** What a letter says, as the command writes it. */
function provisional(said: { readonly stdout: string }): { officeId: string; password: string } {
  const { officeId, provisionalPassword } = JSON.parse(said.stdout);
  return { officeId, password: provisionalPassword };
}

/** As an app reads the key that it is given. */
function unbase32(text: string): Uint8Array {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}
