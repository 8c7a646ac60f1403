import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { readFile } from "../check/check-file.ts";
import type { ReadFile } from "../check/checked-file.ts";
import { StandardError } from "../errors.ts";
import type { FieldRow } from "../layout/field.ts";
import { type FileKind, fileKinds, layouts, rowsOf } from "../layout/layouts.ts";
import { currentVersion } from "../layout/versions.ts";
import { encodeMs932 } from "../ms932/encode.ts";
import { formRules } from "../rules/form-rules.ts";
import type { RuleName } from "../rules/rules.ts";
import { valueRules } from "../rules/value-rules.ts";
import { type CalendarDate, parseDate } from "../values/calendar-date.ts";
import type { ClockTime } from "../values/clock-time.ts";
import { parseTime } from "../values/clock-time.ts";
import { parseMonth } from "../values/month-of-service.ts";
import { type OfficeNumber, parseOfficeNumber } from "../values/office-number.ts";
import { parseInsuredNumber, parseInsurerNumber } from "../values/person-numbers.ts";
import type { FileRecord } from "./file-record.ts";
import { readRecords } from "./read-records.ts";
import { anyRow, anyValue } from "./testing/any-row.ts";
import { writeFile } from "./write-file.ts";
import { writeRows } from "./write-rows.ts";

const visit: FileRecord<"UPPLAN"> = {
  csvVersion: currentVersion,
  insurerNumber: parseInsurerNumber("139999"),
  insuredNumber: parseInsuredNumber("H000000001"),
  createdOn: parseDate("20261120"),
  month: parseMonth("202612"),
  planningOffice: parseOfficeNumber("1370000011"),
  plannerName: '髙見 "本子"',
  units: 244,
  serviceDate: parseDate("20261203"),
  startTime: parseTime("0900"),
  endTime: "9999",
  count: 1,
  serviceCode: "111111",
  serviceOffice: parseOfficeNumber("1370000029"),
  over30Days: "0",
};

describe("a record", () => {
  it("is written as its row and read back as itself", () => {
    const bytes = writeFile("UPPLAN", [visit]);
    expect(Buffer.from(bytes)).toEqual(
      Buffer.from(
        encodeMs932(
          '202407,139999,H000000001,20261120,202612,1370000011,"髙見 ""本子""",244,,20261203,,0900,9999,1,111111,,,,,1370000029,,,0,,\r\n',
        ),
      ),
    );
    expect(readRecords("UPPLAN", checked("UPPLAN", bytes))).toEqual([visit]);
  });

  it("has the types its layout gives it", () => {
    expectTypeOf<FileRecord<"UPPLAN">["units"]>().toEqualTypeOf<number>();
    expectTypeOf<FileRecord<"UPPLAN">["plannerName"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<FileRecord<"UPPLAN">["serviceOffice"]>().toEqualTypeOf<OfficeNumber>();
    expectTypeOf<FileRecord<"UPPLAN">["startTime"]>().toEqualTypeOf<ClockTime | "9999">();
    expectTypeOf<FileRecord<"UPPLAN">["over30Days"]>().toEqualTypeOf<"0" | "1">();
    expectTypeOf<FileRecord<"UPHOSOKU">["planChangedOn"]>().toEqualTypeOf<
      CalendarDate | "00000000"
    >();
    expectTypeOf<FileRecord<"UPSIKYU">["unitPrice"]>().toEqualTypeOf<number | undefined>();
  });

  it("writes a price with its two decimals", () => {
    const row = rightRow("UPSIKYU", (field) => (field[1] === "unitPrice" ? "10.00" : undefined));
    const bytes = writeRows("UPSIKYU", [row]);
    const records = readRecords("UPSIKYU", checked("UPSIKYU", bytes));
    expect(records[0]?.unitPrice).toBe(10);
    expect(Buffer.from(writeFile("UPSIKYU", records))).toEqual(Buffer.from(bytes));
  });
});

describe("what cannot be written is refused with its row and field", () => {
  it.each([
    ["a code that is not in its list", { over30Days: "9" }, "value", 23],
    ["a number that is too long", { units: 1_234_567 }, "value", 8],
    ["a number with a fraction", { units: 24.4 }, "value", 8],
    ["no number", { units: Number.NaN }, "value", 8],
    ["a control character", { plannerName: "髙\0見" }, "value", 7],
    ["a character outside MS932", { plannerName: "𠮷野" }, "unmappable-character", 7],
  ])("%s", (_, change, code, field) => {
    const wrong = { ...visit, ...change } as FileRecord<"UPPLAN">;
    expect(refusalOf(() => writeFile("UPPLAN", [visit, wrong]))).toMatchObject({
      code,
      place: { row: 2, field },
    });
  });

  it("and so is a row of another length", () => {
    expect(refusalOf(() => writeRows("DLTPLAN", [["202407"]]))).toMatchObject({
      code: "value",
      place: { row: 1 },
    });
  });
});

describe("what cannot be read is refused", () => {
  const row = rightRow("DLTPLAN");

  it("when it is another kind, or has errors in its rows", () => {
    const file = checked("DLTPLAN", writeRows("DLTPLAN", [row]));
    expect(refusalOf(() => readRecords("UPPLAN", file)).code).toBe("not-readable");
    const wrong = checked("DLTPLAN", encodeMs932("202407,139999,0000000001\r\n"));
    expect(refusalOf(() => readRecords("DLTPLAN", wrong))).toMatchObject({ code: "not-readable" });
  });

  it("but not for a wrong name, line ends or a wrong month, which leave the values certain", () => {
    const text = `${row.join(",")}\n`;
    const file = readFile("DLTPLAN_202701.csv", encodeMs932(text));
    expect(file.findings.some(({ severity }) => severity === "error")).toBe(true);
    expect(readRecords("DLTPLAN", file)).toMatchObject([{ month: "202612" }]);
  });
});

describe.each(fileKinds)("%s: rows that conform", (kind) => {
  it("are written, checked without a finding, read as records, and written again as the same bytes", () => {
    fc.assert(
      fc.property(fc.array(anyRow(kind), { minLength: 1, maxLength: 4 }), (rows) => {
        const bytes = writeRows(kind, rows);
        const file = checked(kind, bytes);
        expect(file.findings.filter(({ rule }) => hinders(rule))).toEqual([]);
        expect(file.rows).toEqual(rows);
        expect(Buffer.from(writeRows(kind, file.rows))).toEqual(Buffer.from(bytes));
        expect(Buffer.from(writeFile(kind, readRecords(kind, file)))).toEqual(Buffer.from(bytes));
      }),
      { seed: 8, numRuns: 30 },
    );
  });
});

/** Whether it is about form or values; the rows here need not agree with each other, and half-width kana is allowed. */
function hinders(rule: RuleName): boolean {
  return (rule in formRules || rule in valueRules) && rule !== "half-width-kana";
}

function checked(kind: FileKind, bytes: Uint8Array): ReadFile {
  const month = layouts[kind].monthInName ? "_202612" : "";
  return readFile(`${kind}${month}_1370000011_43_1370000029_11_20261120100000.CSV`, bytes);
}

/** One right row, the same every time, with the values that `change` gives. */
function rightRow(
  kind: FileKind,
  change: (field: FieldRow) => string | undefined = () => undefined,
): string[] {
  return rowsOf(kind).map(
    (field) => change(field) ?? fc.sample(anyValue(field), { seed: 9, numRuns: 1 })[0] ?? "",
  );
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
