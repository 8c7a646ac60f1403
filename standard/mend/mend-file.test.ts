import { describe, expect, it } from "vitest";
import { readFile } from "../check/check-file.ts";
import { hasErrors } from "../check/checked-file.ts";
import { decodeMs932 } from "../ms932/decode.ts";
import { encodeMs932 } from "../ms932/encode.ts";
import * as base from "../rules/samples/base-sets.ts";
import { mendFile } from "./mend-file.ts";
import { listedMendings } from "./mending.ts";
import {
  asText,
  conforming,
  damages,
  filesOf,
  fullWidth,
  inBareValues,
  inRows,
  inText,
  type NamedBytes,
  throughSpreadsheet,
  utf16,
} from "./testing/damages.ts";

describe("a conforming file", () => {
  it.each(conforming)("$name comes out byte for byte", ({ name, bytes }) => {
    const mended = mendFile(name, bytes);
    expect(mended).toMatchObject({ name, done: [], doneCount: 0, left: { findings: [] } });
    expect(mended.bytes).toEqual(bytes);
  });
});

describe.each(damages)("a file %s", (_, damage) => {
  it.each(conforming)("is restored: $name", ({ name, bytes }) => {
    const damaged = damage({ name, bytes });
    const mended = mendFile(damaged.name, damaged.bytes);
    expect(mended.name).toBe(name);
    expect(mended.bytes).toEqual(bytes);
    expect(mended.left.findings).toEqual([]);
  });

  it("is not changed silently, and what was done is said", () => {
    for (const file of conforming) {
      const damaged = damage(file);
      const { done, doneCount } = mendFile(damaged.name, damaged.bytes);
      const isDamaged = damaged.name !== file.name || !isSame(damaged.bytes, file.bytes);
      expect(doneCount > 0).toBe(isDamaged);
      expect(done.every(({ message }) => message.includes("ました"))).toBe(true);
    }
  });
});

describe("a file that a spreadsheet opened and saved", () => {
  it.each(conforming)("is restored where a person accepts the zeros in front: $name", (file) => {
    const damaged = throughSpreadsheet(file);
    expect(mendFile(damaged.name, damaged.bytes, () => true).bytes).toEqual(file.bytes);
  });

  it("gets no number of a person or office without being asked", () => {
    for (const file of conforming) {
      const damaged = throughSpreadsheet(file);
      const { done } = mendFile(damaged.name, damaged.bytes);
      expect(done.filter(({ fieldName }) => fieldName?.includes("番号"))).toEqual([]);
    }
  });
});

describe("what was done", () => {
  const [plan] = filesOf(base.planOfUse());
  if (plan === undefined) throw new Error("no plan");

  it("to a value is said with its place", () => {
    const { bytes } = inBareValues((value, field) => (field === 8 ? fullWidth(value) : value))(
      plan,
    );
    const { done } = mendFile(plan.name, bytes);
    const [units] = readFile(plan.name, plan.bytes).rows.map((row) => row[7] ?? "");
    expect(done[0]).toEqual({
      rule: "full-width",
      code: "format",
      row: 1,
      field: 8,
      fieldName: "単位数",
      from: fullWidth(units ?? ""),
      to: units,
      count: 1,
      message: `「${fullWidth(units ?? "")}」を「${units}」に直しました。`,
    });
  });

  it("throughout the rows is said once, with their number", () => {
    const rows = readFile(plan.name, plan.bytes).rows.length;
    const { bytes } = inText((text) => text.replaceAll("\r\n", "\n"))(plan);
    const { done, doneCount } = mendFile(plan.name, bytes);
    expect(done).toMatchObject([{ code: "line-end", row: 1, count: rows }]);
    expect(doneCount).toBe(1);
  });

  it("is listed up to a thousand values, and counted", () => {
    const [row = ""] = decodeMs932(plan.bytes).split("\r\n");
    const many = encodeMs932(`${row.replace("20261120", "2026/11/20")}\r\n`.repeat(1200));
    const { done, doneCount } = mendFile(plan.name, many);
    expect(done).toHaveLength(listedMendings);
    expect(doneCount).toBe(1200);
  });
});

