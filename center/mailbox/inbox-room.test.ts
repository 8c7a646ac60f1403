import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, dayCare, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("an inbox", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sender: TestOffice;
  let receiver: TestOffice;
  let other: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, { limits: { inboxMessages: 3, inboxBytes: 100_000 } });
    sender = await join(center, careManagement);
    receiver = await join(center, homeVisit);
    other = await join(center, dayCare);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  function made(to: TestOffice) {
    const id = newMessageId(center);
    return sending(id, to.number, seal(center, id, sender, to).sealed);
  }

  it("takes no more messages than it holds, answers again for those it holds, and has room once one is read", async () => {
    const held = [made(receiver), made(receiver), made(receiver)];
    const answers = [];
    for (const message of held) answers.push(await sender.desk.send(message));

    const failure = sender.desk.send(made(receiver));
    await expect(failure).rejects.toEqual(refused("inbox-full"));
    await expect(failure).rejects.toMatchObject({
      problem: { status: 429, retryAfterSeconds: 3600 },
    });
    for (const [index, message] of held.entries()) {
      expect(await sender.desk.send(message)).toEqual(answers[index]);
    }
    await sender.desk.send(made(other));

    const [first] = held;
    await receiver.desk.refuse({ params: first?.params ?? { id: "" }, body: { reason: "x" } });
    await sender.desk.send(made(receiver));
    await expect(sender.desk.send(made(receiver))).rejects.toEqual(refused("inbox-full"));
  });

  it("takes no more bytes than it holds, also of those that are announced", async () => {
    const { sealedSha256: sha256 } = seal(center, newMessageId(center), sender, sender);
    const announce = (size: number) =>
      sender.desk.beginUpload({
        params: { id: newMessageId(center) },
        body: { to: sender.number, size, sha256 },
      });
    await expect(announce(100_001)).rejects.toEqual(refused("inbox-full"));
    await announce(60_000);
    await announce(40_000);
  });
});
