import { randomBytes } from "node:crypto";
import { limits } from "@tsunagi/contract";
import type { Acceptance } from "@tsunagi/contract/exchange";
import { parseCertificate, verifyReceipt } from "@tsunagi/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { httpsFetch } from "../testing/https-fetch.ts";
import { careManagement, dayCare, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { contentDigest, newMessageId, seal, sending } from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";
import { giveUpRested } from "./uploads.ts";

const chunkBytes = 256 * 1024;

describeOnEachDatabase("a large message in chunks", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sender: TestOffice;
  let receiver: TestOffice;
  let stranger: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, {
      limits: { chunkBytes, directBytes: 400_000, messageBytes: 2_000_000, openUploads: 3 },
      answerWithinSeconds: 0.2,
    });
    sender = await join(center, careManagement);
    receiver = await join(center, homeVisit);
    stranger = await join(center, dayCare);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  interface Large {
    readonly id: string;
    readonly sealed: Uint8Array;
    readonly sealedSha256: string;
  }

  function large(bytes = 700_000): Large {
    const id = newMessageId(center);
    return { id, ...seal(center, id, sender, receiver, randomBytes(bytes)) };
  }

  function announce({ id, sealed, sealedSha256 }: Large, by = sender) {
    const body = { to: receiver.number, size: sealed.length, sha256: sealedSha256 };
    return by.desk.beginUpload({ params: { id }, body });
  }

  const chunkOf = ({ sealed }: Large, number: number): Uint8Array =>
    sealed.subarray((number - 1) * chunkBytes, number * chunkBytes);

  function sendChunk(message: Large, number: number, bytes = chunkOf(message, number)) {
    return sender.desk.sendChunk({
      params: { id: message.id, number: String(number) },
      headers: { "content-digest": contentDigest(bytes) },
      body: bytes,
    });
  }

  async function complete({ id }: Large, by = sender): Promise<Acceptance> {
    for (;;) {
      const { acceptance } = await by.desk.completeUpload({ params: { id } });
      if (acceptance) return acceptance;
    }
  }

  async function download({ id }: Large, range: string) {
    const line = httpsFetch({ authority: center.authorities.join("\n"), ...receiver.client });
    const headers = { authorization: `Bearer ${receiver.accessToken}`, range };
    const url = `${center.exchangeUrl}/v1/messages/${id}/content`;
    return line(url, { method: "GET", headers }).finally(() => line.close());
  }

  it("is accepted when all are there, in any order, and arrives as it was", async () => {
    const message = large();
    expect(await announce(message)).toMatchObject({ chunks: 3, received: [], acceptance: null });

    await Promise.all([3, 1, 2].map((number) => sendChunk(message, number)));
    const acceptance = await complete(message);

    const { receipt } = verifyReceipt(Buffer.from(acceptance.acceptedReceipt, "base64"), {
      authorities: center.authorities.map((pem) => parseCertificate(pem)),
      expected: { type: "accepted", id: message.id, sealedSha256: message.sealedSha256 },
    });
    expect(receipt).toMatchObject({ size: message.sealed.length, at: acceptance.acceptedAt });
    const listed = await receiver.desk.listMessages({ query: { box: "received", waiting: true } });
    expect(listed.messages.map(({ id }) => id)).toContain(message.id);
    const content = await receiver.desk.download({ params: { id: message.id } });
    expect(Buffer.from(content).equals(message.sealed)).toBe(true);
  });

  it("goes on where it broke off: what has come is told, and comes twice without harm", async () => {
    const message = large();
    await announce(message);
    await sendChunk(message, 2);
    await expect(complete(message)).rejects.toEqual(refused("upload-incomplete"));

    expect((await announce(message)).received).toEqual([2]);
    expect((await sender.desk.upload({ params: { id: message.id } })).received).toEqual([2]);
    await Promise.all([2, 2, 1, 1, 3, 3].map((number) => sendChunk(message, number)));
    await complete(message);
  });

  it("is one message, however often and wherever it is completed, and over a restart", async () => {
    const message = large();
    await announce(message);
    for (const number of [1, 2, 3]) await sendChunk(message, number);

    const answers = await Promise.all([complete(message), complete(message), complete(message)]);

    expect(new Set(answers.map(({ acceptedReceipt }) => acceptedReceipt)).size).toBe(1);
    expect((await announce(message)).acceptance).toEqual(answers[0]);
    expect((await sender.desk.upload({ params: { id: message.id } })).acceptance).toEqual(
      answers[0],
    );
    const again = sending(message.id, receiver.number, message.sealed.subarray(0, 1000));
    await expect(sender.desk.send(again)).rejects.toEqual(refused("message-not-sealed"));
    const { messages } = await sender.desk.listMessages({ query: { box: "sent", limit: 500 } });
    expect(messages.filter(({ id }) => id === message.id)).toHaveLength(1);
  });

  it("is told as accepted to who asks or begins it while it is", async () => {
    for (const [table, ask] of [
      ["upload_chunks", ({ id }: Large) => sender.desk.upload({ params: { id } })],
      ["uploads", (message: Large) => announce(message)],
    ] as const) {
      const message = large(10_000);
      if (table === "upload_chunks") await announce(message);
      const { asked, accepted } = await center.sql.begin(async (transaction) => {
        await transaction`lock table ${transaction(table)} in access exclusive mode`;
        const answer = ask(message);
        await somebodyWaits();
        const { id, sealed } = message;
        const acceptance = await sender.desk.send(sending(id, receiver.number, sealed));
        await transaction`delete from uploads where id = ${id}`;
        // Wrapped, as what is given back by itself would be awaited before the table is let go.
        return { asked: () => answer, accepted: acceptance };
      });

      expect(await asked()).toMatchObject({ received: [], acceptance: accepted });
      const left = await center.sql`select from uploads where id = ${message.id}`;
      expect(left).toHaveLength(0);
    }
  });

  /** Resolves when a statement waits for a lock. */
  async function somebodyWaits(): Promise<void> {
    for (let waiting = 0; waiting === 0; ) {
      ({ count: waiting } = await center.sql`
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
    }
  }

  it("is checked while its sender asks again, however long the database takes", async () => {
    const message = large();
    const params = { id: message.id };
    await announce(message);
    for (const number of [1, 2, 3]) await sendChunk(message, number);

    await center.sql.begin(async (transaction) => {
      await transaction`lock table message_chunks in access exclusive mode`;
      for (const _ of [1, 2]) {
        expect(await sender.desk.completeUpload({ params })).toEqual({ acceptance: null });
      }
    });

    const acceptance = await complete(message);
    expect(await sender.desk.completeUpload({ params })).toEqual({ acceptance });
  });

  it("refuses other bytes under the same number, wrong sizes and wrong digests", async () => {
    const message = large();
    await announce(message);
    await sendChunk(message, 1);

    await expect(sendChunk(message, 1, randomBytes(chunkBytes))).rejects.toEqual(
      refused("chunk-conflict"),
    );
    await expect(sendChunk(message, 2, randomBytes(chunkBytes - 1))).rejects.toEqual(
      refused("chunk-wrong"),
    );
    await expect(sendChunk(message, 2, randomBytes(chunkBytes + 1))).rejects.toEqual(
      refused("chunk-wrong"),
    );
    await expect(sendChunk(message, 4, randomBytes(10))).rejects.toEqual(refused("chunk-wrong"));
    await expect(
      sender.desk.sendChunk({
        params: { id: message.id, number: "2" },
        headers: { "content-digest": contentDigest(randomBytes(1)) },
        body: chunkOf(message, 2),
      }),
    ).rejects.toEqual(refused("digest-mismatch"));
    await sender.desk.abandonUpload({ params: { id: message.id } });
    await expect(sendChunk(message, 2)).rejects.toEqual(refused("upload-unknown"));
  });

  it("is not accepted when it is not what was announced, or not sealed", async () => {
    const message = large();
    const other = { ...message, sealedSha256: "0".repeat(64) };
    await announce(other);
    await expect(announce(message)).rejects.toEqual(refused("message-id-conflict"));
    for (const number of [1, 2, 3]) await sendChunk(other, number);
    await expect(complete(other)).rejects.toEqual(refused("digest-mismatch"));
    // No chunk of it can be replaced: it begins anew, as it should have been.
    await expect(complete(other)).rejects.toEqual(refused("upload-unknown"));
    expect(await announce(message)).toMatchObject({ received: [] });
    await sender.desk.abandonUpload({ params: { id: message.id } });

    const bytes = randomBytes(500_000);
    const sealedSha256 = Buffer.from(contentDigest(bytes).slice(9, -1), "base64").toString("hex");
    const open = { id: newMessageId(center), sealed: bytes, sealedSha256 };
    await announce(open);
    for (const number of [1, 2]) await sendChunk(open, number);
    await expect(complete(open)).rejects.toEqual(refused("message-not-sealed"));
    await sender.desk.abandonUpload({ params: { id: open.id } });
  });

  it("is refused when it is too large, and beyond the number that may be open", async () => {
    const message = large();
    await expect(
      sender.desk.beginUpload({
        params: { id: message.id },
        body: { to: receiver.number, size: 2_000_001, sha256: message.sealedSha256 },
      }),
    ).rejects.toEqual(refused("message-too-large"));
    const open = [large(10_000), large(10_000), large(10_000)];
    for (const one of open) await announce(one);
    await expect(announce(message)).rejects.toEqual(refused("too-many-uploads"));
    expect((await announce(open[0] as Large)).received).toEqual([]);
    for (const { id } of open) await sender.desk.abandonUpload({ params: { id } });
    await announce(message);
    await sender.desk.abandonUpload({ params: { id: message.id } });
  });

  it("belongs to its sender alone", async () => {
    const message = large();
    await announce(message);
    const params = { id: message.id };
    await expect(stranger.desk.upload({ params })).rejects.toEqual(refused("upload-unknown"));
    await expect(complete(message, stranger)).rejects.toEqual(refused("upload-unknown"));
    await stranger.desk.abandonUpload({ params });
    await expect(announce(message, stranger)).rejects.toEqual(refused("message-id-conflict"));
    expect((await announce(message)).received).toEqual([]);
    await sender.desk.abandonUpload({ params });
  });

  it("that rests too long is given up with its bytes", async () => {
    const message = large();
    await announce(message);
    await sendChunk(message, 1);
    const stored = () =>
      center.sql`select 1 from message_chunks where message_id = ${message.id}`.then(
        ({ length }) => length,
      );
    const clock = (hours: number) => () => new Date(center.clock.now.getTime() + hours * 3_600_000);
    const context = { sql: center.sql as never, limits };
    await giveUpRested({ ...context, clock: clock(limits.uploadHours - 1) });
    expect(await stored()).toBe(1);

    await giveUpRested({ ...context, clock: clock(limits.uploadHours + 1) });

    expect(await stored()).toBe(0);
    await expect(sendChunk(message, 2)).rejects.toEqual(refused("upload-unknown"));
  });

  it("is downloaded from where the last download broke off", async () => {
    const message = large();
    await announce(message);
    for (const number of [1, 2, 3]) await sendChunk(message, number);
    await complete(message);

    for (const [first, last] of [
      [0, 0],
      [chunkBytes - 1, chunkBytes],
      [300_000, undefined],
      [5, 600_000],
      [0, 9_999_999],
    ] as const) {
      const part = await download(message, `bytes=${first}-${last ?? ""}`);
      const end = Math.min(last ?? Infinity, message.sealed.length - 1) + 1;
      expect(part.status).toBe(206);
      expect(part.headers.get("content-range")).toBe(
        `bytes ${first}-${end - 1}/${message.sealed.length}`,
      );
      const bytes = Buffer.from(await part.arrayBuffer());
      expect(bytes.equals(message.sealed.subarray(first, end))).toBe(true);
    }
    for (const range of ["bytes=9999999-", "bytes=5-4", "bytes=-5", "bytes=0-1,4-5", "lines=1-2"]) {
      expect((await download(message, range)).status).toBe(416);
    }
  });
});
