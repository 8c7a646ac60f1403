import {
  checkFiles,
  decodeMs932,
  type FileKind,
  type FileRecord,
  fileKinds,
  groupIntoSets,
  mendFile,
  parseMonth,
  readDocuments,
  readFile,
  readRecords,
  writeDocuments,
} from "@tsunagi/standard";
import { describe, expect, it, vi } from "vitest";
import type { SampleFile } from "../sample-file.ts";
import { region } from "./region.ts";

const district = { seed: 3, offices: 64, users: 1000 };
const files = Array.from(region(district));

describe("a region", () => {
  it.each([
    { seed: 1, offices: 24, users: 120, month: parseMonth("202612") },
    { seed: 2, offices: 8, users: 40, month: parseMonth("202702") },
    { seed: -7, offices: 70, users: 300, month: parseMonth("202802") },
    { seed: 4, offices: 150, users: 200, month: parseMonth("202504") },
    { seed: 5, offices: 8, users: 1, month: parseMonth("202603") },
    { seed: 6, offices: 9, users: 20, month: parseMonth("200004") },
    { seed: 7, offices: 30, users: 60, month: parseMonth("209912") },
  ])("conforms to the standard: $offices offices, $users users, $month", async (options) => {
    expect(await findingsIn(Array.from(region(options)))).toEqual([]);
  });

  it("conforms as a district of a thousand users, with every kind of file", async () => {
    expect(await findingsIn(files)).toEqual([]);
    expect(new Set(files.map(({ name, bytes }) => readFile(name, bytes).kind))).toEqual(
      new Set([...fileKinds, undefined]),
    );
  });

  it("is read as documents, which are written back as the same bytes", () => {
    const given = Array.from(region({ seed: 8, users: 60 })).map(({ name, bytes }) =>
      readFile(name, bytes),
    );
    const sets = groupIntoSets(given).map(({ files: members }) =>
      given.filter(({ name }) => members.some((file) => file.name === name)),
    );
    const written = sets.flatMap((inSet) => writeDocuments(readDocuments(inSet)));
    const bytesOf = new Map(
      Array.from(region({ seed: 8, users: 60 }), ({ name, bytes }) => [name, bytes]),
    );
    expect(written.length).toBeGreaterThan(200);
    for (const { name, bytes } of written) expect(bytes).toEqual(bytesOf.get(name));
  });

  it("has nothing that could be mended", () => {
    for (const { name, bytes } of region({ seed: 8, users: 60 })) {
      const mended = mendFile(name, bytes);
      expect(mended.name).toBe(name);
      expect(mended.bytes).toEqual(bytes);
    }
  });

  it("keeps each file in the folder of its sender, under a name of its own", () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    for (const { folder, name } of files) expect(name).toContain(`_${folder}_`);
  });

  it("is the same for the same seed, whatever the moment and the machine's chance", () => {
    const once = Array.from(region({ seed: 9, users: 30 }));
    vi.spyOn(Math, "random").mockImplementation(() => {
      throw new Error("chance of the machine");
    });
    vi.useFakeTimers({ now: 0 });
    const again = Array.from(region({ seed: 9, users: 30 }));
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(again).toEqual(once);
    expect(Array.from(region({ seed: 10, users: 30 }))).not.toEqual(once);
  });

  it("is made as it is asked for: a country's first file does not wait for its last", () => {
    const [first] = region({ offices: 400_000, users: 10_000_000 });
    expect(first?.bytes.length).toBeGreaterThan(0);
  });

  it("can be gone through twice at a time", () => {
    const both = region({ seed: 4, users: 10 });
    const [one, other] = [both[Symbol.iterator](), both[Symbol.iterator]()];
    one.next();
    one.next();
    expect(other.next().value).toEqual(Array.from(both)[0]);
  });
});

