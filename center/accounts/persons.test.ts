import type { Caller, Role } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  addPerson,
  careManagement,
  type Enrolled,
  homeVisit,
  join,
  logIn,
  openPortal,
  type PortalOffice,
  password,
  requestCertificate,
  type TestOffice,
} from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

const name = { familyName: "試験", givenName: "三郎" };
const sent = { query: { box: "sent" } } as const;

/** A person who is logged in at a desk. */
interface Staff {
  readonly personId: string;
  readonly desk: Caller<ExchangeRoutes>;
  readonly refreshToken: string;
}

const setActive = (by: Caller<ExchangeRoutes>, personId: string, active: boolean) =>
  by.setPersonActive({ params: { personId }, body: { active } });
const setRole = (by: Caller<ExchangeRoutes>, personId: string, role: Role) =>
  by.setPersonRole({ params: { personId }, body: { role } });

describeOnEachDatabase("the persons of an office", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let other: TestOffice;
  let numbers = 0;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    other = await join(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  type Office = PortalOffice & Enrolled;
  const openOffice = async (): Promise<Office> => {
    numbers += 1;
    const number = `15000000${String(numbers).padStart(2, "0")}`;
    const portal = await openPortal(center, { ...careManagement, number });
    return { ...portal, ...(await requestCertificate(portal)) };
  };
  const openStaff = async (office: Office, role: Role): Promise<Staff> => {
    const personId = await addPerson(center, office, office, role);
    const { desk, refreshToken } = await logIn(center, office, office, personId);
    return { personId, desk, refreshToken };
  };

  it("begin with a provisional password that has to be changed", async () => {
    const { portal } = await openPortal(center, { ...careManagement, number: "1400000001" });
    const { person, provisionalPassword } = await portal.addPerson({
      body: { name, role: "administrator" },
    });
    expect(person.personId).toMatch(/^c[0-9]{9}$/);
    expect(await portal.listPersons()).toEqual({
      persons: [
        {
          personId: person.personId,
          name,
          role: "administrator",
          active: true,
          lastLoginAt: null,
          invitation: null,
        },
      ],
      invites: false,
    });

    const office = await openOffice();
    const local = center.callExchange(office.client);
    const { person: mine, provisionalPassword: first } = await office.portal.addPerson({
      body: { name, role: "member" },
    });
    await expect(
      local.logInPerson({ body: { personId: mine.personId, password: first } }),
    ).rejects.toEqual(refused("password-change-required"));
    // The person of another office is nobody here.
    await expect(
      local.changePersonPassword({
        body: {
          personId: person.personId,
          currentPassword: provisionalPassword,
          newPassword: password,
        },
      }),
    ).rejects.toEqual(refused("login-wrong"));
  });

  it("are kept by a 管理者 at the desk as by the office's own account", async () => {
    const office = await openOffice();
    const { desk, personId } = await openStaff(office, "administrator");
    const { person, provisionalPassword } = await desk.addPerson({
      body: { name, role: "member" },
    });
    const added = { ...person, name, role: "member", active: true };
    expect((await desk.listPersons()).persons).toContainEqual(added);
    expect((await desk.listPersons()).persons).toEqual((await office.portal.listPersons()).persons);

    expect(await setRole(desk, person.personId, "administrator")).toMatchObject({
      role: "administrator",
    });
    expect(await setActive(desk, person.personId, false)).toMatchObject({ active: false });
    expect(await setActive(desk, person.personId, true)).toMatchObject({ active: true });
    const again = await desk.reissuePersonPassword({ params: { personId: person.personId } });
    expect(again.provisionalPassword).not.toBe(provisionalPassword);

    const acts = await center.sql<{ act: string; subject: string }[]>`
      select act, subject from audit where office = ${office.number} and act like 'person-%' order by number`;
    expect(acts.map(({ act }) => act)).toEqual([
      "person-added",
      "person-added",
      "person-role-changed",
      "person-stopped",
      "person-resumed",
      "person-reissued",
    ]);
    expect(acts[0]?.subject).toBe(`${personId} by ${office.letter.officeId}`);
    expect(acts[3]?.subject).toBe(`${person.personId} by ${personId}`);
  });

  it("are not kept by who is 一般, who is told who can, nor from another office", async () => {
    const office = await openOffice();
    const { desk, personId } = await openStaff(office, "member");
    const only = refused("administrator-only");
    const params = { personId };
    await expect(desk.listPersons()).rejects.toMatchObject({
      code: "administrator-only",
      problem: { title: expect.stringContaining("管理者の方に頼む") },
    });
    await expect(desk.addPerson({ body: { name, role: "member" } })).rejects.toEqual(only);
    await expect(
      desk.invitePerson({ body: { name, role: "administrator", email: "a@example.jp" } }),
    ).rejects.toEqual(only);
    await expect(setRole(desk, personId, "administrator")).rejects.toEqual(only);
    await expect(setActive(desk, personId, false)).rejects.toEqual(only);
    await expect(desk.reissuePersonPassword({ params })).rejects.toEqual(only);
    await expect(desk.inviteAgain({ params, body: { email: "a@example.jp" } })).rejects.toEqual(
      only,
    );
    await expect(desk.listMessages(sent)).resolves.toBeDefined();

    const foreign = await openStaff(other, "administrator");
    for (const keeper of [foreign.desk, other.portal]) {
      await expect(setActive(keeper, personId, false)).rejects.toEqual(refused("not-found"));
      await expect(setRole(keeper, personId, "administrator")).rejects.toEqual(
        refused("not-found"),
      );
      await expect(keeper.reissuePersonPassword({ params })).rejects.toEqual(refused("not-found"));
    }
  });

  it("are kept at the desk with its certificate only, and not before the portal's own password", async () => {
    const office = await openOffice();
    const personId = await addPerson(center, office, office, "administrator");
    const { accessToken } = await logIn(center, office, office, personId);
    await expect(center.callWeb(accessToken).listPersons()).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(center.callExchange({}, accessToken).listPersons()).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(center.callExchange(other.client, accessToken).listPersons()).rejects.toEqual(
      refused("certificate-office-mismatch"),
    );
    await expect(center.callExchange(office.client).listPersons()).rejects.toEqual(
      refused("session-missing"),
    );
    await expect(
      center.callExchange(office.client, office.token).listPersons(),
    ).resolves.toMatchObject({ persons: [{ personId }] });
    const { officeId, provisionalPassword } = await center.issueOffice({
      ...careManagement,
      number: "1400000002",
    });
    const { token } = await center
      .callWeb()
      .logInOffice({ body: { officeId, password: provisionalPassword } });
    await expect(center.callWeb(token).listPersons()).rejects.toEqual(
      refused("password-change-required"),
    );
  });

  it("keep one 管理者: no person takes the last away, the office's own account can", async () => {
    const office = await openOffice();
    const { desk, personId } = await openStaff(office, "administrator");
    const member = await openStaff(office, "member");
    const last = refused("last-administrator");
    await expect(setActive(desk, personId, false)).rejects.toEqual(last);
    await expect(setRole(desk, personId, "member")).rejects.toEqual(last);
    // One who is stopped does not count.
    await setRole(desk, member.personId, "administrator");
    await setActive(desk, member.personId, false);
    await expect(setRole(desk, personId, "member")).rejects.toEqual(last);
    await setActive(desk, member.personId, true);
    expect(await setRole(desk, personId, "member")).toMatchObject({ role: "member" });

    await setActive(office.portal, member.personId, false);
    const { persons } = await office.portal.listPersons();
    expect(persons.filter(({ role, active }) => active && role === "administrator")).toEqual([]);
    await setRole(office.portal, personId, "administrator");
  });

  it("keep one of two 管理者 who stop each other side by side", async () => {
    const office = await openOffice();
    for (let round = 0; round < 5; round += 1) {
      const one = await openStaff(office, "administrator");
      const two = await openStaff(office, "administrator");
      const outcomes = await Promise.allSettled([
        setActive(one.desk, two.personId, false),
        setActive(two.desk, one.personId, false),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const { persons } = await office.portal.listPersons();
      const left = persons.filter(({ role, active }) => active && role === "administrator");
      expect(left).toHaveLength(1);
      for (const { personId } of left) await setActive(office.portal, personId, false);
    }
  });

  it("have another role from the next request on, which their desk hears with new tokens", async () => {
    const office = await openOffice();
    const keeper = await openStaff(office, "administrator");
    const { desk, personId, refreshToken } = await openStaff(office, "administrator");
    await setRole(keeper.desk, personId, "member");
    await expect(desk.listPersons()).rejects.toEqual(refused("session-expired"));
    const renewed = await center
      .callExchange(office.client)
      .refreshSession({ body: { refreshToken } });
    expect(renewed.person).toMatchObject({ personId, role: "member" });
    const now = center.callExchange(office.client, renewed.accessToken);
    await expect(now.listMessages(sent)).resolves.toBeDefined();
    await expect(now.listPersons()).rejects.toEqual(refused("administrator-only"));
  });

  it("who are stopped are out at once, are told so at the login, and may come back", async () => {
    const office = await openOffice();
    const { desk, personId } = await openStaff(office, "member");
    const local = center.callExchange(office.client);
    const { ticket } = await local.logInPerson({ body: { personId, password } });
    const { officeId } = office.letter;

    expect(await setActive(office.portal, personId, false)).toMatchObject({
      personId,
      active: false,
    });

    await expect(desk.listMessages(sent)).rejects.toEqual(refused("session-expired"));
    await expect(local.logIn({ body: { ticket, officeId, password } })).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(logIn(center, office, office, personId)).rejects.toEqual(
      refused("person-stopped"),
    );
    const wrong = { body: { personId, password: "chigau-2026" } };
    await expect(local.logInPerson(wrong)).rejects.toEqual(refused("login-wrong"));
    await setActive(office.portal, personId, true);
    await expect(logIn(center, office, office, personId)).resolves.toBeDefined();
  });

  it("get a new provisional password, which ends the old one, what is open, and the lock", async () => {
    const office = await openOffice();
    const keeper = await openStaff(office, "administrator");
    const { desk, personId } = await openStaff(office, "member");
    const local = center.callExchange(office.client);
    for (let times = 0; times < 3; times += 1) {
      const wrong = { body: { personId, password: "chigau-2026" } };
      await expect(local.logInPerson(wrong)).rejects.toThrow();
    }
    const typed = { body: { personId, password } };
    await expect(local.logInPerson(typed)).rejects.toEqual(refused("login-locked"));

    const params = { personId };
    const { provisionalPassword } = await keeper.desk.reissuePersonPassword({ params });

    await expect(desk.listMessages(sent)).rejects.toEqual(refused("session-expired"));
    await expect(local.logInPerson(typed)).rejects.toEqual(refused("login-wrong"));
    await local.changePersonPassword({
      body: { personId, currentPassword: provisionalPassword, newPassword: "atarashii-2026" },
    });
    await local.logInPerson({ body: { personId, password: "atarashii-2026" } });
  });
});
