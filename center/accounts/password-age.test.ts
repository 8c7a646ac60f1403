import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, join, openPortal, password } from "../testing/offices.ts";
import { refused } from "../testing/refused.ts";

const day = 24 * 60;

describeOnEachDatabase("a password of an office account that ends after 90 days", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, { passwordDays: 90 });
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("tells its end, and opens nothing but its change from then on", async () => {
    const { letter, portal } = await openPortal(center, careManagement);
    const end = new Date(center.clock.now.getTime() + 90 * day * 60_000).toISOString();
    expect(await portal.officeAccount()).toMatchObject({ passwordUntil: end });

    const body = { officeId: letter.officeId, password };
    center.clock.advance(90 * day - 1);
    expect(await center.callWeb().logInOffice({ body })).toMatchObject({
      passwordChangeRequired: false,
    });
    center.clock.advance(1);
    const session = await center.callWeb().logInOffice({ body });
    expect(session.passwordChangeRequired).toBe(true);
    const late = center.callWeb(session.token);
    await expect(late.licence()).rejects.toEqual(refused("password-change-required"));

    const newPassword = "atarashii-2026";
    const changed = await late.changeOfficePassword({
      body: { currentPassword: password, newPassword },
    });
    expect(changed.passwordChangeRequired).toBe(false);
    await expect(center.callWeb(changed.token).licence()).resolves.toBeDefined();
  });

  it("lets nobody in at the desk after its end", async () => {
    const office = await join(center, homeVisit);
    center.clock.advance(90 * day);
    const call = center.callExchange(office.client);
    const { ticket } = await call.logInPerson({ body: { personId: office.personId, password } });
    const { officeId } = office.letter;
    await expect(call.logIn({ body: { ticket, officeId, password } })).rejects.toEqual(
      refused("password-change-required"),
    );
  });
});

describeOnEachDatabase("a password of an office account", (takePlace) => {
  it("does not end unless the operator says so", async () => {
    const place = await takePlace();
    const center = await startTestCenter(place);
    const { letter, portal } = await openPortal(center, careManagement);
    expect(await portal.officeAccount()).toMatchObject({ passwordUntil: null });
    center.clock.advance(3650 * day);
    const body = { officeId: letter.officeId, password };
    expect(await center.callWeb().logInOffice({ body })).toMatchObject({
      passwordChangeRequired: false,
    });
    await center.stop();
    await place.remove();
  });
});
