import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileKinds, layouts, rowsOf } from "../layout/layouts.ts";
import { encodeMs932 } from "../ms932/encode.ts";
import { formRules } from "../rules/form-rules.ts";
import { valueRules } from "../rules/value-rules.ts";
import { checkFile, readFile } from "./check-file.ts";
import { type CheckedFile, hasErrors } from "./checked-file.ts";
import type { Finding } from "./finding.ts";
import { listedOfOneRule } from "./findings.ts";

const tail = "1370000011_43_1370000029_11_20261120100000.CSV";
const planName = `UPPLAN_202612_${tail}`;

const fieldNames = rowsOf("UPPLAN").map(([, , name]) => name);

/** A right row of a plan, by the numbers of its fields. */
const plan: { readonly [field: number]: string } = {
  1: "202407",
  2: "139999",
  3: "0000000001",
  4: "20261120",
  5: "202612",
  6: "1370000011",
  7: '"髙見　本子"',
  8: "244",
  10: "20261203",
  12: "0900",
  13: "0930",
  14: "1",
  15: "111111",
  20: "1370000029",
  23: "0",
};

describe("a plan without faults", () => {
  it("is read whole and has no findings", () => {
    const file = readFile(planName, encodeMs932(planText({}, { 10: "20261207" })));
    expect(file).toMatchObject({ kind: "UPPLAN", version: "202407", findings: [] });
    expect(file.rows).toHaveLength(2);
    expect(file.rows[0]?.[6]).toBe("髙見　本子");
    expect(hasErrors(file)).toBe(false);
  });
});

describe("fields", () => {
  it.each([
    ["a required field that is empty", 8, "", "required"],
    ["a version that is no month", 1, "4.1", "format"],
    ["an insurer with a letter", 2, "13999A", "format"],
    ["an insurer too short", 2, "13999", "length"],
    ["an insured number too long", 3, "00000000001", "length"],
    ["an insured number with a letter inside", 3, "00000H0001", "format"],
    ["a day that does not exist", 4, "20260231", "format"],
    ["a date of an era", 4, "R8.11.20", "format"],
    ["a date of six digits", 4, "202611", "length"],
    ["a month that does not exist", 5, "202613", "format"],
    ["an office of nine digits", 6, "137000001", "length"],
    ["an office in small letters", 6, "13a0000011", "format"],
    ["units with a comma of thousands", 8, '"1,244"', "format"],
    ["units too long", 8, "1234567", "length"],
    ["full-width digits", 8, '"２４４"', "format"],
    ["days of the month with a 2", 11, "2".repeat(31), "format"],
    ["thirty days of the month", 11, "1".repeat(30), "format"],
    ["a time past midnight", 12, "2430", "format"],
    ["a time with a colon", 13, "09:30", "format"],
    ["a service code of five", 15, "11111", "length"],
    ["a TAIS code too long", 16, '"00001-0000100"', "length"],
    ["a satellite of one digit", 22, "1", "length"],
    ["a code that is not in its list", 23, "2", "code"],
  ] as const)("%s", (_, field, value, code) => {
    const file = readFile(planName, encodeMs932(planText({}, { [field]: value })));
    const errors = own(file).filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([
      { code, file: planName, row: 2, field, fieldName: rowsOf("UPPLAN")[field - 1]?.[2] },
    ]);
    expect(errors[0]?.message).toContain("ください");
  });

  it.each([
    ["a person on livelihood protection", 3, "H000000001"],
    ["a service without a time", 12, "9999"],
    ["units taken off", 8, "-24"],
    ["days of the month", 11, `${"1".repeat(10)}${"0".repeat(21)}`],
    ["a code of the equipment", 16, '"00001-000010"'],
    ["text with a line break, a comma and quotes", 7, '"髙見,\r\n""本子"""'],
  ] as const)("%s is right", (_, field, value) => {
    expect(findingsOf(planText({ [field]: value }))).toEqual([]);
  });

  it.each([
    ["an insured number of nine digits", 3, "000000001"],
    ["a line number of three digits", 19, "100"],
  ] as const)("%s is in doubt: a warning", (_, field, value) => {
    expect(findingsOf(planText({ [field]: value }))).toMatchObject([
      { code: "length", severity: "warning", field },
    ]);
  });

  it("a consultation date of six digits is in doubt: a warning; one that does not exist is an error", () => {
    const name = `DLTKIHON_${tail}`;
    expect(findingsOf("202407,139999,0000000001,081120\r\n", name)).toMatchObject([
      { code: "length", severity: "warning", field: 4 },
    ]);
    expect(findingsOf("202407,139999,0000000001,20260231\r\n", name)).toMatchObject([
      { code: "format", severity: "error", field: 4 },
    ]);
  });

  it("may be zeros only where the standard has zeros for none", () => {
    expect(findingsOf(planText({ 4: "00000000" }))).toMatchObject([{ code: "format", field: 4 }]);
  });

  it("are only needed, not required, by a remark: a warning", () => {
    const name = `UPYOBO_${tail.replace("_43_", "_46_")}`;
    const row = Array.from({ length: 57 }, () => "");
    for (const [at, value] of [
      [0, "202407"],
      [1, "139999"],
      [2, "0000000001"],
      [3, "20261120"],
      [4, "1"],
      [7, '"試験　花子"'],
    ] as const) {
      row[at] = value;
    }
    expect(findingsOf(`${row.join(",")}\r\n`, name)).toMatchObject([
      { code: "required", severity: "warning", field: 6, fieldName: "委託の有無" },
    ]);
  });
});

