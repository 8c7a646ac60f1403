import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logIn, until } from "../../client/testing/network.ts";
import { type Scene, setScene } from "./scene.ts";

describe("a line that died without a word", () => {
  it("is given up by both offices, who go on by another one", async () => {
    const silenceMs = 1500;
    const { network, manager, helpers, ...set } = await setScene({
      manager: { silenceMs },
      helpers: { silenceMs },
    });
    manager.engine.watch();
    helpers.engine.watch();
    const before = set.newPlan();
    await set.opened(await set.send(before), before);

    network.proxy.fault = { kind: "silent" };
    const files = set.newPlan(400_000);
    const struck = network.proxy.struck();
    const id = await set.send(files);
    await struck;
    const trouble = await until(manager.engine, () => manager.engine.message(id).trouble);
    expect(trouble).toMatchObject({ code: "unreachable", retrying: true });

    network.proxy.fault = { kind: "none" };
    await set.opened(id, files);
    await set.end();
  });
});

describe("clocks that differ by days", () => {
  const day = 86_400_000;
  const off = { center: 0, manager: 0, helpers: 0 };
  /** Some weeks ago, so that certificates are valid for the machine's own TLS whichever clock is off. */
  let today = -30;
  const clockOf = (who: keyof typeof off) => () => new Date(Date.now() + (today + off[who]) * day);
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene({
      center: { clock: clockOf("center") },
      manager: { clock: clockOf("manager") },
      helpers: { clock: clockOf("helpers") },
    });
  });
  afterAll(() => scene?.end());

  it.each<[keyof typeof off, number]>([
    ["center", 3],
    ["center", -3],
    ["manager", 3],
    ["manager", -3],
    ["helpers", 3],
    ["helpers", -3],
  ])(
    "(%s by %i) lose nothing and double nothing, and all ends well when they are put right",
    async (who, days) => {
      const { network, manager, helpers } = scene;
      network.proxy.fault = { kind: "down" };
      const files = scene.newPlan();
      const id = await scene.send(files);
      await until(manager.engine, () => manager.engine.message(id).trouble);
      network.proxy.fault = { kind: "none" };

      off[who] += days;
      // What cannot be done by a wrong clock is refused, and waits.
      for (const desk of [manager, helpers]) await logIn(desk).catch(() => undefined);
      for (const { engine } of [manager, helpers, manager]) {
        await engine.fetchNow().catch(() => undefined);
      }

      off[who] = 0;
      // What was signed in the future is believed once it is no future any more.
      today += 4;
      for (const desk of [manager, helpers]) await logIn(desk);
      for (const { engine } of [manager, helpers, manager]) await engine.fetchNow();
      await scene.expectDelivered(id, files);
    },
  );

  it.each([3, -3])("(an office by %i) leave it its login", async (days) => {
    off.manager += days;
    await logIn(scene.manager);
    expect(scene.manager.engine.state().phase).toBe("ready");
    expect(await scene.manager.engine.fetchNow()).toEqual({ received: [], sent: [] });
    off.manager -= days;
    await logIn(scene.manager);
  });
});
