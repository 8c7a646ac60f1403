import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StandardError } from "../errors.ts";
import { fileKinds, layouts } from "../layout/layouts.ts";
import { parseMonth } from "../values/month-of-service.ts";
import { parseOfficeNumber } from "../values/office-number.ts";
import { parseServiceType } from "../values/service-type.ts";
import { parseSetTime } from "../values/set-time.ts";
import { buildFileName } from "./build-file-name.ts";
import { classifyName } from "./classify-name.ts";
import type { FileName } from "./file-name.ts";
import { parseFileName } from "./parse-file-name.ts";

const tail = "1370000011_43_1370000029_11_20261120100000";

describe("a file name of the standard", () => {
  it("is read into its parts, as the standard's own example", () => {
    expect(parseFileName("UPPLAN_201912_0300000100_43_0300000005_11_20191025200201.CSV")).toEqual({
      type: "csv",
      kind: "UPPLAN",
      month: "201912",
      sender: { office: "0300000100", serviceType: "43" },
      receiver: { office: "0300000005", serviceType: "11" },
      time: "20191025200201",
    });
  });

  it.each(fileKinds)("of kind %s is told by its longest beginning", (kind) => {
    const month = layouts[kind].monthInName ? "_202612" : "";
    expect(parseFileName(`${kind}${month}_${tail}.CSV`)).toMatchObject({ type: "csv", kind });
  });

  it("of a UPHOSOKU that goes with tables 1 to 3 has no month", () => {
    expect(parseFileName(`UPHOSOKU_000000_${tail}.CSV`)).not.toHaveProperty("month");
  });

  it("of a picture of the family carries a branch number", () => {
    expect(parseFileName(`UPKIHON_IMAGE_${tail}_0001.jpg`)).toEqual({
      type: "image",
      sender: { office: "1370000011", serviceType: "43" },
      receiver: { office: "1370000029", serviceType: "11" },
      time: "20261120100000",
      branch: "0001",
    });
  });

  it("may hold capital letters in office numbers and service types", () => {
    expect(
      parseFileName("UPJSK_202612_12A3456789_2A_1370000011_43_20270102090000.CSV"),
    ).toMatchObject({
      sender: { office: "12A3456789", serviceType: "2A" },
    });
  });

  it("comes out of its parts as it went in", () => {
    const address = fc.record({
      office: fc.stringMatching(/^[0-9A-Z]{10}$/).map(parseOfficeNumber),
      serviceType: fc.stringMatching(/^[0-9A-Z]{2}$/).map(parseServiceType),
    });
    const time = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((date) => parseSetTime(date.toISOString().replaceAll(/\D/g, "").slice(0, 14)));
    const csv = fc
      .record({ kind: fc.constantFrom(...fileKinds), sender: address, receiver: address, time })
      .map(
        (parts): FileName => ({
          type: "csv",
          ...parts,
          ...(layouts[parts.kind].monthInName && { month: parseMonth("202612") }),
        }),
      );
    const image = fc
      .record({ sender: address, receiver: address, time, branch: fc.stringMatching(/^\d{4}$/) })
      .map((parts): FileName => ({ type: "image", ...parts }));
    fc.assert(
      fc.property(fc.oneof(csv, image), (parts) => {
        expect(parseFileName(buildFileName(parts))).toEqual(parts);
      }),
      { seed: 1 },
    );
  });
});

