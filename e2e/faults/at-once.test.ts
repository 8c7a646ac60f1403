import { afterEach, describe, expect, it } from "vitest";
import { useEmbedded } from "../../center/database/embedded/server.ts";
import { startTestCenter, type TestCenter } from "../../center/testing/center.ts";
import { embeddedPlace, type TestPlace } from "../../center/testing/databases.ts";
import { careManagement, homeVisit, join, type TestOffice } from "../../center/testing/offices.ts";
import { newMessageId, seal, sending } from "../../center/testing/parcels.ts";
import { type CenterProcess, startCenterProcess } from "../../center/testing/process.ts";
import { databaseOf, killDatabase } from "./database.ts";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function takePlace(): TestPlace {
  const place = embeddedPlace();
  ends.push(() => place.remove());
  return place;
}

/** The office's calls at another centre process, with the login that the first one gave. */
function at(center: CenterProcess, office: TestOffice): TestOffice["desk"] {
  return center.callExchange(office.client, office.accessToken);
}

describe("two centre processes over one PostgreSQL", () => {
  it("that start on an empty database together, and get one message at once, have it once and answer alike", async () => {
    const place = takePlace();
    const server = await useEmbedded(place.dataFolder, "command", () => undefined);
    ends.push(() => server.release());
    const shared = { dataFolder: place.dataFolder, databaseUrl: databaseOf(server) };
    const first = await startCenterProcess(shared);
    ends.push(() => first.end("SIGTERM"));
    const second = await startCenterProcess(shared);
    ends.push(() => second.end("SIGTERM"));
    const sender = await join(first, careManagement);
    const receiver = await join(second, homeVisit);
    const id = newMessageId(first);
    const message = sending(id, receiver.number, seal(first, id, sender, receiver).sealed);

    const answers = await Promise.all(
      [first, second, first, second, first, second].map((center) =>
        at(center, sender).send(message),
      ),
    );

    expect(new Set(answers.map(({ acceptedReceipt }) => acceptedReceipt)).size).toBe(1);
    const waiting = await at(first, receiver).listMessages({
      query: { box: "received", waiting: true },
    });
    expect(waiting.messages.map((one) => one.id)).toEqual([id]);
    expect(Buffer.from(await receiver.desk.download({ params: { id } }))).toEqual(message.body);

    // One of them dies, the other answers the same again.
    await first.end("SIGKILL");
    expect(await at(second, sender).send(message)).toEqual(answers[0]);
    // A message with this id and other bytes is another one.
    const other = sending(id, receiver.number, seal(second, id, sender, receiver).sealed);
    await expect(at(second, sender).send(other)).rejects.toMatchObject({
      code: "message-id-conflict",
    });
  });
});

describe("a centre that has just started", () => {
  it("takes its first requests all at once: the same ones and different ones", async () => {
    const place = takePlace();
    const before = await startTestCenter(place);
    const sender = await join(before, careManagement);
    const receiver = await join(before, homeVisit);
    await before.stop();
    const center = await startCenterProcess(place);
    ends.push(() => center.end("SIGTERM"));
    const ids = Array.from({ length: 8 }, () => newMessageId(center));
    const messages = ids.map((id) =>
      sending(id, receiver.number, seal(center, id, sender, receiver).sealed),
    );

    // Each comes twice, on a connection of its own.
    const answers = await Promise.all(
      [...messages, ...messages].map((message) => at(center, sender).send(message)),
    );

    const receipts = answers.map(({ acceptedReceipt }) => acceptedReceipt);
    expect(receipts.slice(0, 8)).toEqual(receipts.slice(8));
    const waiting = await at(center, receiver).listMessages({
      query: { box: "received", waiting: true },
    });
    expect(waiting.messages.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });
});

describe("a database server that is killed while messages come in", () => {
  it("has every message that was called accepted, and the others once they are sent again", async () => {
    const place = takePlace();
    const center: TestCenter = await startTestCenter(place);
    ends.push(() => center.stop());
    const sender = await join(center, careManagement);
    const receiver = await join(center, homeVisit);
    const accepted = new Map<string, string>();
    const enough = new AbortController();

    const line = async (): Promise<void> => {
      const desk = center.callExchange(sender.client, sender.accessToken);
      while (!enough.signal.aborted) {
        const id = newMessageId(center);
        const message = sending(id, receiver.number, seal(center, id, sender, receiver).sealed);
        // As a client does it: the same bytes under the same id until there is an answer.
        for (let answered = false; !answered; ) {
          const answer = await desk.send(message).catch((error: unknown) => error);
          if (answer instanceof Error) {
            expect(answer).toMatchObject({ problem: { status: 503 } });
            continue;
          }
          accepted.set(id, (answer as { acceptedReceipt: string }).acceptedReceipt);
          answered = true;
        }
      }
    };
    const killing = async (): Promise<void> => {
      for (let kills = 0; kills < 3; kills += 1) {
        const next = accepted.size + 20;
        while (accepted.size < next) await new Promise(setImmediate);
        killDatabase(place);
      }
      enough.abort();
    };
    await Promise.all([killing(), ...Array.from({ length: 6 }, line)]);

    const kept = await center.sql<{ id: string; receipt: Buffer; whole: boolean }[]>`
      select m.id, m.accepted_receipt as receipt, m.size = sum(length(c.bytes)) as whole
      from messages m join message_chunks c on c.message_id = m.id and c.stored_at = m.stored_at
      group by m.id`;
    expect(new Map(kept.map(({ id, receipt }) => [id, receipt.toString("base64")]))).toEqual(
      accepted,
    );
    expect(kept.every(({ whole }) => whole)).toBe(true);
    const told = await center.sql`
      select message_id from events where station = 'accepted' group by message_id having count(*) <> 2`;
    expect(told).toHaveLength(0);
  });
});
