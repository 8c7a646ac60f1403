import { randomBytes } from "node:crypto";
import { parseCertificate, verifyReceipt } from "@tsunagi/sealing";
import { openSealed } from "@tsunagi/sealing/open";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import {
  application,
  careManagement,
  dayCare,
  homeVisit,
  join,
  openPortal,
  requestCertificate,
  type TestOffice,
} from "../testing/offices.ts";
import {
  contentDigest,
  newMessageId,
  openedReceipt,
  type Posted,
  post,
  seal,
  sending,
} from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";

/** Bytes that do not compress. */
const noise = (size: number): Uint8Array => randomBytes(size);

describeOnEachDatabase("the mailbox", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sender: TestOffice;
  let receiver: TestOffice;
  let stranger: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    sender = await join(center, careManagement);
    receiver = await join(center, homeVisit);
    stranger = await join(center, dayCare);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  const send = (bytes?: Uint8Array): Promise<Posted> => post(center, sender, receiver, bytes);
  const receiptOf = (message: Posted, by = receiver, changes = {}): Uint8Array =>
    openedReceipt(center, message, by, changes);

  it("takes a sealed message in and signs for it", async () => {
    const id = newMessageId(center);
    const { sealed, sealedSha256 } = seal(center, id, sender, receiver);

    const answer = await sender.desk.send(sending(id, receiver.number, sealed));

    const { receipt, signer } = verifyReceipt(Buffer.from(answer.acceptedReceipt, "base64"), {
      authorities: center.authorities.map((pem) => parseCertificate(pem)),
      expected: { type: "accepted", id, from: sender.number, to: receiver.number, sealedSha256 },
    });
    expect(receipt).toMatchObject({ size: sealed.length, at: answer.acceptedAt });
    expect(signer.kind).toBe("center");
  });

  it("gives the receiver the same bytes, which open, in one chunk and in many", async () => {
    for (const bytes of [Buffer.from("試験 花子"), noise(800_000)]) {
      const { id, sealed } = await send(bytes);

      const downloaded = await receiver.desk.download({ params: { id } });

      expect(Buffer.compare(downloaded, sealed)).toBe(0);
      const { parcel } = openSealed(downloaded, {
        keys: [receiver.signer],
        authorities: center.authorities.map((pem) => parseCertificate(pem)),
        expected: { id, from: sender.number, to: receiver.number },
      });
      expect(parcel.files[0]?.bytes).toEqual(new Uint8Array(bytes));
    }
  });

  it("answers the same to the same message again, also when the licence has ended since", async () => {
    const id = newMessageId(center);
    const { sealed } = seal(center, id, sender, receiver);
    const first = await sender.desk.send(sending(id, receiver.number, sealed));

    await center.sql`
      update licences set valid_from = '2020-01-01', valid_until = '2020-12-31', automatic_renewal = false
      where office = ${sender.number}`;
    try {
      expect(await sender.desk.send(sending(id, receiver.number, sealed))).toEqual(first);
      const other = newMessageId(center);
      await expect(
        sender.desk.send(
          sending(other, receiver.number, seal(center, other, sender, receiver).sealed),
        ),
      ).rejects.toEqual(refused("licence-missing"));
    } finally {
      await center.sql`delete from licences where office = ${sender.number}`;
      await sender.portal.apply({ body: await application(sender) });
    }
  });

  it("stores one message when it is sent twice at the same time, and answers both alike", async () => {
    for (const size of [20_000, 700_000]) {
      const id = newMessageId(center);
      const { sealed } = seal(center, id, sender, receiver, noise(size));
      const other = center.callExchange(sender.client, sender.accessToken);

      const answers = await Promise.all(
        [sender.desk, other, sender.desk, other].map((desk) =>
          desk.send(sending(id, receiver.number, sealed)),
        ),
      );

      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      const [row] = await center.sql`
        select (select count(*) from messages where id = ${id})::int as messages,
               (select sum(length(bytes)) from message_chunks where message_id = ${id})::int as bytes,
               (select count(*) from events where message_id = ${id} and station = 'accepted')::int as events`;
      expect(row).toEqual({ messages: 1, bytes: sealed.length, events: 2 });
    }
  });

  it("refuses other bytes, another receiver and another sender under a known id", async () => {
    const { id, sealed } = await send();
    const other = seal(center, id, sender, receiver).sealed;

    await expect(sender.desk.send(sending(id, receiver.number, other))).rejects.toEqual(
      refused("message-id-conflict"),
    );
    await expect(sender.desk.send(sending(id, stranger.number, sealed))).rejects.toEqual(
      refused("message-id-conflict"),
    );
    await expect(stranger.desk.send(sending(id, receiver.number, sealed))).rejects.toEqual(
      refused("message-id-conflict"),
    );
  });

  it("refuses bytes that changed on the way and bytes that are not sealed", async () => {
    const id = newMessageId(center);
    const { sealed } = seal(center, id, sender, receiver);
    const changed = Uint8Array.from(sealed, (byte, index) => (index === 99 ? byte ^ 1 : byte));
    const open = Buffer.from("UPPLAN,1300000001");

    await expect(
      sender.desk.send({
        ...sending(id, receiver.number, changed),
        headers: { "content-digest": contentDigest(sealed) },
      }),
    ).rejects.toEqual(refused("digest-mismatch"));
    await expect(sender.desk.send(sending(id, receiver.number, open))).rejects.toEqual(
      refused("message-not-sealed"),
    );
    await expect(sender.desk.send(sending(id, receiver.number, new Uint8Array()))).rejects.toEqual(
      refused("message-not-sealed"),
    );
    await expect(
      sender.desk.send({
        ...sending(id, receiver.number, sealed),
        headers: { "content-digest": "md5=:x:" },
      }),
    ).rejects.toEqual(refused("request-invalid"));
  });

  it("refuses receivers that are unknown, have no licence, or no certificate", async () => {
    const id = newMessageId(center);
    const { sealed } = seal(center, id, sender, receiver);
    const numbers = ["1300000091", "1300000092", "1300000099"] as const;
    const [unlicensed, uncertified, unknown] = numbers;
    await requestCertificate(await openPortal(center, { ...dayCare, number: unlicensed }));
    const applicant = await openPortal(center, { ...dayCare, number: uncertified });
    await applicant.portal.apply({ body: await application(applicant) });

    await expect(sender.desk.send(sending(id, unknown, sealed))).rejects.toEqual(
      refused("office-unknown"),
    );
    await expect(sender.desk.send(sending(id, unlicensed, sealed))).rejects.toEqual(
      refused("receiver-unlicensed"),
    );
    await expect(sender.desk.send(sending(id, uncertified, sealed))).rejects.toEqual(
      refused("receiver-without-certificate"),
    );
  });

  it("shows each station once, to sender and receiver", async () => {
    const message = await send();
    const { id } = message;

    center.clock.advance(1);
    const { messages } = await receiver.desk.listMessages({ query: { box: "received" } });
    expect(messages.find((one) => one.id === id)?.station).toBe("offered");
    center.clock.advance(1);
    await receiver.desk.download({ params: { id } });
    await receiver.desk.download({ params: { id } });
    center.clock.advance(1);
    const receipt = receiptOf(message);
    const opened = await receiver.desk.confirmOpened({ params: { id }, body: receipt });
    center.clock.advance(1);
    const again = await receiver.desk.confirmOpened({
      params: { id },
      body: receiptOf(message),
    });

    const names = ["accepted", "offered", "downloaded", "opened"];
    expect(opened.stations.map(({ station }) => station)).toEqual(names);
    expect(new Set(opened.stations.map((one) => one.at)).size).toBe(4);
    expect(again).toEqual(opened);
    const asSenderSeesIt = await sender.desk.message({ params: { id } });
    const times = (one: typeof opened) => one.stations.map(({ station, at }) => ({ station, at }));
    expect(times(asSenderSeesIt)).toEqual(times(opened));
    expect(opened.openedReceipt).toBe(Buffer.from(receipt).toString("base64"));
    expect(opened.from).toEqual({ number: sender.number, name: careManagement.name });
  });

  it("says from which certificate each station came, and of the own office which person", async () => {
    const { id } = await send();
    await receiver.desk.download({ params: { id } });

    const seenBy = async (office: TestOffice) => {
      const { stations } = await office.desk.message({ params: { id } });
      return stations.map(({ station, person, certificate }) => [station, person, certificate]);
    };

    expect(await seenBy(sender)).toEqual([
      ["accepted", sender.personId, sender.serial],
      ["downloaded", null, receiver.serial],
    ]);
    expect(await seenBy(receiver)).toEqual([
      ["accepted", null, sender.serial],
      ["downloaded", receiver.personId, receiver.serial],
    ]);
  });

  it("refuses a receipt that is not the receiver's over this message", async () => {
    const message = await send();
    const other = await send();
    const put = (body: Uint8Array): Promise<unknown> =>
      receiver.desk.confirmOpened({ params: { id: message.id }, body });

    await expect(put(receiptOf(other))).rejects.toEqual(refused("receipt-invalid"));
    await expect(put(receiptOf(message, stranger))).rejects.toEqual(refused("receipt-invalid"));
    await expect(
      put(receiptOf(message, receiver, { sealedSha256: other.sealedSha256 })),
    ).rejects.toEqual(refused("receipt-invalid"));
    await expect(put(Buffer.from("received, thanks"))).rejects.toEqual(refused("receipt-invalid"));
    expect((await receiver.desk.message({ params: { id: message.id } })).openedReceipt).toBeNull();
  });

  it("tells the sender that a message could not be opened; a later receipt still counts", async () => {
    const message = await send();
    const { id } = message;

    await receiver.desk.refuse({ params: { id }, body: { reason: "changed" } });
    const again = await receiver.desk.refuse({ params: { id }, body: { reason: "too-large" } });
    expect(again).toMatchObject({ station: "refused", refusal: "changed" });

    const opened = await receiver.desk.confirmOpened({
      params: { id },
      body: receiptOf(message),
    });
    expect(opened.station).toBe("opened");
  });

  it("lets the sender cancel before the download, and then shows nothing of it", async () => {
    const { id, sealed } = await send();

    const cancelled = await sender.desk.cancel({ params: { id } });
    expect(cancelled.station).toBe("cancelled");
    expect(await sender.desk.cancel({ params: { id } })).toEqual(cancelled);
    await expect(receiver.desk.download({ params: { id } })).rejects.toEqual(
      refused("message-cancelled"),
    );
    await expect(
      receiver.desk.refuse({ params: { id }, body: { reason: "changed" } }),
    ).rejects.toEqual(refused("message-cancelled"));
    const [row] =
      await center.sql`select count(*)::int as chunks from message_chunks where message_id = ${id}`;
    expect(row?.["chunks"]).toBe(0);
    await expect(sender.desk.send(sending(id, receiver.number, sealed))).resolves.toMatchObject({
      id,
    });
  });

  it("does not cancel what was downloaded", async () => {
    const { id } = await send();
    await receiver.desk.download({ params: { id } });

    await expect(sender.desk.cancel({ params: { id } })).rejects.toEqual(
      refused("message-already-downloaded"),
    );
  });

  it("decides between cancelling and downloading at the same time: one of the two", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await send();
      const [cancelled, downloaded] = await Promise.allSettled([
        sender.desk.cancel({ params: { id } }),
        receiver.desk.download({ params: { id } }),
      ]);

      expect([cancelled.status, downloaded.status].sort()).toEqual(["fulfilled", "rejected"]);
      const { stations } = await sender.desk.message({ params: { id } });
      const names = stations.map(({ station }) => station);
      expect(names.includes("cancelled")).toBe(cancelled.status === "fulfilled");
      expect(names.includes("downloaded")).toBe(downloaded.status === "fulfilled");
    }
  });

  it("shows a message to nobody else, and its content to the receiver only", async () => {
    const message = await send();
    const { id } = message;
    const unknown = refused("message-unknown");

    await expect(stranger.desk.message({ params: { id } })).rejects.toEqual(unknown);
    await expect(stranger.desk.download({ params: { id } })).rejects.toEqual(unknown);
    await expect(stranger.desk.cancel({ params: { id } })).rejects.toEqual(unknown);
    await expect(sender.desk.download({ params: { id } })).rejects.toEqual(unknown);
    await expect(receiver.desk.cancel({ params: { id } })).rejects.toEqual(unknown);
    await expect(
      sender.desk.confirmOpened({ params: { id }, body: receiptOf(message) }),
    ).rejects.toEqual(unknown);
    const { messages } = await stranger.desk.listMessages({ query: { box: "received" } });
    expect(messages).toEqual([]);
  });
});
