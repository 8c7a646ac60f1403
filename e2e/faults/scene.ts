import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { CenterConfig } from "../../center/index.ts";
import type { Engine, EngineOptions, GivenFile } from "../../client/index.ts";
import {
  joinNetwork,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../../client/testing/network.ts";
import { planAt } from "../../client/testing/samples.ts";

/** A care manager and a helpers' office that have joined a centre, which stands behind a proxy. */
export interface Scene {
  readonly network: Network;
  readonly manager: TestDesk;
  readonly helpers: TestDesk;
  /** A plan that nobody has sent yet, with an attachment of this size that cannot be compressed. */
  newPlan(attachedBytes?: number): GivenFile[];
  /** Sends the plan; it goes on its way in the background. */
  send(files: readonly GivenFile[]): Promise<string>;
  /** Waits until the sender has the receiver's receipt, and fails unless all is as it must be then. */
  opened(id: string, files: readonly GivenFile[]): Promise<void>;
  /** Fails unless the message was delivered once and whole, and unless both offices can prove it. */
  expectDelivered(id: string, files: readonly GivenFile[]): Promise<void>;
  end(): Promise<void>;
}

/** What is unusual about a scene. */
export interface Setting {
  readonly center?: Partial<CenterConfig>;
  readonly manager?: Partial<EngineOptions>;
  readonly helpers?: Partial<EngineOptions>;
}

export async function setScene(setting: Setting = {}): Promise<Scene> {
  const network = await startNetwork(setting.center);
  const manager = await joinNetwork(network, planner, setting.manager);
  const helpers = await joinNetwork(network, provider, setting.helpers);
  let plans = 0;

  const scene: Scene = {
    network,
    manager,
    helpers,
    newPlan(attachedBytes = 0) {
      plans += 1;
      const second = String(plans % 60).padStart(2, "0");
      const minute = String(Math.floor(plans / 60)).padStart(2, "0");
      const page = { name: "地図.pdf", bytes: new Uint8Array(randomBytes(attachedBytes)) };
      return [...planAt(`2026112009${minute}${second}`), ...(attachedBytes > 0 ? [page] : [])];
    },
    async send(files) {
      const { messageIds } = await manager.engine.sendFiles(files);
      return messageIds[0] ?? "";
    },
    async opened(id, files) {
      await until(manager.engine, () => manager.engine.message(id).station === "opened");
      await scene.expectDelivered(id, files);
    },
    async expectDelivered(id, files) {
      const received = helpers.engine.list("received").filter((message) => message.id === id);
      expect(received).toHaveLength(1);
      expect(received[0]?.files).toHaveLength(files.length);
      for (const { name, bytes } of files) {
        const delivered = readFileSync(join(helpers.folder, "received", id, name));
        expect(delivered.equals(bytes)).toBe(true);
      }
      await untilProved(manager.engine, id);
      await untilProved(helpers.engine, id);
    },
    async end() {
      await manager.engine.close();
      await helpers.engine.close();
      await network.remove();
    },
  };
  return scene;
}

/**
 * Resolves when the evidence of a message is whole: the receiver has the centre's receipt once the centre has answered
 * its own, which may be after the sender knows of it.
 */
async function untilProved(engine: Engine, id: string): Promise<void> {
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      const stop = engine.on("changed", () => {
        stop();
        resolve();
      });
    });
    if ((await engine.evidence(id)).proved) return;
    await changed;
  }
}
