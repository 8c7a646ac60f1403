import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOf } from "../../documents/table-6.ts";
import { checkFiles } from "../../report/check-files.ts";
import { parseDate } from "../../values/calendar-date.ts";
import { parseTime } from "../../values/clock-time.ts";
import { parseMonth } from "../../values/month-of-service.ts";
import { parseOfficeNumber } from "../../values/office-number.ts";
import { parseInsuredNumber, parseInsurerNumber } from "../../values/person-numbers.ts";
import { parseServiceType } from "../../values/service-type.ts";
import { parseSetTime } from "../../values/set-time.ts";
import type { CareUserDetails, PlanDraft, PlanLine } from "./plan-draft.ts";
import { planFaults } from "./plan-faults.ts";
import { type PlanSet, type PlanToSend, planSets } from "./plan-sets.ts";

const month = parseMonth("202612");
const days = daysOf(month).length;

const sending = {
  sender: { office: parseOfficeNumber("1370000011"), serviceType: parseServiceType("43") },
  createdOn: parseDate("20261120"),
  time: parseSetTime("20261120100000"),
  deletionTime: parseSetTime("20261120100001"),
};

const services: readonly (readonly [
  code: string,
  basis: PlanLine["service"]["basis"],
  units: number,
])[] = [
  ["11Z101", "visit", 244],
  ["11Z201", "visit", 179],
  ["11Z900", "permille", 245],
  ["13Z101", "visit", 471],
  ["13Z800", "month", 600],
  ["15Z102", "visit", 777],
  ["15Z301", "day", 40],
  ["15Z900", "permille", 92],
  ["17Z003", "thing", 1000],
  ["21Z102", "day", 672],
  ["21Z900", "permille", 140],
  ["31Z101", "visit", 515],
  ["76Z102", "month", 9720],
];
const outside = new Set(["11Z900", "13Z800", "15Z900", "21Z900", "31Z101"]);

describe("sets made of what was entered", () => {
  it("conform, whatever services stand on whatever days, above the limit or within it", async () => {
    const property = fc.asyncProperty(
      fc.array(anyPlan(), { minLength: 1, maxLength: 3 }),
      async (drafts) => {
        const plans = drafts
          .map((draft, at) => ({ user: careUser(at), draft, sent: null }))
          .filter((plan) => planFaults(plan).length === 0);
        expect(await errorsIn(planSets(month, plans, sending))).toEqual([]);
      },
    );
    await fc.assert(property, { seed: 12, numRuns: 100 });
  });

  it("bring each office the care users whom it serves, with all rows of those", () => {
    const both = planOf(line("11Z101", "1370000029"), line("15Z102", "1370000037"));
    const one = planOf(line("15Z102", "1370000037"));
    const sets = planSets(month, [toSend(both, 0), toSend(one, 1)], sending);
    expect(sets.map(({ receiver, users }) => [receiver.office, users.length])).toEqual([
      ["1370000029", 1],
      ["1370000037", 2],
    ]);
    expect(sets[0]?.files.map(({ name }) => name)).toEqual([
      "UPHOSOKU_202612_1370000011_43_1370000029_11_20261120100000.CSV",
      "UPPLAN_202612_1370000011_43_1370000029_11_20261120100000.CSV",
      "UPSIKYU_202612_1370000011_43_1370000029_11_20261120100000.CSV",
    ]);
    expect(textOf(sets[0], "UPPLAN")).toContain("1370000037");
    expect(textOf(sets[0], "UPPLAN")).not.toContain("0000000002");
  });

  it("take the plan back from who had it and serves the care user no more", async () => {
    const before = planOf(line("11Z101", "1370000029"), line("15Z102", "1370000037"));
    const now = planOf(line("15Z102", "1370000037"));
    const sent = { user: careUser(0), draft: before };
    const sets = planSets(month, [{ ...toSend(now, 0), sent }], sending);
    expect(sets.map(({ kind, receiver }) => [kind, receiver.office])).toEqual([
      ["plan", "1370000037"],
      ["deletion", "1370000029"],
    ]);
    expect(textOf(sets[1], "DLTPLAN")).toBe("202407,139999,0000000001,202612\r\n");
    expect(await errorsIn(sets)).toEqual([]);
    const nothing = planSets(month, [{ ...toSend(planOf(), 0), sent }], sending);
    expect(nothing.map(({ kind }) => kind)).toEqual(["deletion", "deletion"]);
  });
});

