import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { openedReceipt, type Posted, post } from "../testing/parcels.ts";
import { refused } from "../testing/refused.ts";

describeOnEachDatabase("the list of messages", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sender: TestOffice;
  let receiver: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    sender = await join(center, careManagement);
    receiver = await join(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  const send = (bytes?: Uint8Array): Promise<Posted> => post(center, sender, receiver, bytes);

  it("lists in the order of acceptance, page by page, and what is waiting", async () => {
    const sent = [await send(), await send(), await send()];
    const ids = sent.map(({ id }) => id);
    await receiver.desk.refuse({ params: { id: ids[1] ?? "" }, body: { reason: "changed" } });

    const pages: string[] = [];
    let after: string | undefined;
    do {
      const page = await sender.desk.listMessages({
        query: { box: "sent", limit: 2, ...(after !== undefined && { after }) },
      });
      pages.push(...page.messages.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const waiting = await receiver.desk.listMessages({ query: { box: "received", waiting: true } });

    expect(pages.slice(-3)).toEqual(ids);
    expect(new Set(pages).size).toBe(pages.length);
    expect(waiting.messages.map(({ id }) => id).slice(-2)).toEqual([ids[0], ids[2]]);
    await expect(
      sender.desk.listMessages({ query: { box: "sent", after: "bm9uc2Vuc2U" } }),
    ).rejects.toEqual(refused("request-invalid"));
  });

  it("lists a message as it tells of it by itself, wherever it is, without the receipts", async () => {
    const sent = [await send(), await send(), await send(), await send()];
    const [opened = "", refusedOne = "", cancelled = "", offered = ""] = sent.map(({ id }) => id);
    const all = [opened, refusedOne, cancelled, offered];
    await receiver.desk.download({ params: { id: opened } });
    if (!sent[0]) throw new Error("none sent");
    await receiver.desk.confirmOpened({
      params: { id: opened },
      body: openedReceipt(center, sent[0], receiver),
    });
    await receiver.desk.refuse({ params: { id: refusedOne }, body: { reason: "changed" } });
    await sender.desk.cancel({ params: { id: cancelled } });

    for (const [box, { desk }] of [
      ["received", receiver],
      ["sent", sender],
    ] as const) {
      const { messages } = await desk.listMessages({ query: { box, limit: 500 } });
      const listed = messages.filter(({ id }) => all.includes(id));
      const told = await Promise.all(all.map((id) => desk.message({ params: { id } })));
      expect(listed).toEqual(
        told.map(({ acceptedReceipt: _a, openedReceipt: _o, ...message }) => message),
      );
      expect(listed.map(({ station }) => station)).toEqual([
        "opened",
        "refused",
        "cancelled",
        "offered",
      ]);
    }
  });

  it("never gives a later place in the list to what was visible earlier", async () => {
    const before = await sender.desk.listMessages({ query: { box: "sent", limit: 500 } });
    const seen = new Set(before.messages.map(({ id }) => id));
    const inOrder: string[] = [];
    let writing = true;
    // A reader follows the numbers while many are written at the same time.
    const reading = (async () => {
      let last = 0;
      for (let more = true; more; ) {
        more = writing;
        const rows = await center.sql<{ id: string; number: string }[]>`
          select id, number from messages where from_office = ${sender.number} and number > ${last}
          order by number`;
        for (const { id, number } of rows) {
          inOrder.push(id);
          last = Number(number);
        }
      }
    })();
    const sent = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        send(index % 4 === 0 ? randomBytes(300_000) : undefined),
      ),
    );
    writing = false;
    await reading;

    const followed = inOrder.filter((id) => !seen.has(id));
    expect(followed.toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
  });
});
