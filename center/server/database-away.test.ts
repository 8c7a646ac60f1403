import { readFileSync } from "node:fs";
import { join as path } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { startTestCenter } from "../testing/center.ts";
import { embeddedPlace } from "../testing/databases.ts";
import { openEvents } from "../testing/events.ts";
import { careManagement, homeVisit, join } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";

it("says so while the database is away, and loses nothing when it is back", async () => {
  const place = embeddedPlace();
  const center = await startTestCenter(place);
  const sender = await join(center, careManagement);
  const receiver = await join(center, homeVisit);
  const stream = await openEvents(center, receiver);
  const start = await stream.next();
  const id = newMessageId(center);
  const message = sending(id, receiver.number, seal(center, id, sender, receiver).sealed);

  const pidFile = path(place.dataFolder, "database", "cluster", "postmaster.pid");
  process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGQUIT");

  const seen = new Set<string>();
  for (;;) {
    const answer: unknown = await sender.desk.send(message).catch((error: unknown) => error);
    if (!(answer instanceof Error)) break;
    seen.add((answer as Error & { code: string }).code);
    expect(answer).toMatchObject({ problem: { status: 503, retryAfterSeconds: 5 } });
    await turn();
  }

  expect([...seen]).toEqual(["service-unavailable"]);
  expect(await stream.nextEvent()).toBeUndefined();
  const again = await openEvents(center, receiver, start?.id);
  expect((await again.nextEvent())?.data?.id).toBe(id);
  // The bell listens again too: what is sent now arrives without waiting for a sign of life.
  const second = newMessageId(center);
  await sender.desk.send(
    sending(second, receiver.number, seal(center, second, sender, receiver).sealed),
  );
  expect((await again.nextEvent())?.data?.id).toBe(second);
  again.close();
  await center.stop();
  await place.remove();
});
