import { randomBytes } from "node:crypto";
import { limits } from "@tsunagi/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { heldBytes } from "../file-content.ts";
import {
  joinNetwork,
  type Network,
  planner,
  provider,
  startNetwork,
  type TestDesk,
  until,
} from "../testing/network.ts";
import { planAt } from "../testing/samples.ts";

let network: Network;
let manager: TestDesk;
let helpers: TestDesk;

beforeAll(async () => {
  network = await startNetwork();
  manager = await joinNetwork(network, planner);
  helpers = await joinNetwork(network, provider);
});
afterAll(async () => {
  await manager?.engine.close();
  await helpers?.engine.close();
  await network?.remove();
});

/** Goes in chunks when sealed: it does not compress. */
const scan = {
  name: "地図.pdf",
  bytes: new Uint8Array(randomBytes(limits.directBytes + 1.5 * limits.chunkBytes)),
};

/** One of the lines is cut in the middle of a chunk. */
async function sendOverBreakingLine(setTime: string): Promise<string> {
  const { engine } = manager;
  for (const file of planAt(setTime)) await engine.tray.put(file);
  const { sets, strays } = await engine.tray.put(scan);
  const setId = sets[0]?.setId ?? "";
  await engine.tray.attach(strays[0]?.fileId ?? "", setId);
  await engine.searchPartners(provider.number);
  network.proxy.fault = { kind: "cut-after", bytes: limits.chunkBytes / 2, answered: false };
  const [id = ""] = (await engine.tray.send([setId])).messageIds;
  await until(engine, () => engine.message(id).trouble);
  return id;
}

const chunksAtCenter = async (id: string): Promise<number> =>
  (await network.center().sql`select 1 from upload_chunks where upload_id = ${id}`).length;

it("a large message goes on after a break with what is missing, and arrives once and whole", async () => {
  const id = await sendOverBreakingLine("20261120200001");
  expect(manager.engine.message(id)).toMatchObject({
    station: "made",
    trouble: { code: "unreachable", retrying: true },
  });
  await manager.reopen();

  expect(await manager.engine.sendNow()).toEqual([id]);

  expect(await chunksAtCenter(id)).toBe(0);
  await helpers.engine.fetchNow();
  expect(helpers.engine.list("received").map((message) => message.id)).toEqual([id]);
  expect(await heldBytes(await helpers.engine.file(id, scan.name))).toEqual(
    Buffer.from(scan.bytes),
  );
});

it("a large message that is taken back on its way leaves nothing at the centre", async () => {
  const id = await sendOverBreakingLine("20261120200002");

  await manager.engine.cancel(id);

  expect(manager.engine.message(id).station).toBe("cancelled");
  const { sql } = network.center();
  expect(await sql`select 1 from uploads where id = ${id}`).toHaveLength(0);
  expect(await sql`select 1 from message_chunks where message_id = ${id}`).toHaveLength(0);
});
