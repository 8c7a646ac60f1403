import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueCheck } from "../check/value.ts";
import type { FieldRow } from "../layout/field.ts";
import { type FileKind, fileKinds, rowsOf } from "../layout/layouts.ts";
import { mendValue } from "./value.ts";

describe("a wrong value that can have meant one thing only is mended for certain", () => {
  it.each<[FileKind, string, string, string]>([
    ["UPPLAN", "units", "２４４", "244"],
    ["UPPLAN", "units", " 244\t", "244"],
    ["UPPLAN", "units", "　244", "244"],
    ["UPPLAN", "units", "1,244", "1244"],
    ["UPPLAN", "units", "244.0", "244"],
    ["UPPLAN", "units", "−24", "-24"],
    ["UPPLAN", "units", "▲24", "-24"],
    ["UPPLAN", "units", "0000244", "244"],
    ["UPPLAN", "units", "'244", "244"],
    ["UPPLAN", "insurerNumber", "１３９９９９", "139999"],
    ["UPPLAN", "insurerNumber", "139999.0", "139999"],
    ["UPPLAN", "insuredNumber", '="0000000001"', "0000000001"],
    ["UPPLAN", "insuredNumber", "h000000001", "H000000001"],
    ["UPPLAN", "planningOffice", "12a3456789", "12A3456789"],
    ["UPPLAN", "planningOffice", "1370-000011", "1370000011"],
    ["UPPLAN", "serviceDate", "2026/12/1", "20261201"],
    ["UPPLAN", "serviceDate", "2026-12-01", "20261201"],
    ["UPPLAN", "serviceDate", "2026.12.01", "20261201"],
    ["UPPLAN", "serviceDate", "2026年12月 1日", "20261201"],
    ["UPPLAN", "serviceDate", "２０２６／１２／０１", "20261201"],
    ["UPPLAN", "serviceDate", "2026/12/1 0:00", "20261201"],
    ["UPPLAN", "serviceDate", "2026-12-01T00:00:00", "20261201"],
    ["UPPLAN", "serviceDate", "2026/12/1(火)", "20261201"],
    ["UPPLAN", "serviceDate", "R8.12.1", "20261201"],
    ["UPPLAN", "serviceDate", "令和8年12月1日", "20261201"],
    ["UPPLAN", "serviceDate", "r081201", "20261201"],
    ["UPHOSOKU", "birthDate", "昭和元年12月31日", "19261231"],
    ["UPHOSOKU", "birthDate", "㍼15.4.29", "19400429"],
    ["UPHOSOKU", "birthDate", "S64.1.7", "19890107"],
    ["UPHOSOKU", "birthDate", "00000000", ""],
    ["UPHOSOKU", "planChangedOn", "0", "00000000"],
    ["UPHOSOKU", "month", "0", "000000"],
    ["UPPLAN", "month", "2026/12", "202612"],
    ["UPPLAN", "month", "2026/12/1", "202612"],
    ["UPPLAN", "month", "令和8年12月", "202612"],
    ["UPPLAN", "month", "R8.12", "202612"],
    ["UPPLAN", "csvVersion", "2024-07", "202407"],
    ["UPPLAN", "startTime", "930", "0930"],
    ["UPPLAN", "startTime", "9:30", "0930"],
    ["UPPLAN", "startTime", "09:30:00", "0930"],
    ["UPPLAN", "startTime", "９：３０", "0930"],
    ["UPPLAN", "startTime", "9時30分", "0930"],
    ["UPPLAN", "startTime", "9時", "0900"],
    ["UPPLAN", "startTime", "午後1:30", "1330"],
    ["UPPLAN", "startTime", "12:05 AM", "0005"],
    ["UPPLAN", "startTime", "0", "0000"],
    ["UPPLAN", "startTime", "99:99", "9999"],
    ["UPPLAN", "serviceCode", "a21111", "A21111"],
    ["UPPLAN", "serviceCode", "11-1111", "111111"],
    ["UPPLAN", "satellite", "1", "01"],
    ["UPPLAN", "over30Days", "非該当", "0"],
    ["DLTJSK", "serviceType", "043", "43"],
    ["DLTJSK", "serviceType", "2a", "2A"],
    ["UPSIKYU", "unitPrice", "10.5", "10.50"],
    ["UPSIKYU", "unitPrice", "10", "10.00"],
    ["UPSIKYU", "unitPrice", "１１．４０", "11.40"],
    ["UPHOSOKU", "sex", "女", "2"],
    ["UPHOSOKU", "sex", "02", "2"],
    ["UPHOSOKU", "careLevel", "要介護2", "22"],
    ["UPHOSOKU", "careLevel", "6", "06"],
    ["UPHOSOKU", "postalCode", "1234567", "123-4567"],
    ["UPHOSOKU", "postalCode", "〒１２３－４５６７", "123-4567"],
    ["UPHOSOKU", "careLevelChangedOn", "　", ""],
    ["UP2KYO", "coverage", "y", "Y"],
    ["UP3KYO", "weekday", "火", "2"],
    ["UPKIHON", "cognitiveIndependence", "Ⅱa", "03"],
    ["UPKIHON", "homeModified", "あり", "1"],
  ])("%s %s: %j is %j", (kind, key, value, meant) => {
    const field = fieldOf(kind, key);
    expect(mendValue(field, value)).toMatchObject({
      certain: true,
      value: meant,
      says: expect.stringContaining(meant),
    });
    expect(meant === "" ? undefined : valueCheck(field)(meant)).toBeUndefined();
  });

  it("with days of the month that were written apart", () => {
    const days = Array.from({ length: 31 }, () => "1").join(" ");
    expect(mendValue(fieldOf("UPPLAN", "dailyClaimDays"), days)?.value).toBe("1".repeat(31));
  });
});

