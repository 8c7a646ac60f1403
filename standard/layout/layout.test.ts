import { describe, expect, it } from "vitest";
import { codeLists } from "./code-lists.ts";
import { fieldsOf, fileKinds, layouts, meaningOf, rowsOf } from "./layouts.ts";
import { currentVersion, editionHas, editionOf, editions, lackOf } from "./versions.ts";

/** Number of fields of each kind, and how many must be filled in: counted in the standard's tables. */
const counts = {
  UPHOSOKU: [63, 7],
  UP1KYO: [28, 9],
  DLT1KYO: [4, 4],
  UP2KYO: [22, 5],
  UP3KYO: [13, 5],
  UPPLAN: [25, 14],
  UPJSK: [25, 14],
  DLTPLAN: [4, 4],
  DLTJSK: [6, 6],
  UPSIKYU: [37, 10],
  UPKIHON: [71, 9],
  DLTKIHON: [4, 4],
  UPKIHON_SUB1: [7, 4],
  UPKIHON_SUB2: [11, 4],
  UPYOBO: [57, 6],
  DLTYOBO: [4, 4],
  UPYOBO_SUB: [17, 4],
} as const;

/** Length of a value in each format that has only one. */
const lengths: ReadonlyMap<string, number> = new Map([
  ["version", 6],
  ["insurer", 6],
  ["insured", 10],
  ["office", 10],
  ["service type", 2],
  ["service code", 6],
  ["YYYYMMDD", 8],
  ["YYYYMM", 6],
  ["HHMM", 4],
  ["HHMM or 9999", 4],
  ["NNN-NNNN", 8],
  ["31 digits", 31],
]);

it("there are 17 kinds", () => {
  expect(fileKinds).toHaveLength(17);
  expect(Object.keys(counts)).toEqual(fileKinds);
});

describe.each(fileKinds)("%s", (kind) => {
  const rows = rowsOf(kind);

  it("calls itself by its name", () => {
    expect(layouts[kind].kind).toBe(kind);
    expect(layouts[kind].deletes).toBe(kind.startsWith("DLT"));
  });

  it("has as many fields, and as many required, as the standard", () => {
    const required = rows.filter(([, , , , need]) => need === "required");
    expect([rows.length, required.length]).toEqual(counts[kind]);
  });

  it("numbers its fields from 1, and names each once", () => {
    expect(rows.map(([number]) => number)).toEqual(rows.map((_, at) => at + 1));
    expect(new Set(rows.map(([, key]) => key)).size).toBe(rows.length);
  });

  it("begins with version, insurer and insured", () => {
    expect(rows.slice(0, 3).map(([, , , , need, format]) => [need, format])).toEqual([
      ["required", "version"],
      ["required", "insurer"],
      ["required", "insured"],
    ]);
  });

  it("gives every format its length, and every code list codes of the field's length", () => {
    for (const [, , name, length, , format, more] of rows) {
      expect([name, lengths.get(format) ?? length]).toEqual([name, length]);
      for (const [code] of more?.codes ? codeLists[more.codes] : []) {
        expect([name, code.length]).toEqual([name, length]);
      }
    }
  });

  it("has the month in a field when it has it in its name", () => {
    expect(rows.some(([, key]) => key === "month")).toBe(layouts[kind].monthInName);
  });
});

it("results have the fields of the plan they answer", () => {
  expect(rowsOf("UPJSK")).toEqual(rowsOf("UPPLAN"));
});

it("no code stands twice in its list", () => {
  for (const list of Object.values(codeLists)) {
    expect(new Set(list.map(([code]) => code)).size).toBe(list.length);
  }
});

it("meanings are found by code", () => {
  expect(meaningOf("careLevel", "22")).toBe("要介護２");
  expect(meaningOf("careLevel", "99")).toBeUndefined();
});

it("fields can be shown by names", () => {
  expect(fieldsOf("UPPLAN")[22]).toEqual({
    number: 23,
    key: "over30Days",
    name: "３０日超区分",
    length: 1,
    need: "required",
    format: "code",
    codes: "applies",
  });
});

describe("the editions", () => {
  it("end with 4.1, which lacks nothing", () => {
    expect(editions.at(-1)).toMatchObject({ version: currentVersion, name: "4.1", lacks: [] });
    expect(editions.map(lackOf).at(-1)).toBe("");
  });

  it("before 4.0 had no table 3 and no service types in file names", () => {
    const without3 = editions.filter(({ version }) => !editionHas(version, "UP3KYO"));
    expect(without3.map(({ version }) => version)).toEqual(["201910", "202003", "202208"]);
    expect(without3.every((one) => one.serviceTypesInNames === "none")).toBe(true);
    expect(without3.map(lackOf)[0]).toContain(
      "UP3KYO がありません。その版のファイル名にはサービス種類が入りません。",
    );
  });

  it("are told by field 1, of which 4.0 wrote a later month than 4.1", () => {
    expect(editionOf("202504")).toMatchObject({
      name: "4.0",
      serviceTypesInNames: "three digits",
    });
    expect(editionOf("202601")).toBeUndefined();
  });
});
