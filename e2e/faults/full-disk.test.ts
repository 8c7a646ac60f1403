import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { explain } from "../../client/index.ts";
import { until } from "../../client/testing/network.ts";
import { type Scene, type Setting, setScene } from "./scene.ts";
import { canMount, makeSmallDisk, type SmallDisk } from "./small-disk.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function smallDisk(mebibytes: number): SmallDisk {
  const disk = makeSmallDisk(mebibytes);
  ends.push(() => disk.remove());
  return disk;
}

async function sceneWith(setting: Setting): Promise<Scene> {
  const scene = await setScene(setting);
  ends.push(() => scene.end());
  return scene;
}

// A disk of its own has to be mounted: where that is not allowed, the tests are told as skipped.
describe.skipIf(!canMount)("a disk that is full", () => {
  it("at the centre: nothing is called accepted that is not, and all goes on when there is room", async () => {
    const disk = smallDisk(160);
    const scene = await sceneWith({ center: { dataFolder: disk.folder } });
    const { manager, helpers } = scene;
    manager.engine.watch();
    helpers.engine.watch();

    disk.fill();
    const files = scene.newPlan(4_000_000);
    const id = await scene.send(files);
    const trouble = await until(manager.engine, () => manager.engine.message(id).trouble);
    expect(trouble).toMatchObject({ code: "service-unavailable", retrying: true });
    expect(manager.engine.message(id).station).toBe("made");

    disk.makeRoom();
    await scene.opened(id, files);
  });

  it("at the sender: it is told in words, what was made stays, and all goes on when there is room", async () => {
    const disk = smallDisk(24);
    const scene = await sceneWith({ manager: { folder: join(disk.folder, "office") } });
    const { manager, helpers } = scene;
    manager.engine.watch();
    helpers.engine.watch();
    const first = scene.newPlan(1_000_000);
    const firstId = await scene.send(first);
    await scene.opened(firstId, first);

    disk.fill();
    const files = scene.newPlan(1_000_000);
    await expect(scene.send(files)).rejects.toSatisfy(
      (error) => explain(error).code === "store-full",
    );
    expect(manager.engine.list("sent").map(({ id }) => id)).toEqual([firstId]);

    disk.makeRoom();
    await scene.opened(await scene.send(files), files);
  });

  it("at the sender, after a message was made: it goes on its way when there is room", async () => {
    const disk = smallDisk(24);
    const scene = await sceneWith({ manager: { folder: join(disk.folder, "office") } });
    const { manager, helpers, network } = scene;
    helpers.engine.watch();
    network.proxy.fault = { kind: "down" };
    const files = scene.newPlan(1_000_000);
    const id = await scene.send(files);
    await until(manager.engine, () => manager.engine.message(id).trouble);

    disk.fill();
    network.proxy.fault = { kind: "none" };
    manager.engine.watch();
    await expect(manager.engine.sendNow()).rejects.toThrow(/full/);

    disk.makeRoom();
    await scene.opened(id, files);
  });

  it("at the receiver: no receipt goes out, no half of a message is seen, and it is received when there is room", async () => {
    const disk = smallDisk(24);
    const scene = await sceneWith({ helpers: { folder: join(disk.folder, "office") } });
    const { manager, helpers } = scene;
    const files = scene.newPlan(2_000_000);
    const id = await scene.send(files);
    await until(manager.engine, () => manager.engine.message(id).station === "accepted");

    disk.fill();
    await expect(helpers.engine.fetchNow()).rejects.toSatisfy(
      (error) => explain(error).code === "store-full",
    );
    expect(existsSync(join(helpers.folder, "received", id))).toBe(false);
    await manager.engine.fetchNow();
    expect(manager.engine.message(id).station).toBe("downloaded");

    disk.makeRoom();
    expect((await helpers.engine.fetchNow()).received).toEqual([id]);
    await manager.engine.fetchNow();
    await scene.expectDelivered(id, files);
  });

  it.each([
    ["records", 1],
    ["files", 7],
  ])(
    "of a backup, with no room for its %s: it is told in words, and nothing is left of it",
    async (_, mebibytes) => {
      const scene = await sceneWith({});
      const { manager, helpers } = scene;
      const id = await scene.send(scene.newPlan(5_000_000));
      await until(manager.engine, () => manager.engine.message(id).station === "accepted");
      expect((await helpers.engine.fetchNow()).received).toEqual([id]);

      const disk = smallDisk(mebibytes);
      await expect(helpers.engine.backUp(disk.folder)).rejects.toSatisfy(
        (error) => explain(error).code === "backup-full",
      );
      expect(readdirSync(disk.folder)).toEqual([]);
      expect(helpers.engine.settings().lastBackup).toBeNull();
    },
  );
});