describe("a wrong value that may have meant something is a proposal", () => {
  it.each<[FileKind, string, string, string]>([
    ["UPPLAN", "insuredNumber", "000000001", "0000000001"],
    ["UPPLAN", "insuredNumber", "1", "0000000001"],
    ["UPPLAN", "insurerNumber", "13999", "013999"],
    ["UPPLAN", "planningOffice", "137000001", "0137000001"],
    ["UPPLAN", "units", "244単位", "244"],
    ["UPPLAN", "serviceDate", "46357", "20261201"],
    ["UPPLAN", "serviceDate", "H38.12.1", "20261201"],
    ["UPPLAN", "serviceDate", "5081201", "20261201"],
    ["UPPLAN", "month", "Dec-26", "202612"],
    ["UPPLAN", "endTime", "2400", "0000"],
    ["UPPLAN", "dailyClaimDays", "1".repeat(30), `${"1".repeat(30)}0`],
    ["UPHOSOKU", "careLevel", "事業", "06"],
  ])("%s %s: %j may be %j", (kind, key, value, meant) => {
    expect(mendValue(fieldOf(kind, key), value)).toMatchObject({
      certain: false,
      value: meant,
      says: expect.stringContaining("確かめてください"),
    });
  });
});

describe("a wrong value that can have meant anything has no mend", () => {
  it.each<[FileKind, string, string]>([
    ["UPPLAN", "insuredNumber", "1.23E+09"],
    ["UPPLAN", "planningOffice", "13700000111"],
    ["UPPLAN", "units", "12,44"],
    ["UPPLAN", "units", "1234567"],
    ["UPPLAN", "units", "24.5"],
    ["UPPLAN", "serviceDate", "20260231"],
    ["UPPLAN", "serviceDate", "081120"],
    ["UPPLAN", "serviceDate", "12/1"],
    ["UPPLAN", "serviceDate", "R8.2.30"],
    ["UPPLAN", "startTime", "10"],
    ["UPPLAN", "startTime", "25:00"],
    ["UPPLAN", "startTime", "午後13:00"],
    ["UPPLAN", "startTime", "########"],
    ["UPPLAN", "serviceCode", "11111"],
    ["UPPLAN", "over30Days", "2"],
    ["UPPLAN", "insurerNumber", "　"],
    ["UPHOSOKU", "careLevel", "要介護"],
    ["UPHOSOKU", "address1", " 試験県　"],
    ["UPSIKYU", "unitPrice", "10.505"],
  ])("%s %s: %j", (kind, key, value) => {
    expect(mendValue(fieldOf(kind, key), value)).toBeUndefined();
  });
});

describe("whatever the value", () => {
  const fields = fileKinds.flatMap((kind) => rowsOf(kind));
  const field = fc.constantFrom(...fields);
  const parts = [
    "０",
    "1",
    "2",
    "9",
    "-",
    "/",
    ":",
    ".",
    ",",
    " ",
    "年",
    "令和",
    "R",
    "a",
    "女",
    "H",
  ];
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((chosen) => chosen.join("")),
  );

  it("a certain mend is right in its field, and is not mended again", () => {
    fc.assert(
      fc.property(field, value, (of, given) => {
        const mend = mendValue(of, given);
        if (mend?.value === undefined) return;
        expect(mend.value).not.toBe(given);
        expect(mend.value === "" ? undefined : valueCheck(of)(mend.value)).toBeUndefined();
        expect(mendValue(of, mend.value)).toBeUndefined();
      }),
      { seed: 5, numRuns: 20_000 },
    );
  });

  it("a right one has no mend", () => {
    fc.assert(
      fc.property(field, value, (of, given) => {
        if (valueCheck(of)(given) === undefined) expect(mendValue(of, given)).toBeUndefined();
      }),
      { seed: 6, numRuns: 20_000 },
    );
  });
});

function fieldOf(kind: FileKind, key: string): FieldRow {
  const field = rowsOf(kind).find(([, named]) => named === key);
  if (field === undefined) throw new Error(`${kind} has no ${key}`);
  return field;
}
