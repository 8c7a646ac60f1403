import { limits } from "@tsunagi/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makePartitions } from "../database/partitions.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, dayCare, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { openedReceipt, post } from "../testing/parcels.ts";
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
    const message = await post(center, sender, to);
    const { id } = message;
    const receipt = openedReceipt(center, message, to);
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
    const known = await sender.desk.message({ params: { id: opened.id } });
    expect(known.openedReceipt).not.toBeNull();
    await forgetAfter(limits.keepDays + 40);
    expect((await download(receiver, waiting)).length).toBe(content.length);
    await waiting.open();
  });

  const tables = async () =>
    (
      await center.sql<{ name: string }[]>`
        select relname as name from pg_class where relname ~ '^messages_[0-9]{8}$' and relkind = 'r'`
    ).map(({ name }) => name);
  const tableOf = async ({ id }: SentMessage): Promise<string | undefined> => {
    const [row] = await center.sql<{ table: string }[]>`
      select tableoid::regclass::text as table from messages where id = ${id}`;
    return row?.table;
  };
  const recordDays = limits.recordYears * 365.25;

  it("forgets after five years that there was a message, with the table of its quarter", async () => {
    const message = await send(receiver);
    await message.open();
    const table = await tableOf(message);
    await forgetAfter(recordDays - 2);
    await sender.desk.message({ params: { id: message.id } });
    expect(await tables()).toContain(table);

    await forgetAfter(recordDays + 93);

    await expect(sender.desk.message({ params: { id: message.id } })).rejects.toEqual(
      refused("message-unknown"),
    );
    expect(await tables()).not.toContain(table);
  });

  it("keeps what was accepted long after it was made, and forgets what was made with it", async () => {
    await makePartitions(center.sql as never, start);
    const [old, late, strange] = [await send(receiver), await send(receiver), await send(receiver)];
    for (const message of [old, late, strange]) await message.open();
    const later = new Date(start.getTime() + 300 * dayMilliseconds);
    await center.sql`update messages set accepted_at = ${later} where id = ${late.id}`;
    // As of an office whose clock is decades fast.
    const fast = `${"7".repeat(8)}${strange.id.slice(8)}`;
    await center.sql`update messages set id = ${fast} where id = ${strange.id}`;
    expect(await tableOf({ ...strange, id: fast })).toBe("messages_other");

    await forgetAfter(recordDays + 93);

    expect(await Promise.all([old, late, { ...strange, id: fast }].map(tableOf))).toEqual([
      undefined,
      expect.stringMatching(/^messages_[0-9]{8}$/),
      undefined,
    ]);
    await forgetAfter(recordDays + 300 + 93);
    expect(await tableOf(late)).toBeUndefined();
  });
});