describe("characters", () => {
  const [supplement] = filesOf(base.planOfUse()).filter(({ name }) => name.startsWith("UPHOSOKU"));
  if (supplement === undefined) throw new Error("no supplement");
  const named = (characters: string): NamedBytes =>
    asText((text) => new TextEncoder().encode(text.replace("花子", characters)))(supplement);

  it("that are the same sign are mended, with the file", () => {
    const { bytes, left, done } = mendFile(supplement.name, named("花〜子").bytes);
    expect(decodeMs932(bytes)).toContain("花～子");
    expect(left.findings).toEqual([]);
    expect(done.map(({ code }) => code)).toEqual(["encoding", "unmappable-character"]);
  });

  it("that are another form are left, and the file stays in UTF-8 with all else mended", () => {
    const text = new TextDecoder().decode(named("𠮷子").bytes).replaceAll("\r\n", "\n");
    const mended = mendFile(supplement.name, new TextEncoder().encode(text));
    expect(new TextDecoder().decode(mended.bytes)).toContain("𠮷子");
    expect(new TextDecoder().decode(mended.bytes)).toContain("\r\n");
    expect(mended.done.map(({ code }) => code)).toEqual(["line-end"]);
    expect(hasErrors(mended.left)).toBe(true);
    const encoding = mended.left.findings.find(({ code }) => code === "encoding");
    expect(encoding).not.toHaveProperty("mend");
  });

  it("of a file in UTF-16 that cannot become MS932 stay, and the file as it is", () => {
    const text = new TextDecoder().decode(named("𠮷子").bytes);
    const mended = mendFile(supplement.name.toLowerCase(), utf16(text));
    expect(mended.bytes).toEqual(utf16(text));
    expect(mended.name).toBe(supplement.name);
    expect(mended.done.map(({ code }) => code)).toEqual(["file-name"]);
  });

  it("that are another form are mended where a person accepts it", () => {
    const asked: string[] = [];
    const mended = mendFile(supplement.name, named("𠮷子").bytes, ({ value }, { from, row }) => {
      asked.push(`${row} ${from}→${value}`);
      return value === "吉";
    });
    expect(decodeMs932(mended.bytes)).toContain("吉子");
    expect(asked).toContain("1 𠮷→吉");
    expect(mended.left.findings).toEqual([]);
  });

  it("under a second code get the bytes that Windows writes", () => {
    const text = decodeMs932(supplement.bytes).replace("花子", "髙子");
    const wanted = encodeMs932(text);
    const other = Uint8Array.from(wanted);
    const at = wanted.findIndex((byte, index) => byte === 0xfb && wanted[index + 1] === 0xfc);
    other.set([0xee, 0xe0], at);
    expect(decodeMs932(other)).toBe(text);
    const { bytes, done } = mendFile(supplement.name, other);
    expect(bytes).toEqual(wanted);
    expect(done).toMatchObject([{ code: "double-character" }]);
  });

  it("that are 外字 stay as they are, bytes and all", () => {
    const bytes = Uint8Array.from(supplement.bytes);
    const at = decodeMs932(supplement.bytes).indexOf("花子");
    bytes.set([0xf0, 0x40], encodeMs932(decodeMs932(supplement.bytes).slice(0, at)).length);
    const mended = mendFile(supplement.name, bytes);
    expect(mended.bytes).toEqual(bytes);
    expect(mended.done).toEqual([]);
  });

  it("of half width in a reading become full-width", () => {
    const kana = inRows((row) =>
      row.map((v, at) => (at === 4 ? '"ﾊﾅｺ"' : at > 4 && at < 7 ? v : v)).join(","),
    );
    const { bytes } = kana(supplement);
    expect(decodeMs932(mendFile(supplement.name, bytes).bytes)).toContain('"ハナコ"');
  });
});

describe("a file of two encodings that cannot become MS932", () => {
  it("stays as it is where it would pass for MS932 once the rest is mended", () => {
    // The last character is cut in two: with a line's end after it, there is too much in it that is not UTF-8.
    const text = '202407,139999,0000000001,20261115,1,"𠮷ア",,,"イ",１,"ウ",,,,1,"エ",';
    const bytes = Buffer.concat([Buffer.from(text), Buffer.of(0xd2)]);
    const mended = mendFile("UPYOBO_SUB_1300000018_46_1370000011_43_20261118150000.CSV", bytes);
    expect(isSame(mended.bytes, bytes)).toBe(true);
    expect(mended.left.findings.map(({ rule }) => rule)).toContain("utf-8");
  });
});

describe("a row that cannot be read", () => {
  it("stays as it is, and those after it are mended", () => {
    const [plan] = filesOf(base.planOfUse());
    if (plan === undefined) throw new Error("no plan");
    const [row = ""] = decodeMs932(plan.bytes).split("\r\n");
    const broken = row.replace(/"([^"]+)"/, '"$1"x"');
    const { bytes } = mendFile(plan.name, encodeMs932(`${broken}\r\n${row}\n`));
    expect(decodeMs932(bytes)).toBe(`${broken}\r\n${row}\r\n`);
  });

  it("keeps the rows after it as they are where its open quote may have meant them", () => {
    const [plan] = filesOf(base.planOfUse());
    if (plan === undefined) throw new Error("no plan");
    const [row = ""] = decodeMs932(plan.bytes).split("\r\n");
    const open = row.replace(/"([^"]+)".*/, '"$1');
    const quoted = row.replace("1370000011", '"1370000011"');
    const { bytes } = mendFile(plan.name, encodeMs932(`${open}\r\n${quoted}\n${quoted}\n`));
    expect(decodeMs932(bytes)).toBe(`${open}\r\n${quoted}\n${row}\r\n`);
  });

  it("keeps a sign that MS932 lacks, and with it the file its encoding: without the sign it would be another row", () => {
    const [plan] = filesOf(base.planOfUse());
    if (plan === undefined) throw new Error("no plan");
    const [row = ""] = decodeMs932(plan.bytes).split("\r\n");
    const broken = row.replace(/"([^"]+)"/, '"$1"\ufeff');
    const bytes = new TextEncoder().encode(`${broken}\r\n${row}\r\n`);
    expect(isSame(mendFile(plan.name, bytes).bytes, bytes)).toBe(true);
  });
});

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