describe("the file as a whole", () => {
  it.each([
    ["a header row", `${fieldNames.join(",")}\r\n${planText()}`, "header-row", 1],
    ["a field too few", planText().replace(",111111", ""), "field-count", 1],
    ["an empty row", `${planText()}\r\n`, "field-count", 2],
    ["line ends of Unix", planText({}, {}).replaceAll("\r\n", "\n"), "line-end", 1],
    ["a quote that is never closed", planText({}, { 7: '"髙見' }), "quote", 2],
    ["a quote inside", planText({}, { 7: '"髙見"本子"' }), "quote", 2],
    ["commas too many", planText().replace("\r\n", ",,,\r\n"), "field-count", 1],
    ["an unknown version", planText({ 1: "209901" }), "version-unknown", 1],
    ["two versions", planText({}, { 1: "202504" }), "version-mixed", 2],
    [
      "another month than its name",
      planText({ 5: "202611", 10: "20261103" }, { 5: "202611", 10: "20261104" }),
      "month-mismatch",
      1,
    ],
    ["two months", planText({}, { 5: "202611", 10: "20261103" }), "month-mixed", 2],
    ["a day outside its month", planText({}, { 10: "20270101" }), "date-outside-month", 2],
    ["a control character", planText({}, { 7: '"髙\0見"' }), "control-character", 2],
    ["nothing in it", "", "empty-file", undefined],
  ] as const)("with %s", (_, text, code, row) => {
    const findings = findingsOf(text);
    expect(findings).toMatchObject([{ code, severity: "error", ...(row && { row }) }]);
  });

  it.each([
    ["text without quotes", planText({}, { 7: "髙見" }), "quote", 7],
    ["quotes where there is no text", planText({}, { 8: '"244"' }), "quote", 8],
    ["an old version", planText({ 1: "202504" }), "version-old", 1],
  ] as const)("with %s: a warning, once a column", (_, text, code, field) => {
    expect(findingsOf(text)).toMatchObject([{ code, severity: "warning", field }]);
  });

  it("without the last line's end: a warning", () => {
    expect(findingsOf(planText().slice(0, -2))).toMatchObject([
      { code: "line-end", severity: "warning", row: 1 },
    ]);
  });

  it("with a header row is checked from the second row on", () => {
    const header = fieldNames.map((name) => `"${name}"`).join(",");
    const file = readFile(planName, encodeMs932(`${header}\r\n${planText({ 23: "2" })}`));
    expect(file.version).toBe("202407");
    expect(own(file).filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "header-row", row: 1 },
      { code: "code", row: 2, field: 23 },
    ]);
  });

  it("with only a header row has no data", () => {
    expect(findingsOf(`${fieldNames.join(",")}\r\n`).map(({ code }) => code)).toEqual([
      "empty-file",
      "header-row",
    ]);
  });
});

