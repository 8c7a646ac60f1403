import type { Caller } from "@tsunagi/contract";
import type { ExchangeRoutes, Person } from "@tsunagi/contract/exchange";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openPool, type Sql } from "../../database/pool.ts";
import type { Postman } from "../../notices/postman.ts";
import { startTestCenter, type TestCenter } from "../../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../../testing/databases.ts";
import { type MailServer, startMailServer } from "../../testing/mail-server.ts";
import { linkIn } from "../../testing/mail-text.ts";
import {
  addPerson,
  careManagement,
  homeVisit,
  join,
  logIn,
  password,
  type TestOffice,
} from "../../testing/offices.ts";
import { refused } from "../../testing/refused.ts";
import { forgetAddresses } from "./invite.ts";
import { makeRecoveryPostman } from "./mail.ts";

const name = { familyName: "試験", givenName: "四郎" };
const email = "shiro@example.jp";
const newPassword = "atarashii-2026";
const ended = refused("invitation-ended");

describeOnEachDatabase("a person who is invited by mail", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sql: Sql;
  let mail: MailServer;
  let postman: Postman;
  let office: TestOffice;
  let keeper: Caller<ExchangeRoutes>;
  beforeAll(async () => {
    place = await takePlace();
    mail = await startMailServer();
    const config = {
      smtpUrl: mail.url,
      from: "renkei@example.jp",
      portalUrl: "https://renkei.example.jp/portal/",
      // Only the postman of these tests goes round.
      everySeconds: 86_400,
    };
    center = await startTestCenter(place, { mail: config, limits: { invitationsPerDay: 30 } });
    sql = openPool(center.databaseUrl, 4);
    postman = makeRecoveryPostman({ sql, clock: () => center.clock.now }, config, () => undefined);
    office = await join(center, careManagement);
    const personId = await addPerson(center, office, office, "administrator");
    keeper = (await logIn(center, office, office, personId)).desk;
  });
  afterAll(async () => {
    postman.close();
    await sql.end({ timeout: 1 });
    await center.stop();
    await mail.stop();
    await place.remove();
  });
  afterEach(() => {
    mail.taken.length = 0;
    mail.refuseWith(undefined);
  });

  const invite = (): Promise<Person> =>
    keeper.invitePerson({ body: { name, role: "member", email } });
  const mailedToken = async (): Promise<string> => {
    expect(await postman.sendDue()).toBe(1);
    return linkIn(mail.taken.at(-1), "invitation");
  };
  const invitationOf = async (personId: string): Promise<Person["invitation"]> => {
    const { persons } = await office.portal.listPersons();
    return persons.find((person) => person.personId === personId)?.invitation ?? null;
  };
  const open = (token: string) => center.callWeb().openInvitation({ body: { token } });
  const keptAddresses = () => sql`select email from recoveries where email is not null`;

  it("gets a link for seven days that shows the ID and takes a password, and logs in with it", async () => {
    const { personId, invitation } = await invite();
    expect(invitation).toEqual({ state: "waiting", until: null });
    const token = await mailedToken();
    expect(mail.taken[0]).toMatchObject({ to: [email] });
    const until = new Date(center.clock.now.getTime() + 7 * 86_400_000).toISOString();
    expect(await invitationOf(personId)).toEqual({ state: "sent", until });

    const web = center.callWeb();
    expect(await web.openInvitation({ body: { token } })).toEqual({
      personId,
      office: { number: office.number, name: careManagement.name },
      expiresAt: until,
    });
    await web.acceptInvitation({ body: { token, newPassword } });

    expect(await invitationOf(personId)).toBeNull();
    const local = center.callExchange(office.client);
    expect(await local.logInPerson({ body: { personId, password: newPassword } })).toMatchObject({
      person: { personId, role: "member" },
    });
  });

  it("is known by address only until the mail server has answered", async () => {
    const { personId } = await invite();
    expect(await keptAddresses()).toHaveLength(1);
    mail.refuseWith(451);
    expect(await postman.sendDue()).toBe(0);
    expect(await invitationOf(personId)).toMatchObject({ state: "waiting" });
    expect(await keptAddresses()).toHaveLength(1);
    mail.refuseWith(550);
    expect(await postman.sendDue()).toBe(0);
    expect(await invitationOf(personId)).toMatchObject({ state: "failed" });
    expect(await keptAddresses()).toHaveLength(0);
    mail.refuseWith(undefined);
    expect(await postman.sendDue()).toBe(0);

    await keeper.inviteAgain({ params: { personId }, body: { email } });
    await mailedToken();
    expect(await keptAddresses()).toHaveLength(0);
    expect(await invitationOf(personId)).toMatchObject({ state: "sent" });
    const rows = await sql`select to_jsonb(a)::text as row from audit a`;
    expect(rows.map(({ row }) => String(row)).join()).not.toContain(email);
  });

  it("is given up, and the address with it, where no mail could be sent for seven days", async () => {
    const { personId } = await invite();
    const now = center.clock.now.getTime();
    await forgetAddresses(sql, new Date(now + 6.9 * 86_400_000));
    expect(await keptAddresses()).toHaveLength(1);
    await forgetAddresses(sql, new Date(now + 7.1 * 86_400_000));
    expect(await keptAddresses()).toHaveLength(0);
    expect(await invitationOf(personId)).toMatchObject({ state: "failed" });
    expect(await postman.sendDue()).toBe(0);
  });

  it("uses a link once, of several at the same time one, and none after seven days", async () => {
    const { personId } = await invite();
    const token = await mailedToken();
    const web = center.callWeb();
    const weak = { body: { token, newPassword: "mijikai" } };
    await expect(web.acceptInvitation(weak)).rejects.toEqual(refused("password-too-weak"));
    const uses = await Promise.allSettled(
      [1, 2, 3].map(() => web.acceptInvitation({ body: { token, newPassword } })),
    );
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(web.openInvitation({ body: { token } })).rejects.toEqual(ended);

    await office.portal.inviteAgain({ params: { personId }, body: { email } });
    const later = await mailedToken();
    const now = center.clock.now;
    center.clock.advance(7 * 24 * 60);
    await expect(web.openInvitation({ body: { token: later } })).rejects.toEqual(ended);
    await expect(web.acceptInvitation({ body: { token: later, newPassword } })).rejects.toEqual(
      ended,
    );
    center.clock.now = now;
    await expect(web.openInvitation({ body: { token: "nani" } })).rejects.toEqual(ended);
  });

  it("has no use of a link once there is a newer one, a letter, or an end", async () => {
    const { personId } = await invite();
    const params = { personId };
    const first = await mailedToken();
    await keeper.inviteAgain({ params, body: { email } });
    await expect(open(first)).rejects.toEqual(ended);
    const second = await mailedToken();
    await keeper.reissuePersonPassword({ params });
    await expect(open(second)).rejects.toEqual(ended);
    await keeper.inviteAgain({ params, body: { email } });
    const third = await mailedToken();
    await keeper.setPersonActive({ params, body: { active: false } });
    await expect(open(third)).rejects.toEqual(ended);
    await expect(keeper.inviteAgain({ params, body: { email } })).rejects.toEqual(
      refused("person-stopped"),
    );
    await keeper.setPersonActive({ params, body: { active: true } });
    await expect(open(third)).rejects.toEqual(ended);
    // Stopped before the mail went out.
    await keeper.inviteAgain({ params, body: { email } });
    await keeper.setPersonActive({ params, body: { active: false } });
    expect(await postman.sendDue()).toBe(0);
    expect(await keptAddresses()).toHaveLength(0);
  });

  it("keeps the password of before until the link is used; what was open ends then", async () => {
    const { personId } = office;
    const before = await logIn(center, office, office, personId);
    await keeper.inviteAgain({ params: { personId }, body: { email } });
    const token = await mailedToken();
    await before.desk.listMessages({ query: { box: "sent" } });
    await center.callWeb().acceptInvitation({ body: { token, newPassword } });
    await expect(before.desk.listMessages({ query: { box: "sent" } })).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(logIn(center, office, office, personId)).rejects.toEqual(refused("login-wrong"));
    const local = center.callExchange(office.client);
    await local.logInPerson({ body: { personId, password: newPassword } });
  });

  it("does not get into the office's own account by the link, nor the office into the person's", async () => {
    const { personId } = await invite();
    const token = await mailedToken();
    const web = center.callWeb();
    const lost = refused("recovery-link-ended");
    await expect(web.openRecovery({ body: { token } })).rejects.toEqual(lost);
    await expect(web.recoverOffice({ body: { token, newPassword } })).rejects.toEqual(lost);

    await web.askRecovery({ body: { office: office.number } });
    expect(await postman.sendDue()).toBe(1);
    expect(mail.taken.at(-1)?.to).toEqual(["shiken@example.jp"]);
    const ofOffice = linkIn(mail.taken.at(-1), "recover");
    await expect(web.openInvitation({ body: { token: ofOffice } })).rejects.toEqual(ended);
    await web.recoverOffice({ body: { token: ofOffice, newPassword: password } });
    // The office's link ends the office's others; the person's stays.
    expect(await web.openInvitation({ body: { token } })).toMatchObject({ personId });
  });

  it("is not invited beyond the day's number, nor where the centre sends no mail", async () => {
    const outcomes: unknown[] = [];
    const busy = await join(center, homeVisit);
    for (let times = 0; times < 31; times += 1) {
      const { personId } = busy;
      const asked = busy.portal.inviteAgain({ params: { personId }, body: { email } });
      outcomes.push(await asked.then(() => "in").catch(({ code }: { code: string }) => code));
    }
    expect(outcomes.filter((outcome) => outcome === "in")).toHaveLength(30);
    expect(outcomes.at(-1)).toBe("too-many-invitations");

    const silent = await takePlace();
    const without = await startTestCenter(silent);
    const portal = (await join(without, homeVisit)).portal;
    expect(await portal.listPersons()).toMatchObject({ invites: false });
    await expect(portal.invitePerson({ body: { name, role: "member", email } })).rejects.toEqual(
      refused("invitation-unavailable"),
    );
    expect((await portal.listPersons()).persons).toHaveLength(1);
    await without.stop();
    await silent.remove();
  });
});
