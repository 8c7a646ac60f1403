import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFile } from "../check/check-file.ts";
import { StandardError } from "../errors.ts";
import { givenBytes } from "../fuzz/given-bytes.ts";
import { type FileKind, layouts, rowsOf } from "../layout/layouts.ts";
import { buildFileName } from "../naming/build-file-name.ts";
import type { FileRecord } from "../records/file-record.ts";
import { readRecords } from "../records/read-records.ts";
import { anyRow } from "../records/testing/any-row.ts";
import { writeRows } from "../records/write-rows.ts";
import {
  basics,
  carePlan,
  deletion,
  planner,
  planOfUse,
  preventivePlan,
  provider,
  results,
} from "../rules/samples/base-sets.ts";
import type { SampleFiles } from "../rules/samples/sample-files.ts";
import { parseMonth } from "../values/month-of-service.ts";
import { parseSetTime } from "../values/set-time.ts";
import { describeDocument } from "./describe/describe-document.ts";
import { buildPlanOfUse } from "./plan-of-use.ts";
import { readDocuments, readDocumentsLeniently } from "./read-documents.ts";
import { bytesOf, filesOf } from "./testing/sample-documents.ts";
import { type WrittenFile, writeDocuments } from "./write-documents.ts";

const envelope = { sender: planner, receiver: provider, time: parseSetTime("20261120100000") };
const month = parseMonth("202612");