describe("characters", () => {
  it("of UTF-8 are told, with and without a byte-order mark, and the rows are still checked", () => {
    for (const mark of ["", "\ufeff"]) {
      const file = checkFile(
        planName,
        new TextEncoder().encode(mark + planText({ 7: '"𠮷野"', 23: "2" })),
      );
      expect(own(file)).toMatchObject([
        { code: "encoding", message: expect.stringContaining("UTF-8") },
        { code: "unmappable-character", row: 1, field: 7, message: expect.stringContaining("𠮷") },
        { code: "code", row: 1, field: 23 },
      ]);
    }
  });

  it("of half-width kana alone are not taken for UTF-8", () => {
    expect(findingsOf(planText({ 7: '"ﾃｱﾃｱ"' }))).toMatchObject([
      { code: "half-width-kana", severity: "warning", mend: { value: "テアテア" } },
    ]);
  });

  it("of UTF-16 are told, in both orders of bytes, with a mark and without, and the rows are still checked", () => {
    for (const mark of ["\ufeff", ""]) {
      const little = Buffer.from(mark + planText({ 7: '"𠮷野"', 23: "2" }), "utf16le");
      for (const bytes of [little, Buffer.from(little).swap16()]) {
        expect(own(checkFile(planName, bytes))).toMatchObject([
          { code: "encoding", message: expect.stringContaining("UTF-16") },
          { code: "unmappable-character", row: 1, field: 7, mend: { value: "吉野" } },
          { code: "code", row: 1, field: 23 },
        ]);
      }
    }
  });

  it("of UTF-8 are told by the text as a whole, though a byte of it be wrong", () => {
    const text = planText(...Array.from({ length: 30 }, () => ({ 7: '"髙見　本子"' })));
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from(planText({ 7: '"★"' }))]);
    bytes[bytes.lastIndexOf("★")] = 0xff;
    expect(own(checkFile(planName, bytes)).map(({ rule }) => rule)).toEqual([
      "utf-8",
      "unreadable-bytes",
    ]);
  });

  it("under bytes that Windows does not write are a warning, with the characters", () => {
    const bytes = Buffer.from(encodeMs932(planText({ 7: '"★見"' })));
    bytes.set([0xed, 0x40], bytes.indexOf(Buffer.from([0x81, 0x9a])));
    expect(own(checkFile(planName, bytes))).toMatchObject([
      {
        code: "double-character",
        severity: "warning",
        message: expect.stringContaining("纊"),
        mend: { certain: true, value: "纊見" },
      },
    ]);
  });

  it("that mean nothing or are 外字 are each found in their row and field", () => {
    const [before, between, after] = planText({ 7: '"あ★い★"' }).split("★") as [
      string,
      string,
      string,
    ];
    const bytes = new Uint8Array([
      ...encodeMs932(planText() + before),
      0xf0,
      0x40,
      ...encodeMs932(between),
      0xa0,
      ...encodeMs932(after),
    ]);
    expect(own(checkFile(planName, bytes))).toMatchObject([
      { code: "encoding", row: 2, field: 7, message: expect.stringContaining("A0") },
      { code: "unmappable-character", row: 2, field: 7, message: expect.stringContaining("F040") },
    ]);
  });
});

describe("names", () => {
  it("that are wrong do not keep the rows from being checked", () => {
    const file = checkFile("UPPLAN_202612.csv", encodeMs932(planText({ 23: "2" })));
    expect(file).toMatchObject({ fileName: undefined, kind: "UPPLAN", records: 1 });
    expect(file.findings.map(({ code }) => code)).toContain("file-name");
    expect(own(file)).toContainEqual(expect.objectContaining({ code: "code", row: 1 }));
  });

  it("that say nothing leave nothing to check", () => {
    expect(checkFile("memo.txt", encodeMs932("あ"))).toMatchObject({
      kind: undefined,
      records: 0,
      findings: [{ code: "file-name" }],
    });
  });

  it("of pictures want a JPEG inside", () => {
    const name = `UPKIHON_IMAGE_${tail.replace(".CSV", "_0001.jpg")}`;
    expect(checkFile(name, new Uint8Array([0xff, 0xd8, 0xff, 0xe0])).findings).toEqual([]);
    expect(checkFile(name, encodeMs932("GIF89a")).findings).toMatchObject([
      { code: "image-format" },
    ]);
  });
});

