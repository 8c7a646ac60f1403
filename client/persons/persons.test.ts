import type { Caller } from "@tsunagi/contract";
import type { ExchangeRoutes } from "@tsunagi/contract/exchange";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  joinNetwork,
  logIn,
  type Network,
  officePassword,
  personPassword,
  planner,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";

const name = { familyName: "試験", givenName: "三郎" };

describe("the persons of an office, at the desk", () => {
  let network: Network;
  let desk: TestDesk;
  /** The office's own account. */
  let portal: Caller<ExchangeRoutes>;
  beforeAll(async () => {
    network = await startNetwork();
    desk = await joinNetwork(network, planner);
    desk.engine.watch();
    const { officeId } = desk.letter;
    const center = network.center();
    const { token } = await center.callWeb().logInOffice({
      body: { officeId, password: officePassword },
    });
    portal = center.callWeb(token);
  });
  afterAll(async () => {
    await desk?.engine.close();
    await network?.remove();
  });

  it("are kept by a 管理者, who hears at once of being one no more", async () => {
    const { engine, personId } = desk;
    const { person } = await engine.persons.addPerson({ body: { name, role: "member" } });
    const { persons } = await engine.persons.listPersons();
    expect(persons.map((one) => one.personId).sort()).toEqual([personId, person.personId].sort());

    await portal.setPersonRole({ params: { personId }, body: { role: "member" } });
    await until(engine, () => {
      const state = engine.state();
      return state.phase === "ready" && state.person.role === "member";
    });
    await expect(engine.persons.listPersons()).rejects.toMatchObject({
      code: "administrator-only",
    });
    await engine.fetchNow();
    await portal.setPersonRole({ params: { personId }, body: { role: "administrator" } });
    await until(engine, () => {
      const state = engine.state();
      return state.phase === "ready" && state.person.role === "administrator";
    });
  });

  it("who are stopped stand before the login at once, as nobody who has logged out", async () => {
    const { engine, personId } = desk;
    await portal.setPersonActive({ params: { personId }, body: { active: false } });
    await until(engine, () => engine.state().phase === "person-login");
    expect(engine.state()).toMatchObject({ phase: "person-login", loggedOut: false });
    await expect(engine.logInPerson({ personId, password: personPassword })).rejects.toMatchObject({
      code: "person-stopped",
    });
    await portal.setPersonActive({ params: { personId }, body: { active: true } });
    await logIn(desk);
    expect(await engine.logOut()).toMatchObject({ phase: "person-login", loggedOut: true });
  });
});
