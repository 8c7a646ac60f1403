import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  careManagement,
  homeVisit,
  join,
  logIn,
  password,
  type TestOffice,
} from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("a login at the desk", (takePlace) => {
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

  it("refuses a person of another office, a wrong ticket and another office's account", async () => {
    const foreign = center.callExchange(other.client);
    await expect(
      foreign.logInPerson({ body: { personId: office.personId, password } }),
    ).rejects.toEqual(refused("certificate-office-mismatch"));
    const { ticket } = await center.callExchange(office.client).logInPerson({
      body: { personId: office.personId, password },
    });
    const { officeId } = office.letter;
    await expect(
      center
        .callExchange(office.client)
        .logIn({ body: { ticket: "nonsense", officeId, password } }),
    ).rejects.toEqual(refused("session-expired"));
    await expect(foreign.logIn({ body: { ticket, officeId, password } })).rejects.toEqual(
      refused("certificate-office-mismatch"),
    );
    await expect(
      center.callExchange(office.client).logIn({
        body: { ticket, officeId: other.letter.officeId, password },
      }),
    ).rejects.toEqual(refused("certificate-office-mismatch"));
    await expect(
      center.callExchange(office.client).logIn({
        body: { ticket, officeId: "HD131300000001", password },
      }),
    ).rejects.toEqual(refused("agent-id-refused"));
  });

  it("takes a ticket once, and for ten minutes", async () => {
    const call = center.callExchange(office.client);
    const body = { personId: office.personId, password };
    const { ticket } = await call.logInPerson({ body });
    const step = { ticket, officeId: office.letter.officeId, password };
    await expect(call.logIn({ body: { ...step, password: "wrong-1" } })).rejects.toEqual(
      refused("login-wrong"),
    );
    const session = await call.logIn({ body: step });
    expect(session.person).toMatchObject({ personId: office.personId, role: "member" });
    await expect(call.logIn({ body: step })).rejects.toEqual(refused("session-expired"));

    const late = await call.logInPerson({ body });
    center.clock.advance(10);
    await expect(call.logIn({ body: { ...step, ticket: late.ticket } })).rejects.toEqual(
      refused("session-expired"),
    );
  });

  it("refreshes a login with new tokens until eight hours after it began", async () => {
    const call = center.callExchange(office.client);
    let session = await logIn(center, office, office, office.personId);
    const began = center.clock.now.getTime();
    for (let hour = 1; hour <= 7; hour += 1) {
      center.clock.advance(60);
      await expect(session.desk.listMessages({ query: { box: "sent" } })).rejects.toEqual(
        refused("session-expired"),
      );
      const { accessToken, refreshToken, refreshExpiresAt } = await call.refreshSession({
        body: { refreshToken: session.refreshToken },
      });
      expect(Date.parse(refreshExpiresAt)).toBe(began + 8 * 3_600_000);
      session = {
        accessToken,
        refreshToken,
        desk: center.callExchange(office.client, accessToken),
      };
      await session.desk.listMessages({ query: { box: "sent" } });
    }
    center.clock.advance(60);
    await expect(
      call.refreshSession({ body: { refreshToken: session.refreshToken } }),
    ).rejects.toEqual(refused("session-expired"));
  });

  it("renews a login again while the answer may have been lost; the last tokens are good", async () => {
    const call = center.callExchange(office.client);
    const { refreshToken } = await logIn(center, office, office, office.personId);
    const lost = await call.refreshSession({ body: { refreshToken } });
    const [one, two] = await Promise.all([
      call.refreshSession({ body: { refreshToken } }),
      call.refreshSession({ body: { refreshToken } }),
    ]);

    const list = ({ accessToken }: { accessToken: string }) =>
      center.callExchange(office.client, accessToken).listMessages({ query: { box: "sent" } });
    await expect(list(lost)).rejects.toEqual(refused("session-expired"));
    const answers = await Promise.allSettled([list(one), list(two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each(["the old token", "a token that another replaced"])(
    "ends the login when %s comes after one of the new ones was used",
    async (which) => {
      const call = center.callExchange(office.client);
      const { refreshToken: old } = await logIn(center, office, office, office.personId);
      const replaced = await call.refreshSession({ body: { refreshToken: old } });
      const { accessToken } = await call.refreshSession({ body: { refreshToken: old } });
      const desk = center.callExchange(office.client, accessToken);
      await desk.listMessages({ query: { box: "sent" } });

      const refreshToken = which === "the old token" ? old : replaced.refreshToken;
      await expect(call.refreshSession({ body: { refreshToken } })).rejects.toEqual(
        refused("session-expired"),
      );
      await expect(desk.listMessages({ query: { box: "sent" } })).rejects.toEqual(
        refused("session-expired"),
      );
    },
  );

  it("ends the login when a token comes that another replaced, though none was used", async () => {
    const call = center.callExchange(office.client);
    const { refreshToken } = await logIn(center, office, office, office.personId);
    const copied = await call.refreshSession({ body: { refreshToken } });
    const kept = await call.refreshSession({ body: { refreshToken } });

    for (const { refreshToken: each } of [copied, kept]) {
      await expect(call.refreshSession({ body: { refreshToken: each } })).rejects.toEqual(
        refused("session-expired"),
      );
    }
  });

  it("takes an exchanged token no more once the new one was exchanged in its turn", async () => {
    const call = center.callExchange(office.client);
    const { refreshToken } = await logIn(center, office, office, office.personId);
    const second = await call.refreshSession({ body: { refreshToken } });
    const third = await call.refreshSession({ body: { refreshToken: second.refreshToken } });

    await expect(call.refreshSession({ body: { refreshToken } })).rejects.toEqual(
      refused("session-expired"),
    );
    await expect(
      call.refreshSession({ body: { refreshToken: third.refreshToken } }),
    ).rejects.toEqual(refused("session-expired"));
  });

  it("refreshes for the certificate of the same office only", async () => {
    const { refreshToken } = await logIn(center, office, office, office.personId);
    await expect(
      center.callExchange(other.client).refreshSession({ body: { refreshToken } }),
    ).rejects.toEqual(refused("certificate-office-mismatch"));
    await expect(
      center.callExchange(office.client).refreshSession({ body: { refreshToken } }),
    ).resolves.toBeDefined();
  });

  it("ends a login at the logout", async () => {
    const { desk } = await logIn(center, office, office, office.personId);
    await desk.logOut();
    await expect(desk.listMessages({ query: { box: "sent" } })).rejects.toEqual(
      refused("session-expired"),
    );
  });
});
