import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { startTestCenter } from "../testing/center.ts";
import { describeOnEachDatabase } from "../testing/databases.ts";
import { httpsFetch } from "../testing/https-fetch.ts";
import { careManagement, homeVisit, join } from "../testing/offices.ts";
import { newMessageId, seal, sending } from "../testing/parcels.ts";
import { nameOfRequests } from "./request-name.ts";

describeOnEachDatabase("a statement that waits", (takePlace) => {
  it("bears the id of the request that it waits for, and only so long", async () => {
    const place = await takePlace();
    const center = await startTestCenter(place);
    const sender = await join(center, careManagement);
    const receiver = await join(center, homeVisit);
    const id = newMessageId(center);
    const { sealed } = seal(center, id, sender, receiver);
    await sender.desk.send(sending(id, receiver.number, sealed));
    const connection = httpsFetch({ authority: center.authorities.join("\n"), ...sender.client });

    let waiting: string | undefined;
    const answer = await center.sql.begin(async (holder) => {
      await holder`select lock_mailboxes(${sender.number})`;
      const cancelling = connection(`${center.exchangeUrl}/v1/messages/${id}/cancelled`, {
        method: "PUT",
        headers: { authorization: `Bearer ${sender.accessToken}` },
      });
      while (waiting === undefined) {
        const [row] = await center.sql<{ name: string }[]>`
          select application_name as name from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        waiting = row?.name;
      }
      return { cancelling };
    });

    const cancelled = await answer.cancelling;
    expect(cancelled.status).toBe(200);
    expect(waiting).toBe(`tsunagi-center ${cancelled.headers.get("x-request-id")}`);
    const named = await center.sql`
      select 1 from pg_stat_activity where application_name like 'tsunagi-center %'`;
    expect(named).toHaveLength(0);
    connection.close();
    await center.stop();
    await place.remove();
  });
});

it("names the first request of a group and how many more there are, within what the server keeps", () => {
  const requests = Array.from({ length: 32 }, () => randomUUID());

  const name = nameOfRequests(requests);

  expect(name).toBe(`tsunagi-center ${requests[0]} +31`);
  expect(name.length).toBeLessThan(64);
});
