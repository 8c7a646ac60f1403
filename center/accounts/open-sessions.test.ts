import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, join, password, type TestOffice } from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("the open logins of an office", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let office: TestOffice;
  let other: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    office = await join(center, careManagement);
    other = await join(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("are those of its own, at the portal and at desks, with who and since when", async () => {
    const { sessions } = await office.portal.listSessions();
    expect(sessions).toHaveLength(2);
    const openedAt = center.clock.now.toISOString();
    expect(sessions).toContainEqual(expect.objectContaining({ person: null, current: true }));
    expect(sessions).toContainEqual(
      expect.objectContaining({
        person: {
          personId: office.personId,
          name: { familyName: "試験", givenName: "太郎" },
        },
        openedAt,
        current: false,
      }),
    );
  });

  it("end one by one, at once, and only by the office's own account", async () => {
    const { sessions } = await office.portal.listSessions();
    const sessionId = sessions.find(({ person }) => person !== null)?.sessionId ?? "";
    await expect(other.portal.endSession({ params: { sessionId } })).rejects.toEqual(
      refused("not-found"),
    );
    await office.desk.listMessages({ query: { box: "received" } });
    await office.portal.endSession({ params: { sessionId } });
    await expect(office.desk.listMessages({ query: { box: "received" } })).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(office.portal.endSession({ params: { sessionId } })).rejects.toEqual(
      refused("not-found"),
    );
    expect((await office.portal.listSessions()).sessions).toHaveLength(1);
    expect((await other.portal.listSessions()).sessions).toHaveLength(2);
  });

  it("are ended from another computer, too", async () => {
    const { officeId } = other.letter;
    const elsewhere = await center.callWeb().logInOffice({ body: { officeId, password } });
    const second = center.callWeb(elsewhere.token);
    const { sessions } = await second.listSessions();
    const first = sessions.find(({ person, current }) => person === null && !current);
    await second.endSession({ params: { sessionId: first?.sessionId ?? "" } });
    await expect(other.portal.officeAccount()).rejects.toEqual(refused("session-expired"));
    expect(await second.officeAccount()).toMatchObject({ officeId });
  });

  it("are not shown before the provisional password was changed", async () => {
    const { officeId, provisionalPassword } = await center.issueOffice({
      ...careManagement,
      number: "1300000077",
    });
    const { token } = await center.callWeb().logInOffice({
      body: { officeId, password: provisionalPassword },
    });
    await expect(center.callWeb(token).listSessions()).rejects.toEqual(
      refused("password-change-required"),
    );
  });
});