describe("a row that cannot be read", () => {
  it.each([
    ["a quote inside", '"髙見"本子"', "stray-quote"],
    ["a quote that is never closed", '"髙見', "open-quote"],
  ] as const)("because of %s is passed over: the next row is read", (_, value, rule) => {
    const file = readFile(planName, encodeMs932(planText({}, { 7: value }, { 23: "2" })));
    expect(own(file)).toMatchObject([
      { rule, code: "quote", row: 2, message: expect.stringContaining("次の行から") },
      { code: "code", row: 3, field: 23 },
    ]);
    expect(file.rows.map((row) => row.length)).toEqual([25, 0, 25]);
    expect(file.records).toBe(3);
  });

  it("because it is longer than a megabyte is passed over", () => {
    const long = planText({ 7: "あ".repeat(600_000) });
    const file = readFile(
      planName,
      encodeMs932(planText() + long.repeat(2) + planText({ 23: "2" })),
    );
    expect(own(file)).toMatchObject([
      { rule: "row-too-long", code: "too-large", row: 2 },
      { rule: "row-too-long", row: 3 },
      { code: "code", row: 4, field: 23 },
    ]);
  });
});

describe("what is typed in another way than the standard's", () => {
  it.each([
    ["full-width digits", 8, "２４４", "full-width", "244"],
    ["spaces around", 8, " 244 ", "spaces-around", "244"],
    ["small letters", 6, "13a0000011", "lower-case", "13A0000011"],
  ] as const)("%s: said so, with the value that is meant", (_, field, value, rule, meant) => {
    expect(findingsOf(planText({ [field]: value }))).toMatchObject([
      { rule, code: "format", severity: "error", field, mend: { certain: true, value: meant } },
    ]);
  });

  it("commas too many at the end: said so, and the values are still checked", () => {
    const text = planText({ 23: "2" }).replace("\r\n", ",,\r\n");
    expect(findingsOf(text)).toMatchObject([
      { rule: "trailing-commas", code: "field-count", row: 1, mend: { certain: true } },
      { code: "code", row: 1, field: 23 },
    ]);
    expect(readFile(planName, encodeMs932(text)).rows[0]).toHaveLength(25);
  });
});

it("lists a hundred findings of one fault, counts the rest, and hides no other fault", () => {
  const rows = Array.from({ length: listedOfOneRule + 5 }, (_, at) => ({ 23: "2", 20: `${at}` }));
  const file = checkFile(planName, encodeMs932(planText(...rows, { 2: "13999" })));
  const codes = own(file).map(({ code }) => code);
  expect(codes.filter((code) => code === "code")).toHaveLength(listedOfOneRule);
  expect(codes.slice(-2)).toEqual(["length", "findings-omitted"]);
  expect(own(file).at(-1)).toMatchObject({
    severity: "error",
    message: expect.stringContaining(`「${valueRules.code.checks}」の誤り 5 件`),
  });
  expect(file.errors).toBeGreaterThanOrEqual(2 * (listedOfOneRule + 5) + 1);
});

it("never throws, whatever the bytes", () => {
  const names = fileKinds.map(
    (kind) => `${kind}${layouts[kind].monthInName ? "_202612" : ""}_${tail}`,
  );
  const pieces = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom(planText(), ",", "\r\n", '"', "202407").map(encodeMs932),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), pieces, (name, parts) => {
      const file = checkFile(name, new Uint8Array(parts.flatMap((part) => Array.from(part))));
      expect(file.findings.every(({ message }) => message.length > 0)).toBe(true);
    }),
    { seed: 7, numRuns: 500 },
  );
});

/** Rows of a plan, each the right row with these fields changed; one row where none is given. */
function planText(...changes: { readonly [field: number]: string }[]): string {
  return (changes.length > 0 ? changes : [{}])
    .map((change) => {
      const fields = { ...plan, ...change };
      return `${Array.from({ length: 25 }, (_, at) => fields[at + 1] ?? "").join(",")}\r\n`;
    })
    .join("");
}

function findingsOf(text: string, name: string = planName): readonly Finding[] {
  return own(checkFile(name, encodeMs932(text)));
}

/** What the rules of form and values find; rules between rows have tests of their own. */
function own({ findings }: CheckedFile): readonly Finding[] {
  return findings.filter(({ rule }) => rule in formRules || rule in valueRules);
}
