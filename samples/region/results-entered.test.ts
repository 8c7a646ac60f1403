import {
  addLine,
  beginDraft,
  checkFiles,
  type DayPlace,
  daysOf,
  type EnteredUser,
  groupIntoSets,
  moveDay,
  nothingGiven,
  parseMonth,
  parseTime,
  plansInForce,
  type ResultsDraft,
  type ResultsRoute,
  readDocuments,
  readFile,
  readResultsDraft,
  resultsSets,
  setCount,
  setTimes,
  toggleDay,
} from "@tsunagi/standard";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { region } from "./region.ts";

const moment = new Date("2027-01-02T01:00:00Z");
const month = parseMonth("202612");
const days = daysOf(month).length;

/** Every route of every office that gets plans in a region. */
const routes = routesIn({ seed: 21, offices: 40, users: 150, month });

describe("results entered for the plans of a region", () => {
  it("pass the check as planned, without a doubt, at every office and for every care manager", async () => {
    expect(routes.length).toBeGreaterThan(60);
    for (const route of routes) {
      const entered = route.users.map((user) => ({
        user,
        draft: beginDraft(user, route.month, route.manager.office),
        sent: null,
      }));
      const { files, results } = resultsSets(route, entered, moment);
      expect(results?.users).toHaveLength(route.users.length);
      expect(files).toHaveLength(1);
      expect(await findingsIn(files)).toEqual([]);
    }
  });

  it("pass the check without an error whatever was changed, and survive being kept as JSON", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(routes.length - 1),
        fc.array(anyChange, { maxLength: 40 }),
        fc.boolean(),
        async (at, changes, sentBefore) => {
          const route = routes[at];
          if (route === undefined) throw new Error("there is such a route");
          const entered = enteredAfter(route, changes, sentBefore);
          for (const { draft } of entered) {
            expect(readResultsDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
          }
          const { files } = resultsSets(route, entered, moment);
          const errors = (await findingsIn(files)).filter(({ severity }) => severity === "error");
          expect(errors).toEqual([]);
        },
      ),
      { seed: 20261123, numRuns: 150 },
    );
  });
});

type Change = (draft: ResultsDraft, pick: (of: ResultsDraft) => DayPlace) => ResultsDraft;

const anyDay = fc.integer({ min: 1, max: days });
const anyTimes = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => ({
    start: parseTime(two(hour) + two(minute)),
    end: parseTime(two((hour + 1) % 24) + two(minute)),
  }));

const anyOperation: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>((draft, pick) => toggleDay(draft, pick(draft))),
  fc.nat(99).map(
    (count): Change =>
      (draft, pick) =>
        setCount(draft, pick(draft), count),
  ),
  anyDay.map(
    (to): Change =>
      (draft, pick) =>
        moveDay(draft, pick(draft), to),
  ),
  anyTimes.map(
    (times): Change =>
      (draft, pick) =>
        setTimes(draft, pick(draft), times),
  ),
  fc.tuple(anyTimes, anyDay).map(
    ([times, day]): Change =>
      (draft) => {
        const like = draft.lines[0]?.service;
        return like === undefined
          ? draft
          : addLine(draft, { service: like, times, units: 100 }, day);
      },
  ),
  fc.constant<Change>((draft) => nothingGiven(draft)),
);

const anyChange = fc.record({
  user: fc.nat(200),
  line: fc.nat(20),
  day: anyDay,
  operation: anyOperation,
});

function enteredAfter(
  route: ResultsRoute,
  changes: readonly (typeof anyChange extends fc.Arbitrary<infer T> ? T : never)[],
  sentBefore: boolean,
): readonly EnteredUser[] {
  const begun = route.users.map((user) => beginDraft(user, route.month, route.manager.office));
  const drafts = [...begun];
  for (const { user, line, day, operation } of changes) {
    const at = user % drafts.length;
    const draft = drafts[at];
    if (draft === undefined) continue;
    drafts[at] = operation(draft, ({ lines }) => ({
      line: lines[line % lines.length]?.id ?? "",
      day,
    }));
  }
  return route.users.map((user, at) => ({
    user,
    draft: drafts[at] ?? beginDraft(user, route.month, route.manager.office),
    sent: sentBefore ? (begun[at] ?? null) : null,
  }));
}

async function findingsIn(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const report = await checkFiles(
    files.map(({ name, bytes }) => ({ path: name, name, size: bytes.length, read: () => [bytes] })),
  );
  return [...report.files, ...report.sets].flatMap(({ findings }) =>
    findings.map(({ severity, message }) => ({ severity, message })),
  );
}

function routesIn(options: Parameters<typeof region>[0]): readonly ResultsRoute[] {
  const given = Array.from(region(options))
    .filter(({ name }) => /^(?:UPPLAN|UPSIKYU|UPHOSOKU_2|DLTPLAN)/.test(name))
    .map(({ name, bytes }) => readFile(name, bytes));
  const byName = new Map(given.map((file) => [file.name, file]));
  const documents = groupIntoSets(given).map(({ files }) =>
    readDocuments(files.flatMap(({ name }) => byName.get(name) ?? [])),
  );
  const offices = new Set(documents.flatMap(({ envelope }) => envelope?.receiver.office ?? []));
  return [...offices].flatMap((office) => plansInForce(documents, office));
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