function textOf(set: PlanSet | undefined, kind: string): string {
  const file = set?.files.find(({ name }) => name.startsWith(kind));
  return new TextDecoder("shift_jis").decode(file?.bytes);
}

async function errorsIn(sets: readonly PlanSet[]): Promise<readonly string[]> {
  const files = sets.flatMap((set) => set.files);
  const report = await checkFiles(
    files.map(({ name, bytes }) => ({ path: name, name, size: bytes.length, read: () => [bytes] })),
  );
  return [...report.files, ...report.sets]
    .flatMap(({ findings }): readonly { severity: string; message: string }[] => findings)
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
}

function toSend(draft: PlanDraft, at: number): PlanToSend {
  return { user: careUser(at), draft, sent: null };
}

function careUser(at: number): CareUserDetails {
  return {
    insurerNumber: parseInsurerNumber("139999"),
    insuredNumber: parseInsuredNumber(String(at + 1).padStart(10, "0")),
    name: "試験　花子",
    nameKana: "シケン　ハナコ",
    careLevel: "22",
    limitUnits: 19_705,
    benefitRate: 90,
  };
}

function planOf(...lines: readonly PlanLine[]): PlanDraft {
  return { month, plannerName: "見本 一子", stayDaysBefore: 3, lines };
}

function line(code: string, office: string, given: Partial<PlanLine> = {}): PlanLine {
  const [, basis = "visit", units = 0] = services.find(([one]) => one === code) ?? [];
  return {
    id: code,
    service: {
      code,
      name: code,
      basis,
      units,
      limit: outside.has(code) ? "outside" : "inside",
      unitPriceInHundredths: 1140,
    },
    office: { number: parseOfficeNumber(office), name: `事業所${office}` },
    discountRate: 100,
    hours: null,
    weekdays: [],
    counts: Array.from({ length: days }, (_, at) => (at === 2 ? 1 : 0)),
    claimDays: null,
    past30Days: false,
    equipment: basis === "thing" ? { taisCode: "00001-000010", name: "みほん手すり" } : null,
    ...given,
  };
}

/** Lines of two offices, each at most once at the same time. */
function anyPlan(): fc.Arbitrary<PlanDraft> {
  const anyLine = fc.record({
    service: fc.constantFrom(...services),
    office: fc.constantFrom("1370000029", "1370000037"),
    satellite: fc.constantFrom(undefined, "01"),
    discountRate: fc.constantFrom(100, 100, 95),
    hour: fc.integer({ min: 8, max: 16 }),
    on: fc.subarray(Array.from({ length: days }, (_, at) => at)),
    count: fc.integer({ min: 1, max: 2 }),
  });
  const distinct = fc.uniqueArray(anyLine, {
    minLength: 1,
    maxLength: 6,
    selector: ({ service: [code], office, satellite, hour, discountRate }) =>
      [code, office, satellite, hour, discountRate].join(),
  });
  return distinct.map((lines) =>
    planOf(
      ...lines.map(
        ({ service: [code, basis], office, satellite, discountRate, hour, on, count }) => {
          const hours = [hour, hour + 1].map((one) =>
            parseTime(`${String(one).padStart(2, "0")}30`),
          );
          const [start, end] = hours;
          const byDays = basis === "visit" || basis === "day";
          const onDays = byDays ? on : [0];
          return line(code, office, {
            office: {
              number: parseOfficeNumber(office),
              name: `事業所${office}`,
              ...(satellite !== undefined && { satellite }),
            },
            discountRate: basis === "permille" ? 100 : discountRate,
            hours: basis === "visit" && start && end ? { start, end } : null,
            counts:
              basis === "permille"
                ? []
                : Array.from({ length: days }, (_, at) => (onDays.includes(at) ? count : 0)),
          });
        },
      ),
    ),
  );
}
