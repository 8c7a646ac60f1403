import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CallError } from "@tsunagi/contract";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { careManagement, homeVisit, join } from "../../center/testing/offices.ts";
import { newMessageId, seal, sending } from "../../center/testing/parcels.ts";
import { type CenterProcess, startCenterProcess } from "../../center/testing/process.ts";
import { type Cluster, startCluster } from "./cluster.ts";

const sendersAtOnce = 8;
/** Accepted before the primary is killed, and after it was. */
const enough = 200;

let cluster: Cluster;
let dataFolder: string;
const centers: CenterProcess[] = [];
beforeAll(async () => {
  cluster = await startCluster();
  await cluster.primary();
  dataFolder = mkdtempSync(path(tmpdir(), "tsunagi-standby-center-"));
  const place = { dataFolder, databaseUrl: cluster.url };
  centers.push(await startCenterProcess(place, "--limit", "officeRequestsPerMinute=1000000"));
  centers.push(await startCenterProcess(place, "--limit", "officeRequestsPerMinute=1000000"));
});
afterAll(async () => {
  for (const center of centers) await center.end("SIGTERM");
  await cluster.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

it("loses and doubles no accepted message when the primary is killed under load, and goes on by itself", async () => {
  onTestFailed(() => console.error(cluster.log()));
  const [first, second] = centers as [CenterProcess, CenterProcess];
  const sender = await join(first, careManagement);
  const receiver = await join(first, homeVisit);
  // The same login holds at every process.
  const desks = [first, second].map((center) =>
    center.callExchange(sender.client, sender.accessToken),
  );
  const accepted = new Map<string, string>();
  const troubles = new Map<string, number>();
  const over = new AbortController();

  /** As a client does: the same id again, with the same bytes, until there is an answer. */
  async function send(turn: number): Promise<void> {
    const id = newMessageId(first);
    const message = sending(id, receiver.number, seal(first, id, sender, receiver).sealed);
    for (let attempt = turn; ; attempt += 1) {
      try {
        const desk = desks[attempt % desks.length] ?? sender.desk;
        accepted.set(id, (await desk.send(message)).acceptedReceipt);
        return;
      } catch (error) {
        const passing =
          error instanceof CallError &&
          (error.code === "unreachable" || (error.problem?.status ?? 0) >= 500);
        if (!passing) throw error;
        troubles.set(error.code, (troubles.get(error.code) ?? 0) + 1);
        await pause(100);
      }
    }
  }
  const load = Array.from({ length: sendersAtOnce }, async (_, turn) => {
    while (!over.signal.aborted) await send(turn);
  });
  const until = async (count: number): Promise<void> => {
    while (accepted.size < count) await Promise.race([pause(50), ...load]);
  };

  await until(enough);
  const lost = await cluster.primary();
  cluster.kill(lost);
  const killedAt = performance.now();
  const before = accepted.size;
  // What was under way is answered by none, or was on the standby already.
  await until(before + sendersAtOnce + enough);
  console.log(`${Math.round(performance.now() - killedAt)} ms from the kill to ${enough} more`);
  over.abort();
  await Promise.all(load);

  const listed: string[] = [];
  const desk = second.callExchange(receiver.client, receiver.accessToken);
  for (let after: string | null | undefined; after !== null; ) {
    const query = { box: "received" as const, limit: 500, ...(after !== undefined && { after }) };
    const page = await desk.listMessages({ query });
    for (const { id } of page.messages) {
      const { acceptedReceipt } = await desk.message({ params: { id } });
      expect(acceptedReceipt).toBe(accepted.get(id));
      listed.push(id);
    }
    after = page.next;
  }
  expect(new Set(listed).size).toBe(listed.length);
  expect(new Set(listed)).toEqual(new Set(accepted.keys()));
  console.log(`${accepted.size} accepted, 0 lost, 0 doubled; told meanwhile:`, troubles);
  // Whatever a client is told meanwhile says that it should come again.
  expect([...troubles.keys()]).not.toContain("internal");
  const [newest = ""] = listed.slice(-1);
  expect((await desk.download({ params: { id: newest } })).length).toBeGreaterThan(0);
});