describe("a set that was read is written as the same bytes under the same names", () => {
  it.each([
    ["care plan", carePlan()],
    ["plan of use", planOfUse()],
    ["results", results()],
    ["user basics", basics().without("image")],
    ["preventive plan", preventivePlan()],
    ["preventive plan with user basics", preventivePlan().and(basics().without("image"))],
    ["deletion", deletion("DLTJSK")],
  ])("%s", (_, sample) => {
    const again = writeDocuments(readDocuments(filesOf(sample)));
    expect(byName(again)).toEqual(byName(bytesOf(sample)));
  });

  it.each([
    { kinds: ["UP1KYO", "UP2KYO", "UP3KYO", "UPHOSOKU"], of: "care-plan" },
    { kinds: ["UPPLAN", "UPSIKYU", "UPHOSOKU"], of: "plan-of-use" },
    { kinds: ["UPJSK"], of: "results" },
    { kinds: ["UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2"], of: "user-basics" },
    { kinds: ["UPYOBO", "UPYOBO_SUB", "UPKIHON", "UPKIHON_SUB1"], of: "preventive-plan" },
    { kinds: ["DLT1KYO"], of: "deletion" },
    { kinds: ["DLTPLAN"], of: "deletion" },
    { kinds: ["DLTJSK"], of: "deletion" },
    { kinds: ["DLTKIHON"], of: "deletion" },
    { kinds: ["DLTYOBO"], of: "deletion" },
  ] as const)("$kinds, with any rows in any order of users", ({ kinds, of }) => {
    const rows = fc.tuple(...kinds.map((kind) => fc.array(anySetRow(kind), rowCount)));
    fc.assert(
      fc.property(rows, (ofKinds) => {
        const files = kinds.map((kind, at) => ({
          name: nameOf(kind, of === "plan-of-use"),
          bytes: writeRows(kind, ofKinds[at] ?? []),
        }));
        const document = readDocuments(files.map(({ name, bytes }) => readFile(name, bytes)));
        expect(document.kind).toBe(of);
        expect(byName(writeDocuments(document))).toEqual(byName(files));
        expect(byName(writeDocuments(JSON.parse(JSON.stringify(document))))).toEqual(byName(files));
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  it("numbers are spelled as they were, as long as they are the same", () => {
    const sample = planOfUse()
      .withAll("UPPLAN", { count: "01" })
      .with("UPSIKYU", 3, { unitPrice: "011.40", totalCost: "-0" });
    const document = readDocuments(filesOf(sample));
    expect(byName(writeDocuments(document))).toEqual(byName(bytesOf(sample)));

    const carePlans = carePlan().with("UP2KYO", 1, { needNo: "01", supportNo: "01" });
    const again = writeDocuments(readDocuments(filesOf(carePlans)));
    expect(byName(again)).toEqual(byName(bytesOf(carePlans)));
  });

  it("and a plan of use that is made here is written as its records", () => {
    const [plan, annex, supplement] = filesOf(planOfUse());
    if (!plan || !annex || !supplement) throw new Error("the sample has three files");
    const visits: readonly FileRecord<"UPPLAN">[] = readRecords("UPPLAN", plan);
    const document = buildPlanOfUse({ ...envelope, time: parseSetTime("20261120110000") }, month, {
      UPPLAN: visits,
      UPSIKYU: readRecords("UPSIKYU", annex),
      UPHOSOKU: readRecords("UPHOSOKU", supplement),
    });
    expect(document.users[0]?.table6?.lines).toHaveLength(2);
    expect(byName(writeDocuments(document))).toEqual(byName(bytesOf(planOfUse())));
  });

  it("but not without knowing from whom and to whom", () => {
    const files = filesOf(results().named("UPJSK", () => "UPJSK_202612.CSV"));
    expect(refusalOf(() => writeDocuments(readDocuments(files)))).toMatchObject({
      code: "file-name",
    });
  });
});

describe("files with findings that leave every value certain are read", () => {
  it.each([
    ["line ends", (all: SampleFiles) => all.text("UPPLAN", (csv) => csv.replaceAll("\r\n", "\n"))],
    ["a header row", (all: SampleFiles) => all.text("UPPLAN", (csv) => `${headerOf()}\r\n${csv}`)],
    ["a sum that is wrong", (all: SampleFiles) => all.with("UPSIKYU", 4, { managedUnits: "1" })],
    ["a file that is missing", (all: SampleFiles) => all.without("UPSIKYU")],
    ["its name", (all: SampleFiles) => all.named("UPPLAN", () => "UPPLAN_202612.csv")],
  ])("%s", (_, change) => {
    expect(readDocuments(filesOf(change(planOfUse())))).toMatchObject({
      kind: "plan-of-use",
      month: "202612",
      users: [{ table6: { lines: [{ total: 2 }, { total: 1 }] } }],
    });
  });

  it("rows below a header row keep the numbers that findings use", () => {
    const sample = planOfUse().text("UPPLAN", (csv) => `${headerOf()}\r\n${csv}`);
    const document = readDocuments(filesOf(sample));
    const [user] = document.kind === "plan-of-use" ? document.users : [];
    expect(user?.table6?.lines[0]?.visits[0]?.row).toBe(2);
  });
});

describe("what leaves a value uncertain is refused, with the file, the row and the field", () => {
  it("a wrong value", () => {
    const files = filesOf(planOfUse().with("UPPLAN", 2, { serviceDate: "20261332" }));
    expect(refusalOf(() => readDocuments(files))).toMatchObject({
      code: "not-readable",
      message: expect.stringContaining("UPPLAN_202612_"),
      place: { row: 2, field: 10 },
    });
  });

  it("files of two sets", () => {
    const files = [...filesOf(planOfUse()), ...filesOf(results())];
    expect(refusalOf(() => readDocuments(files))).toMatchObject({ code: "not-readable" });
    const later = [
      ...filesOf(planOfUse()),
      ...filesOf(planOfUse().sent({ time: "20261121110000" })),
    ];
    expect(refusalOf(() => readDocuments(later))).toMatchObject({ code: "not-readable" });
  });

  it("a file that is none of the standard", () => {
    const files = [...filesOf(results()), readFile("memo.csv", new Uint8Array([0x31]))];
    expect(refusalOf(() => readDocuments(files)).message).toContain("memo.csv");
  });
});

describe("to show it, as much is read as can be", () => {
  it("a wrong value that may be empty is left out, and said", () => {
    const { documents, unread } = readDocumentsLeniently(
      filesOf(planOfUse().with("UPPLAN", 2, { shortStayDaysBefore: "幾日か" })),
    );
    expect(documents).toMatchObject([
      { kind: "plan-of-use", users: [{ table6: { lines: [{ total: 2 }, { total: 1 }] } }] },
    ]);
    expect(unread).toMatchObject([
      {
        file: expect.stringContaining("UPPLAN_"),
        row: 2,
        field: 9,
        fieldName: "前月までの短期入所利用日数",
      },
    ]);
  });

  it("a row whose key is wrong is left out whole, and said", () => {
    const { documents, unread } = readDocumentsLeniently(
      filesOf(planOfUse().with("UPPLAN", 1, { serviceDate: "いつか" })),
    );
    expect(documents).toMatchObject([
      { users: [{ table6: { lines: [{ total: 1 }, { total: 1 }] } }] },
    ]);
    expect(unread).toMatchObject([{ row: 1, field: 10 }]);
  });

  it("a row that is cut short is left out, one with empty fields too many is not", () => {
    const cut = planOfUse().rows("UPPLAN", (rows) =>
      rows.map((row, at) => (at === 0 ? row.slice(0, 20) : [...row, ""])),
    );
    const { documents, unread } = readDocumentsLeniently(filesOf(cut));
    expect(documents).toMatchObject([
      { users: [{ table6: { lines: [{ total: 1 }, { total: 1 }] } }] },
    ]);
    expect(unread.map(({ row, field }) => [row, field])).toEqual([[1, undefined]]);
  });

  it("of very many wrong values the first thousand are told one by one", () => {
    const sample = planOfUse().rows("UPPLAN", (rows) =>
      Array.from({ length: 1200 }, () => (rows[0] ?? []).with(9, "いつか")),
    );
    const { unread } = readDocumentsLeniently(filesOf(sample));
    expect(unread).toHaveLength(1001);
    expect(unread.at(-1)?.message).toBe("ほかに 200 か所、読めない値や行があります。");
  });

  it("sets that are mixed up are told apart", () => {
    const memo = readFile("memo.csv", new Uint8Array([0x31]));
    const { documents, unread } = readDocumentsLeniently([
      ...filesOf(planOfUse()),
      ...filesOf(carePlan()),
      ...filesOf(results()),
      ...filesOf(results()),
      memo,
    ]);
    expect(documents.map(({ kind }) => kind).sort()).toEqual(
      ["care-plan", "plan-of-use", "results", "results"].sort(),
    );
    expect(unread).toMatchObject([{ file: "memo.csv" }]);
  });

  it("and any file at all is read as something that can be shown, without an error", () => {
    fc.assert(
      fc.property(givenBytes(), ({ name, bytes }) => {
        const { documents, unread } = readDocumentsLeniently([readFile(name, bytes)]);
        expect(documents.length + unread.length).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(documents))).toHaveLength(documents.length);
        for (const document of documents) expect(describeDocument(document)).not.toEqual([]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});

const rowCount = { minLength: 1, maxLength: 6 } as const;

/** Rows of few users, days, offices and texts, so that they meet and repeat each other. */
function anySetRow(kind: FileKind): fc.Arbitrary<string[]> {
  const texts = fc.constantFrom("", "あ", "い");
  const few: { readonly [key: string]: fc.Arbitrary<string> } = {
    insurerNumber: fc.constant("139999"),
    insuredNumber: fc.constantFrom("0000000001", "H000000002"),
    planChangedOn: fc.constantFrom("20261120", "20261201"),
    consultedOn: fc.constantFrom("20261110", "20261111"),
    serviceCode: fc.constantFrom("111111", "11AAAA", "17EEEE", "999999"),
    serviceOffice: fc.constantFrom("1370000029", "1370000037"),
    need: texts,
    longTermGoal: texts,
    longTermPeriod: texts,
    shortTermGoal: texts,
    shortTermPeriod: texts,
    serviceContent: texts,
    overallIssue: texts,
    supportPoint: texts,
  };
  return anyRow(kind).chain((row) =>
    fc.tuple(...rowsOf(kind).map(([, key], column) => few[key] ?? fc.constant(row[column] ?? ""))),
  );
}

function nameOf(kind: FileKind, ofMonth: boolean): string {
  const named = layouts[kind].monthInName && (kind !== "UPHOSOKU" || ofMonth);
  return buildFileName({ type: "csv", kind, ...(named && { month }), ...envelope });
}

function headerOf(): string {
  return rowsOf("UPPLAN")
    .map(([, , name]) => name)
    .join(",");
}

function byName(files: readonly WrittenFile[]): unknown {
  return files
    .map(({ name, bytes }) => [name, Buffer.from(bytes)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function refusalOf(act: () => unknown): StandardError {
  try {
    act();
  } catch (error) {
    if (error instanceof StandardError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