describe("the people of a region", () => {
  const supplements = uniqueBy(
    recordsOf("UPHOSOKU").filter(({ month }) => month !== "000000"),
    ({ insuredNumber }) => insuredNumber,
  );

  it("are as many as were wanted, each with a number of their own", () => {
    expect(supplements).toHaveLength(district.users);
  });

  it("have care levels as people at home have them", () => {
    expect(shareOf(supplements, "06", "12", "13")).toBeCloseTo(0.25, 1);
    expect(shareOf(supplements, "21")).toBeGreaterThan(shareOf(supplements, "23"));
    expect(shareOf(supplements, "22")).toBeGreaterThan(shareOf(supplements, "25"));
    expect(shareOf(supplements, "25")).toBeGreaterThan(0.04);
  });

  it("look made up, have many names, and live in no real town", () => {
    expect(new Set(supplements.map(({ name }) => name)).size).toBeGreaterThan(600);
    for (const { address1, phone, postalCode } of supplements) {
      expect(address1).toMatch(/^見本県つなぎ市/);
      expect(phone).toMatch(/^000-0000-/);
      expect(postalCode).toMatch(/^000-/);
    }
  });

  it("have services of one to seven kinds, about two", () => {
    const kinds = new Map<string, Set<string>>();
    for (const { insuredNumber, serviceOffice, serviceCode } of recordsOf("UPPLAN")) {
      const key = `${serviceOffice}/${serviceCode.slice(0, 2)}`;
      kinds.set(insuredNumber, (kinds.get(insuredNumber) ?? new Set()).add(key));
    }
    const counts = Array.from(kinds.values(), ({ size }) => size);
    expect(counts).toHaveLength(district.users);
    expect(Math.max(...counts)).toBeLessThanOrEqual(7);
    expect(mean(counts)).toBeGreaterThan(1.7);
    expect(mean(counts)).toBeLessThan(2.5);
  });
});

describe("the offices of a region", () => {
  it("have as many partners as in the field: care managers about 40, service offices about 10", () => {
    const ofPlanners = new Map<string, Set<string>>();
    const ofProviders = new Map<string, Set<string>>();
    for (const file of filesOf("UPPLAN")) {
      const { sender, receiver } = addresses(file);
      if (receiver.serviceType === "46" || sender.serviceType === "46") continue;
      add(ofPlanners, sender.office, receiver.office);
      add(ofProviders, receiver.office, sender.office);
    }
    expect(median(ofPlanners)).toBeGreaterThanOrEqual(30);
    expect(median(ofPlanners)).toBeLessThanOrEqual(55);
    expect(median(ofProviders)).toBeGreaterThanOrEqual(7);
    expect(median(ofProviders)).toBeLessThanOrEqual(13);
  });
});

describe("the plans of use of a region", () => {
  const visits = recordsOf("UPPLAN");
  const annex = recordsOf("UPSIKYU");

  it("hold what is rare in the field: part months, long stays, branches, equal equipment", () => {
    expect(visits.some(({ dailyClaimDays }) => dailyClaimDays?.includes("01"))).toBe(true);
    expect(visits.some(({ over30Days }) => over30Days === "1")).toBe(true);
    expect(visits.some(({ satellite }) => satellite === "01")).toBe(true);
    expect(visits.some(({ lineNo }) => lineNo === 2)).toBe(true);
    expect(visits.some(({ insuredNumber }) => insuredNumber.startsWith("H"))).toBe(true);
    expect(annex.some(({ discountRate }) => discountRate === 95)).toBe(true);
    expect(annex.some(({ serviceCode }) => serviceCode === "21ZZZZ")).toBe(true);
    expect(recordsOf("UPHOSOKU").some(({ previousCareLevel }) => previousCareLevel)).toBe(true);
  });

  it("let some users pass their limit, who pay what is above it in full", () => {
    const over = annex.filter(
      ({ serviceCode, limitExcessUnits }) => serviceCode === "999999" && limitExcessUnits,
    );
    expect(over.length).toBeGreaterThan(0);
    for (const { limitExcessUnits, selfPaid } of over) {
      expect(selfPaid).toBeGreaterThanOrEqual(10 * (limitExcessUnits ?? 0));
    }
  });

  it("put percent additions outside the limit, under a subtotal of their own", () => {
    const addition = annex.find(({ serviceCode }) => serviceCode === "156118");
    expect(addition).toMatchObject({ count: 1 });
    expect(addition?.managedUnits).toBeUndefined();
    expect(annex.some(({ serviceCode }) => serviceCode === "15EEEE")).toBe(true);
  });

  it("go to the center too, where a care manager plans in its place", () => {
    const toCenter = filesOf("UPPLAN").filter(
      (file) => addresses(file).receiver.serviceType === "46",
    );
    const backToCenter = filesOf("UPJSK").filter(
      (file) =>
        addresses(file).receiver.serviceType === "46" &&
        addresses(file).sender.serviceType === "43",
    );
    expect(toCenter.length).toBeGreaterThan(0);
    expect(backToCenter.length).toBe(toCenter.length);
  });
});

