import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFileName } from "./parse-file-name.ts";
import { readFileName } from "./read-file-name.ts";

const tail = "1370000011_43_1370000029_11_20261120100000";
const plan = `UPPLAN_202612_${tail}.CSV`;
const table1 = `UP1KYO_${tail}.CSV`;
const picture = `UPKIHON_IMAGE_${tail}_0001.jpg`;

it.each([plan, table1, picture])("%s of the standard has no fault", (name) => {
  expect(readFileName(name)).toMatchObject({ fileName: parseFileName(name), faults: [] });
});

describe("a name that is not of the standard, but certain", () => {
  it.each([
    ["in small letters", plan.toLowerCase(), plan, ["name-extension", "name-case"]],
    ["with a small extension", plan.replace(".CSV", ".csv"), plan, ["name-extension"]],
    ["with the extension twice", `${plan}.csv`, plan, ["name-extension"]],
    ["downloaded again", plan.replace(".CSV", " (1).CSV"), plan, ["name-copy"]],
    ["downloaded again, in Japan", plan.replace(".CSV", "（２）.CSV"), plan, ["name-copy"]],
    ["copied", plan.replace(".CSV", " - コピー.CSV"), plan, ["name-copy"]],
    ["copied twice", plan.replace(".CSV", " - コピー (2).CSV"), plan, ["name-copy"]],
    [
      "copied on a Mac, whose kana come apart",
      plan.replace(".CSV", "のコピー.CSV").normalize("NFD"),
      plan,
      ["name-copy"],
    ],
    ["copied on an English Mac", plan.replace(".CSV", " copy 2.CSV"), plan, ["name-copy"]],
    ["copied by an old Windows", `コピー ～ ${plan}`, plan, ["name-copy"]],
    [
      "in full-width letters",
      plan.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
      plan,
      ["name-full-width"],
    ],
    ["with spaces", ` ${plan.replace("_", " _ ")} `, plan, ["name-space"]],
    ["with its folder", `2026年12月/${plan}`, plan, ["name-folder"]],
    ["with a Windows folder", `C:\\月次\\${plan}`, plan, ["name-folder"]],
    ["with strokes between", plan.replaceAll("_", "-"), plan, ["name-separator"]],
    ["with a stroke too many", plan.replace("_", "__"), plan, ["name-separator"]],
    ["with a stroke in the month", plan.replace("202612", "2026-12"), plan, ["name-month-stroke"]],
    [
      "with a time in two parts",
      plan.replace("20261120100000", "20261120_100000"),
      plan,
      ["name-time-split"],
    ],
    [
      "with a month where none stands",
      table1.replace("UP1KYO_", "UP1KYO_202612_"),
      table1,
      ["name-month-extra"],
    ],
    ["with zeros for a month", table1.replace("_", "_000000_"), table1, ["name-month-extra"]],
    [
      "with service types of three digits, as in 4.0",
      plan.replace("_43_", "_043_").replace("_11_", "_011_"),
      plan,
      ["name-service-type", "name-service-type"],
    ],
    [
      "with small letters in an office number",
      "UPJSK_202612_12a3456789_11_1370000011_43_20270102090000.CSV",
      "UPJSK_202612_12A3456789_11_1370000011_43_20270102090000.CSV",
      ["name-case"],
    ],
    ["of a picture in capitals", picture.toUpperCase(), picture, ["name-extension"]],
    ["of a picture as .jpeg", picture.replace(".jpg", ".jpeg"), picture, ["name-extension"]],
  ])("%s: %s", (_, name, meant, rules) => {
    const { fileName, faults } = readFileName(name);
    expect(fileName).toEqual(parseFileName(meant));
    expect(faults.map(({ rule }) => rule)).toEqual(rules);
    for (const fault of faults) {
      expect(fault).toMatchObject({ code: "file-name", severity: "error" });
      expect(fault.mend).toMatchObject({ certain: true, value: meant });
    }
  });
});

describe("a name that was probably meant so", () => {
  it.each([
    ["a time of fifteen digits", plan.replace("20261120100000", "202611201000001"), "name-time"],
    ["a time with milliseconds", plan.replace("20261120100000", "20261120100000123"), "name-time"],
    ["a time without seconds", plan.replace("20261120100000", "202611201000"), "name-time"],
    ["no extension", plan.replace(".CSV", ""), "name-extension"],
    ["another extension", plan.replace(".CSV", ".txt"), "name-extension"],
  ])("with %s is read so, but a person decides", (_, name, rule) => {
    expect(readFileName(name)).toMatchObject({
      fileName: parseFileName(plan),
      faults: [{ rule, mend: { certain: false, value: plan } }],
    });
  });

  it("with an office number of nine digits may have lost its zero", () => {
    const name = plan.replace("1370000029", "170000029");
    expect(readFileName(name)).toMatchObject({
      fileName: { receiver: { office: "0170000029" } },
      faults: [{ rule: "name-office", mend: { certain: false } }],
    });
  });

  it("keeps what is certain apart from what is not", () => {
    const name = plan.toLowerCase().replace("20261120100000", "202611201000001");
    expect(readFileName(name).faults.map(({ mend }) => [mend?.certain, mend?.value])).toEqual([
      [true, plan.replace("20261120100000", "202611201000001")],
      [true, plan.replace("20261120100000", "202611201000001")],
      [false, plan],
    ]);
  });
});

describe("a name that cannot be understood", () => {
  it.each([
    ["of no kind", "memo (1).csv", undefined, ["file-name"], "ファイル種別"],
    [
      "without service types, as before 4.0",
      "UP1KYO_1370000011_1370000029_20261120100000.CSV",
      "UP1KYO",
      ["name-before-4"],
      "サービス種類がありません",
    ],
    [
      "with a month that is none, and in small letters",
      plan.toLowerCase().replace("202612", "202613"),
      "UPPLAN",
      ["name-extension", "name-case", "file-name"],
      "年月「202613」",
    ],
    ["of ten thousand letters", "UPPLAN_".repeat(2000), undefined, ["file-name"], "「UPPLAN_"],
    ["of nothing", "", undefined, ["file-name"], "ファイル種別"],
  ])("%s", (_, name, kind, rules, reason) => {
    const read = readFileName(name);
    expect(read).toMatchObject({ fileName: undefined, kind });
    expect(read.faults.map(({ rule }) => rule)).toEqual(rules);
    expect(read.faults.at(-1)?.message).toContain(reason);
    const strict = read.faults.filter(({ rule }) => rule === "file-name");
    expect(strict.every(({ message }) => message.includes(name.slice(0, 20)))).toBe(true);

    expect(read.faults.every(({ message }) => message.length < 500)).toBe(true);
  });
});

it("whatever the name, reading does not throw, and a certain mend is not mended for certain again", () => {
  const part = fc.constantFrom(
    "UPPLAN",
    "upkihon_sub1",
    "_",
    "-",
    " ",
    "202612",
    "043",
    "１",
    "(1)",
  );
  const more = fc.constantFrom(
    "1370000011",
    "20261120100000",
    ".csv",
    ".CSV",
    "/",
    "コピー",
    "a",
    "\n",
  );
  const name = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(part, more), { maxLength: 14 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(name, (given) => {
      const mended = readFileName(given).faults.find(({ mend }) => mend?.certain)?.mend?.value;
      if (mended === undefined) return;
      expect(readFileName(mended).faults.some(({ mend }) => mend?.certain)).toBe(false);
    }),
    { seed: 7, numRuns: 20_000 },
  );
});
