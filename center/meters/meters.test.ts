import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestCenter, type TestCenter } from "../testing/center.ts";
import { describeOnEachDatabase, embeddedPlace, type TestPlace } from "../testing/databases.ts";
import { openEvents } from "../testing/events.ts";
import { careManagement, homeVisit, join, type TestOffice } from "../testing/offices.ts";
import { openedReceipt, post } from "../testing/parcels.ts";
import { namedVersion } from "./client-version.ts";
import { makeMeters } from "./meters.ts";

const dashboard = new URL("../../docs/grafana/tsunagi.json", import.meta.url);

/** The sum of a figure over those of its labels that are not told apart. */
async function figure(center: TestCenter, name: string, labels = ""): Promise<number | undefined> {
  const found = (await scrape(center)).split("\n").filter((line) => {
    const [, family, inside = ""] = /^(\w+)(?:\{(.*)\})? /.exec(line) ?? [];
    return family === name && labels.split(",").every((label) => inside.includes(label));
  });
  if (found.length === 0) return undefined;
  return found.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

async function scrape({ metricsUrl }: TestCenter): Promise<string> {
  const answer = await fetch(`${metricsUrl}/metrics`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  return answer.text();
}

describeOnEachDatabase("the figures", (takePlace) => {
  let place: TestPlace;
  let center: TestCenter;
  let sender: TestOffice;
  let receiver: TestOffice;
  beforeAll(async () => {
    place = await takePlace();
    center = await startTestCenter(place, { metricsPort: 0 });
    sender = await join(center, careManagement);
    receiver = await join(center, homeVisit);
  });
  afterAll(async () => {
    await center.stop();
    await place.remove();
  });

  it("count a message on its way, and name neither offices nor persons", async () => {
    const stream = await openEvents(center, receiver);
    const message = await post(center, sender, receiver);
    const { id, sealed } = message;
    expect(await figure(center, "tsunagi_waiting_messages")).toBe(1);
    expect(await figure(center, "tsunagi_waiting_bytes")).toBe(sealed.length);
    await receiver.desk.download({ params: { id } });
    const body = openedReceipt(center, message, receiver);
    await receiver.desk.confirmOpened({ params: { id }, body });

    expect(await figure(center, "tsunagi_acceptances_total", 'way="direct"')).toBe(1);
    expect(await figure(center, "tsunagi_received_bytes_total")).toBe(sealed.length);
    expect(await figure(center, "tsunagi_downloads_total")).toBe(1);
    expect(await figure(center, "tsunagi_downloaded_bytes_total")).toBe(sealed.length);
    expect(await figure(center, "tsunagi_receipts_total")).toBe(1);
    expect(await figure(center, "tsunagi_event_streams")).toBe(1);
    expect(await figure(center, "tsunagi_database_up")).toBe(1);
    const sent = 'route="/v1/messages/:id",method="PUT",status="201"';
    expect(await figure(center, "tsunagi_request_seconds_count", sent)).toBe(1);
    const text = await scrape(center);
    for (const secret of [sender.number, receiver.number, sender.personId, id]) {
      expect(text).not.toContain(secret);
    }
    stream.close();
  });

  it("are on a door of their own, which serves nothing else", async () => {
    expect((await fetch(`${center.metricsUrl}/v1/health`)).status).toBe(404);
    expect((await fetch(`${center.webUrl}/metrics`)).status).toBe(404);
  });

  it("say nothing of a database that is away, but that it is", async () => {
    const meters = makeMeters({
      clock: () => new Date(),
      sql: (() => Promise.reject(new Error("away"))) as never,
    });
    const { text } = await meters.expose();
    expect(text).toMatch(/^tsunagi_database_up 0$/m);
    expect(text).not.toMatch(/^tsunagi_waiting_messages /m);
  });
});

it("is not there unless it was asked for", async () => {
  const place = embeddedPlace();
  const center = await startTestCenter(place);
  expect(center.metricsUrl).toBeUndefined();
  await center.stop();
  await place.remove();
});

it("tells fifty versions of the client apart, whatever clients say", () => {
  const version = namedVersion();
  expect(version("tsunagi/1.2.3")).toBe("1.2.3");
  expect(version("tsunagi/1.2.3 (1300000001)")).toBe("other");
  expect(version("curl/8")).toBe("other");
  const seen = Array.from({ length: 200 }, (_, patch) => version(`tsunagi/2.0.${patch}`));
  expect(new Set([...seen, "1.2.3"]).size).toBe(51);
  expect(version("tsunagi/1.2.3")).toBe("1.2.3");
});

it("is shown by a dashboard that names only figures there are", () => {
  const meters = makeMeters({ clock: () => new Date(), sql: (() => undefined) as never });
  const board = JSON.parse(readFileSync(dashboard, "utf8")) as {
    panels: { title: string; targets?: { expr: string }[] }[];
  };
  const queries = board.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  const named = queries.flatMap((expr) => expr.match(/\b(?:tsunagi|nodejs|process)_\w+/g) ?? []);
  const families = new Set(named.map((name) => name.replace(/_(bucket|sum|count)$/, "")));
  expect(queries.length).toBeGreaterThan(10);
  for (const name of families) expect(meters.names).toContain(name);
  const ours = meters.names.filter((name) => name.startsWith("tsunagi_"));
  expect([...families]).toEqual(expect.arrayContaining(ours));
});
