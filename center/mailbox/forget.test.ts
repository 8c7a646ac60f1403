import { limits } from "@tsunagi/contract";
import { signReceipt } from "@tsunagi/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makePartitions } from "../database/partitions.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, dayCare, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";
import { forgetOld } from "./forget.ts";

const dayMilliseconds = 86_400_000;

describeOnEachDatabase("keeping and forgetting", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sender: TestOffice;
  let receiver: TestOffice;
  let shortKeeper: TestOffice;
  const start = new Date();
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    sender = await join(center, careManagement);
    receiver = await join(center, homeVisit);
    shortKeeper = await join(center, dayCare);
    await center.sql`update offices set keep_days = 7 where number = ${shortKeeper.number}`;
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  interface SentMessage {
    readonly id: string;
    readonly open: () => Promise<unknown>;
  }

  async function send(to: TestOffice): Promise<SentMessage> {
    const id = newMessageId(center);
    const { sealed, ...hashes } = seal(center, id, sender, to);
    await sender.desk.send(sending(id, to.number, sealed));
    const at = center.clock.now.toISOString();
    const { sealedSha256, signedSha256 } = hashes;
    const receipt = signReceipt(
      { type: "opened", id, from: sender.number, to: to.number, sealedSha256, signedSha256, at },
      to.signer,
    );
    const open = () => to.desk.confirmOpened({ params: { id }, body: receipt });
    return { id, open };
  }

  /** The centre's housekeeping, that many days after the messages were sent. */
  async function forgetAfter(days: number): Promise<void> {
    const now = new Date(start.getTime() + days * dayMilliseconds);
    const sql = center.sql as never;
    await makePartitions(sql, now);
    await forgetOld({ sql, clock: () => now, limits });
  }

  const download = (to: TestOffice, { id }: SentMessage) => to.desk.download({ params: { id } });
  const gone = refused("message-forgotten");
  const messagesWithBytes = async () =>
    (await center.sql`select distinct message_id from message_chunks`).length;

  it("drops bytes some days after the receipt, and moves what is still waited for", async () => {
    const opened = await send(receiver);
    await opened.open();
    const waiting = await send(receiver);
    const short = await send(shortKeeper);
    await short.open();
    await forgetAfter(6);
    expect(await messagesWithBytes()).toBe(3);
    await forgetAfter(8);
    await expect(download(shortKeeper, short)).rejects.toEqual(gone);
    expect(await messagesWithBytes()).toBe(2);
    await forgetAfter(limits.keepDays);
    expect(await messagesWithBytes()).toBe(2);

    await forgetAfter(limits.keepDays + 2);

    await expect(download(receiver, opened)).rejects.toEqual(gone);
    const content = await download(receiver, waiting);
    expect(content.length).toBeGreaterThan(1000);
    const { openedReceipt } = await sender.desk.message({ params: { id: opened.id } });
    expect(openedReceipt).not.toBeNull();
    await forgetAfter(limits.keepDays + 40);
    expect((await download(receiver, waiting)).length).toBe(content.length);
  });

  it("forgets after five years that there was a message", async () => {
    const message = await send(receiver);
    await message.open();
    await forgetAfter(limits.recordYears * 365);
    await sender.desk.message({ params: { id: message.id } });

    await forgetAfter(limits.recordYears * 366 + 1);

    await expect(sender.desk.message({ params: { id: message.id } })).rejects.toEqual(
      refused("message-unknown"),
    );
  });
});