describe("the results of a region", () => {
  it("differ from the plans in a visit here and there", () => {
    const planned = new Set(withTime(recordsOf("UPPLAN")).map(when));
    const given = withTime(recordsOf("UPJSK")).map(when);
    const asPlanned = given.filter((visit) => planned.has(visit)).length;
    expect(asPlanned / given.length).toBeGreaterThan(0.9);
    expect(asPlanned).toBeLessThan(given.length);
    expect(new Set(given).size).toBeLessThan(planned.size);
  });

  it("leave percent additions without units at some offices", () => {
    const units = recordsOf("UPJSK")
      .filter(({ serviceCode }) => serviceCode === "116275")
      .map((row) => row.units);
    expect(units).toContain(0);
    expect(units.some((each) => each > 0)).toBe(true);
  });
});

describe("the text of a region", () => {
  it("holds what software trips over: commas, quotes, line breaks, characters of MS932 only", () => {
    const text = files
      .filter(({ name }) => name.endsWith(".CSV"))
      .map(({ bytes }) => decodeMs932(bytes))
      .join("");
    for (const sign of ["①", "髙", "﨑", "㈱", "Ⅱ", "～", '""', "\n【家族】", "囲碁・将棋"]) {
      expect(text).toContain(sign);
    }
    expect(text).toMatch(/"[^"\r\n]*,[^"\r\n]*"/);
  });
});

async function findingsIn(given: readonly SampleFile[]) {
  const report = await checkFiles(
    given.map(({ folder, name, bytes }) => ({
      path: `${folder}/${name}`,
      name,
      size: bytes.length,
      read: () => [bytes],
    })),
  );
  return [
    ...report.files.flatMap(({ findings }) => findings),
    ...report.sets.flatMap(({ findings }) => findings),
  ];
}

function filesOf(kind: FileKind): readonly SampleFile[] {
  return files.filter(({ name }) => name.startsWith(`${kind}_2`));
}

function recordsOf<Kind extends "UPPLAN" | "UPSIKYU" | "UPHOSOKU" | "UPJSK">(
  kind: Kind,
): readonly FileRecord<Kind>[] {
  return filesOf(kind).flatMap(({ name, bytes }) => readRecords(kind, readFile(name, bytes)));
}

function addresses({ name, bytes }: SampleFile) {
  const { fileName } = readFile(name, bytes);
  if (fileName === undefined) throw new Error(`${name} is no name of the standard`);
  return fileName;
}

function shareOf(users: readonly FileRecord<"UPHOSOKU">[], ...levels: readonly string[]): number {
  return users.filter(({ careLevel }) => levels.includes(careLevel ?? "")).length / users.length;
}

function withTime(rows: readonly FileRecord<"UPJSK">[]) {
  return rows.filter(({ startTime }) => startTime !== "9999");
}

/** What makes a visit the same in plan and results. */
function when(visit: FileRecord<"UPJSK">): string {
  const { insuredNumber, serviceOffice, serviceCode, serviceDate, startTime } = visit;
  return [insuredNumber, serviceOffice, serviceCode, serviceDate, startTime].join();
}

function uniqueBy<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return Array.from(new Map(all.map((one) => [key(one), one])).values());
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}

function median(sets: ReadonlyMap<string, ReadonlySet<string>>): number {
  const sizes = Array.from(sets.values(), ({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