describe("a name that is not of the standard is refused with its reason", () => {
  it.each([
    ["a folder", `month/UPPLAN_202612_${tail}.CSV`, "フォルダー名"],
    ["a Windows folder", `C:\\UPPLAN_202612_${tail}.CSV`, "フォルダー名"],
    ["an unknown kind", `UPPLAM_202612_${tail}.CSV`, "ファイル種別"],
    ["a kind in small letters", `upplan_202612_${tail}.CSV`, "大文字で書きます"],
    ["a small extension", `UPPLAN_202612_${tail}.csv`, "拡張子は「.CSV」です"],
    ["another extension", `UPPLAN_202612_${tail}.TXT`, "拡張子が「.CSV」ではありません"],
    ["a month that is none", `UPPLAN_202613_${tail}.CSV`, "年月「202613」"],
    ["no month where one is needed", `UPPLAN_${tail}.CSV`, "年月「1370000011」"],
    ["zeros for the month of a plan", `UPPLAN_000000_${tail}.CSV`, "000000 にはできません"],
    ["a month where there is none", `UPKIHON_202612_${tail}.CSV`, "年月「202612」を入れません"],
    [
      "an office of nine digits",
      "UP1KYO_137000001_43_1370000029_11_20261120100000.CSV",
      "送信元の事業所番号「137000001」",
    ],
    [
      "an office in small letters",
      "UP1KYO_1370000011_43_13a0000029_11_20261120100000.CSV",
      "送信先の事業所番号「13a0000029」の英字は大文字",
    ],
    [
      "no service types (before 4.0)",
      "UP1KYO_1370000011_1370000029_20261120100000.CSV",
      "サービス種類がありません",
    ],
    [
      "a service type of three digits",
      "UP1KYO_1370000011_043_1370000029_11_20261120100000.CSV",
      "送信元のサービス種類「043」",
    ],
    ["a time of fifteen digits", "UP1KYO_1370000011_43_1370000029_11_202611201000000.CSV", "15桁"],
    [
      "a time that does not exist",
      "UP1KYO_1370000011_43_1370000029_11_20260231100000.CSV",
      "実在する日時ではありません",
    ],
    [
      "the number of a second download",
      "UP1KYO_1370000011_43_1370000029_11_20261120100000 (1).CSV",
      "「(1)」が付いています",
    ],
    ["a part too many", `UP1KYO_${tail}_9.CSV`, "部分の数が 6"],
    ["a picture without a branch", `UPKIHON_IMAGE_${tail}.jpg`, "枝番"],
    ["a picture that says .JPG", `UPKIHON_IMAGE_${tail}_0001.JPG`, "拡張子は「.jpg」です"],
  ])("%s", (_, name, reason) => {
    const refused = refusalOf(() => parseFileName(name));
    expect(refused.code).toBe("file-name");
    expect(refused.message).toContain(reason);
  });

  it("is never built either", () => {
    const address = {
      office: parseOfficeNumber("1370000011"),
      serviceType: parseServiceType("43"),
    };
    const parts = {
      type: "csv",
      sender: address,
      receiver: address,
      time: parseSetTime("20261120100000"),
    } as const;
    expect(refusalOf(() => buildFileName({ ...parts, kind: "UPPLAN" })).code).toBe("file-name");
    expect(
      refusalOf(() => buildFileName({ ...parts, kind: "UP1KYO", month: parseMonth("202612") }))
        .code,
    ).toBe("file-name");
  });
});

describe("classifyName", () => {
  it.each([
    [`UPPLAN_202612_${tail}.CSV`, "csv"],
    [`UPKIHON_IMAGE_${tail}_0001.jpg`, "image"],
    ["退院サマリー.pdf", "attachment"],
    ["写真.JPG", "attachment"],
    ["UPPLAN_202612.csv", "unknown"],
    ["UPKIHON_IMAGE_1.jpg", "unknown"],
    ["../secret.pdf", "unknown"],
    ["programme.exe", "unknown"],
    ["", "unknown"],
  ])("%s is %s", (name, type) => {
    expect(classifyName(name).type).toBe(type);
  });

  it("says of an attachment what it is, and of the unknown why", () => {
    expect(classifyName("看護報告.pdf")).toEqual({
      type: "attachment",
      mediaType: "application/pdf",
    });
    expect(classifyName("UPPLAN_1.CSV")).toMatchObject({ reason: expect.stringContaining("年月") });
  });
});

function refusalOf(act: () => unknown): StandardError {
  try {
    act();
  } catch (error) {
    if (error instanceof StandardError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
