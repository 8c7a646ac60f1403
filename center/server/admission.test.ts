import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { type AdmissionLimits, makeAdmission } from "./admission.ts";

const limits: AdmissionLimits = {
  requestsAtOnce: 4,
  officeRequestsAtOnce: 3,
  officeRequestsWaiting: 100,
};

/** Requests as they begin, ended by the test one after another. */
function makeWork(own: AdmissionLimits = limits) {
  const admission = makeAdmission(own);
  const begun: string[] = [];
  const running: { readonly office: string; readonly end: () => void }[] = [];
  const refused: string[] = [];
  const work = async (office: string): Promise<void> => {
    try {
      const end = await admission.enter(office);
      begun.push(office);
      running.push({ office, end });
    } catch (error) {
      refused.push((error as { code: string }).code);
    }
  };
  return {
    begun,
    running,
    refused,
    ask(office: string, times: number) {
      for (let time = 0; time < times; time += 1) {
        void work(office);
      }
      return turn();
    },
    async endFirst() {
      running.shift()?.end();
      await turn();
    },
  };
}

it("lets an office that comes second have every second turn, however much the first has asked for", async () => {
  const work = makeWork();
  await work.ask("loud", 90);
  expect(work.begun).toEqual(["loud", "loud", "loud"]);
  await work.ask("quiet", 10);
  expect(work.begun).toEqual(["loud", "loud", "loud", "quiet"]);

  while (work.begun.filter((office) => office === "quiet").length < 10) await work.endFirst();

  const loud = work.begun.filter((office) => office === "loud").length;
  expect(loud).toBeLessThanOrEqual(3 + 10);
});

it("gives each of many offices its turn while one asks without end", async () => {
  const work = makeWork();
  await work.ask("loud", 100);
  const quiet = Array.from({ length: 20 }, (_, index) => `quiet ${index}`);
  for (const office of quiet) await work.ask(office, 1);

  for (let ended = 0; ended < 20 + 4; ended += 1) await work.endFirst();

  expect(work.begun).toEqual(expect.arrayContaining(quiet));
});

it("leaves a place free for others while what one office has begun does not end", async () => {
  const work = makeWork();
  await work.ask("stuck", 50);
  for (let time = 0; time < 30; time += 1) {
    await work.ask("other", 1);
    const place = work.running.findIndex(({ office }) => office === "other");
    work.running.splice(place, 1)[0]?.end();
    await turn();
  }
  expect(work.begun.filter((office) => office === "other")).toHaveLength(30);
  expect(work.begun.filter((office) => office === "stuck")).toHaveLength(3);
});

it("uses all places for one office when nobody else asks, as far as an office may", async () => {
  const work = makeWork({ ...limits, officeRequestsAtOnce: 4 });
  await work.ask("alone", 10);
  expect(work.running).toHaveLength(4);
  while (work.running.length > 0) await work.endFirst();
  expect(work.begun).toHaveLength(10);
});

it("refuses an office whose queue is full, and only that one", async () => {
  const work = makeWork({ ...limits, officeRequestsWaiting: 2 });
  await work.ask("loud", 7);
  expect(work.refused).toEqual(["too-many-requests", "too-many-requests"]);
  await work.ask("quiet", 2);
  expect(work.refused).toHaveLength(2);
  while (work.running.length > 0) await work.endFirst();
  expect(work.begun.filter((office) => office === "loud")).toHaveLength(5);
});

it("ends a request once, however often that is said", async () => {
  const work = makeWork();
  await work.ask("one", 1);
  work.running[0]?.end();
  work.running[0]?.end();
  await work.ask("two", 3);
  await work.ask("three", 3);
  expect(work.begun).toHaveLength(1 + 4);
});
