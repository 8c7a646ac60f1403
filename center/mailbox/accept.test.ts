import { createHash, randomBytes } from "node:crypto";
import { CallError } from "@tsunagi/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBytes } from "../database/bytes.ts";
import { openPool } from "../database/pool.ts";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, type TestPlace } from "../testing/databases.ts";
import { careManagement, dayCare, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { storeAccepted } from "./store-accepted.ts";

describeOnEachDatabase("messages that come at the same time", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let offices: readonly [TestOffice, TestOffice, TestOffice];
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place);
    offices = [
      await join(center, careManagement),
      await join(center, homeVisit),
      await join(center, dayCare),
    ];
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  interface Made {
    readonly id: string;
    readonly from: TestOffice;
    readonly to: TestOffice;
    readonly sealed: Uint8Array;
  }

  function make(from: TestOffice, to: TestOffice, size: number): Made {
    const id = newMessageId(center);
    return { id, from, to, sealed: seal(center, id, from, to, randomBytes(size)).sealed };
  }

  /** Each on a connection of its own, so that they arrive together. */
  function send({ id, from, to, sealed }: Made, receiver = to.number) {
    const desk = center.callExchange(from.client, from.accessToken);
    return desk.send(sending(id, receiver, sealed));
  }

  /** From every office to every other, small ones and some of many rows. */
  function makeMany(): Made[] {
    const pairs = offices.flatMap((from) =>
      offices.filter((to) => to !== from).map((to) => ({ from, to })),
    );
    return [2_000, 20_000, 600_000, 300_000].flatMap((size) =>
      pairs.map(({ from, to }) => make(from, to, size)),
    );
  }

  it("are stored whole, each for its own receiver, with their events", async () => {
    const many = makeMany();

    await Promise.all(many.map((made) => send(made)));

    for (const { id, to, from, sealed } of many) {
      const downloaded = await to.desk.download({ params: { id } });
      expect(Buffer.compare(downloaded, sealed)).toBe(0);
      const events = await center.sql`
        select office, box from events where message_id = ${id} and station = 'accepted' order by box`;
      expect(events).toEqual([
        { office: to.number, box: "received" },
        { office: from.number, box: "sent" },
      ]);
    }
  });

  it("are judged each by itself", async () => {
    const [sender, receiver] = offices;
    const known = make(sender, receiver, 3_000);
    const first = await send(known);
    const good = Array.from({ length: 4 }, () => make(sender, receiver, 3_000));
    const lost = make(sender, receiver, 3_000);
    const changed = { ...make(sender, receiver, 3_000), id: known.id };

    const [again, conflict, unknown, ...accepted] = await Promise.allSettled([
      send(known),
      send(changed),
      send(lost, "1300000099"),
      ...good.map((made) => send(made)),
    ]);

    expect(again).toEqual({ status: "fulfilled", value: first });
    expect(codeOf(conflict)).toBe("message-id-conflict");
    expect(codeOf(unknown)).toBe("office-unknown");
    expect(accepted.map(({ status }) => status)).toEqual(good.map(() => "fulfilled"));
    const [row] = await center.sql`
      select count(*)::int as messages from messages
      where id = any(${[known, lost, ...good].map(({ id }) => id)}::uuid[])`;
    expect(row).toEqual({ messages: 1 + good.length });
  });

  it("do not fail with one that the database does not take", async () => {
    const many = makeMany();
    const refused = many[3];
    if (!refused) throw new Error("none made");
    await center.sql.unsafe(
      `alter table messages add constraint none_of_these check (id <> '${refused.id}') not valid`,
    );
    try {
      const outcomes = await Promise.allSettled(many.map((made) => send(made)));

      const failed = many.filter((_, index) => outcomes[index]?.status === "rejected");
      expect(failed).toEqual([refused]);
      const [row] = await center.sql`
        select count(*)::int as bytes from message_chunks where message_id = ${refused.id}`;
      expect(row).toEqual({ bytes: 0 });
    } finally {
      await center.sql`alter table messages drop constraint none_of_these`;
    }
    await expect(send(refused)).resolves.toMatchObject({ id: refused.id });
  });

  it("are one transaction when they are stored together", async () => {
    const [sender, receiver] = offices;
    const many = Array.from({ length: 12 }, () => make(sender, receiver, 2_000));
    const sql = openPool(center.databaseUrl);
    const bytes = openBytes(sql);
    const acceptedAt = center.clock.now;
    const by = { person: sender.personId, certificate: sender.serial };

    const outcomes = await storeAccepted(
      bytes,
      many.map(({ id, sealed }) => ({
        id,
        from: sender.number,
        to: receiver.number,
        sealed,
        sha256: createHash("sha256").update(sealed).digest("hex"),
        acceptedAt,
        acceptedReceipt: new Uint8Array(1),
        expiresAt: new Date(acceptedAt.getTime() + 1000),
        movedBy: { accepted: by },
        requestId: undefined,
      })),
      acceptedAt,
    );
    await bytes.end();
    await sql.end();

    expect(outcomes.map(({ stored }) => stored)).toEqual(many.map(() => true));
    // Rows carry the transaction that wrote them.
    const [row] = await center.sql`
      select count(distinct xmin::text)::int as transactions from messages
      where id = any(${many.map(({ id }) => id)}::uuid[])`;
    expect(row).toEqual({ transactions: 1 });
  });
});

function codeOf(outcome: PromiseSettledResult<unknown> | undefined): string | undefined {
  const error = outcome?.status === "rejected" ? (outcome.reason as unknown) : undefined;
  return error instanceof CallError ? error.code : undefined;
}
