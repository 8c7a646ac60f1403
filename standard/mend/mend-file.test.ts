import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFile, readFile } from "../check/check-file.ts";
import { type CheckedFile, hasErrors } from "../check/checked-file.ts";
import { rowsOf } from "../layout/layouts.ts";
import { decodeMs932 } from "../ms932/decode.ts";
import { encodeMs932 } from "../ms932/encode.ts";
import * as base from "../rules/samples/base-sets.ts";
import type { SampleFiles } from "../rules/samples/sample-files.ts";
import { FileMend } from "./file-mend.ts";
import { mendFile } from "./mend-file.ts";
import { listedMendings } from "./mending.ts";

type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/** Every kind of file, conforming. */
const conforming: readonly NamedBytes[] = [
  base.carePlan(),
  base.planOfUse(),
  base.results(),
  base.basics(),
  base.preventivePlan(),
  ...(["DLT1KYO", "DLTPLAN", "DLTJSK", "DLTKIHON", "DLTYOBO"] as const).map((kind) =>
    base.deletion(kind),
  ),
].flatMap(filesOf);

describe("a conforming file", () => {
  it.each(conforming)("$name comes out byte for byte", ({ name, bytes }) => {
    const mended = mendFile(name, bytes);
    expect(mended).toMatchObject({ name, done: [], doneCount: 0, left: { findings: [] } });
    expect(mended.bytes).toEqual(bytes);
  });
});

/** What is done to conforming files on their way, all of which can be undone for certain. */
const damages: readonly (readonly [string, (file: NamedBytes) => NamedBytes])[] = [
  ["saved as UTF-8", asText((text) => new TextEncoder().encode(text))],
  ["saved as UTF-8 with its mark", asText((text) => new TextEncoder().encode(`\ufeff${text}`))],
  ["saved as UTF-16", asText(utf16)],
  ["with the line ends of Unix", inText((text) => text.replaceAll("\r\n", "\n"))],
  ["with the line ends of old Macs", inText((text) => text.replaceAll("\r\n", "\r"))],
  ["without its last line end", inText((text) => text.slice(0, -2))],
  ["with a DOS sign for its end", inText((text) => `${text}\u001a`)],
  ["with empty rows at its end", inText((text) => `${text}\r\n\r\n`)],
  ["with rows of commas at its end", inText((text) => `${text},,,,\r\n,,,,\r\n`)],
  ["with a header row", withHeader],
  ["with commas at the end of rows", inText((text) => text.replaceAll("\r\n", ",,\r\n"))],
  [
    "with everything in quotes",
    inRows((row) => row.map((value) => (value === "" ? "" : quoted(value))).join(",")),
  ],
  ["with no quotes at all", inRows((row) => row.join(","))],
  ["in full-width digits", inBareValues(fullWidth)],
  ["with spaces around values", inBareValues((value) => ` ${value}　`)],
  ["with a spreadsheet's apostrophes", inBareValues((value) => `'${value}`)],
  ["with a small name", renamed((name) => name.toLowerCase())],
  ["as a copy", renamed((name) => name.replace(".", " (1)."))],
  [
    "out of a spreadsheet: dates with strokes, commas at the end, UTF-8 with its mark",
    (file) => asText((text) => new TextEncoder().encode(`\ufeff${text}`))(spreadsheetDates(file)),
  ],
];

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

describe("a row that cannot be read", () => {
  it("stays as it is, and those after it are mended", () => {
    const [plan] = filesOf(base.planOfUse());
    if (plan === undefined) throw new Error("no plan");
    const [row = ""] = decodeMs932(plan.bytes).split("\r\n");
    const broken = row.replace(/"([^"]+)"/, '"$1"x"');
    const { bytes } = mendFile(plan.name, encodeMs932(`${broken}\r\n${row}\n`));
    expect(decodeMs932(bytes)).toBe(`${broken}\r\n${row}\r\n`);
  });
});

describe("whatever is done to a file", () => {
  const spoiling = fc.constantFrom(
    0,
    0x0a,
    0x0d,
    0x1a,
    0x20,
    0x22,
    0x2c,
    0x39,
    0x81,
    0xe3,
    0xf0,
    0xff,
  );
  const change = fc.record({
    at: fc.nat({ max: 100_000 }),
    remove: fc.nat({ max: 3 }),
    insert: fc.array(spoiling, { maxLength: 3 }),
  });
  const damaged = fc
    .record({
      file: fc.constantFrom(...conforming),
      damage: fc.constantFrom(...damages.map(([, damage]) => damage)),
      changes: fc.array(change, { maxLength: 3 }),
    })
    .map(({ file, damage, changes }) => {
      const { name, bytes } = damage(file);
      const spoilt = changes.reduce((now, { at, remove, insert }) => {
        const place = at % (now.length + 1);
        return [...now.slice(0, place), ...insert, ...now.slice(place + remove)];
      }, Array.from(bytes));
      return { name, bytes: Uint8Array.from(spoilt) };
    });

  it("mending does all that is certain, adds no error of form or value, and does no more the second time", () => {
    fc.assert(
      fc.property(damaged, ({ name, bytes }) => {
        const mended = mendFile(name, bytes);
        expect(formErrors(mended.left)).toBeLessThanOrEqual(formErrors(checkFile(name, bytes)));
        expect(leftCertain(mended.left)).toEqual([]);
        const again = mendFile(mended.name, mended.bytes);
        expect(again.done).toEqual([]);
        expect(again.bytes).toEqual(mended.bytes);
      }),
      { seed: 8, numRuns: 400 },
    );
  });

  it("the pieces in which it comes make no difference", () => {
    fc.assert(
      fc.property(damaged, fc.integer({ min: 1, max: 500 }), ({ name, bytes }, size) => {
        const whole = mendInPieces(name, bytes, bytes.length + 1);
        expect(mendInPieces(name, bytes, size)).toEqual(whole);
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});

function mendInPieces(name: string, bytes: Uint8Array, size: number) {
  const mend = new FileMend(name);
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    out.push(...mend.push(bytes.subarray(at, at + size)));
  }
  const { bytes: last, ...rest } = mend.end();
  return { ...rest, bytes: [...out, ...last] };
}

/**
 * What a check calls certain to be mended in a mended file. Not the quotes of values that are wrong in another way, and
 * nothing of a file that has to stay in UTF-16: that must be put right first.
 */
function leftCertain({ findings }: CheckedFile) {
  if (findings.some(({ rule }) => rule === "utf-16")) return [];
  return findings.filter(({ code, mend }) => mend?.certain && code !== "quote");
}

/** Errors that are not about what values mean together: those may come to light once the values can be read. */
function formErrors({
  findings,
}: {
  readonly findings: readonly { code: string; severity: string }[];
}) {
  const codes = ["file-name", "encoding", "unmappable-character", "header-row", "line-end"].concat([
    "field-count",
    "quote",
    "required",
    "length",
    "format",
    "code",
    "control-character",
  ]);
  return findings.filter(({ code, severity }) => severity === "error" && codes.includes(code))
    .length;
}

function filesOf(files: SampleFiles): readonly NamedBytes[] {
  return files.given().map(({ name, read }) => {
    const [bytes = new Uint8Array()] = [...(read() as Iterable<Uint8Array>)];
    return { name, bytes };
  });
}

function asText(change: (text: string) => Uint8Array): (file: NamedBytes) => NamedBytes {
  return ({ name, bytes }) =>
    name.toLowerCase().endsWith(".csv")
      ? { name, bytes: change(decodeMs932(bytes)) }
      : { name, bytes };
}

function inText(change: (text: string) => string): (file: NamedBytes) => NamedBytes {
  return asText((text) => encodeMs932(change(text)));
}

function renamed(change: (name: string) => string): (file: NamedBytes) => NamedBytes {
  return ({ name, bytes }) => ({ name: change(name), bytes });
}

/** Writes the rows of a file anew, from their values as they stand there. */
function inRows(write: (row: readonly string[]) => string): (file: NamedBytes) => NamedBytes {
  return (file) => {
    const { kind, rows } = readFile(file.name, file.bytes);
    if (kind === undefined) return file;
    const text = rows.map((row) => `${write(row)}\r\n`).join("");
    return { name: file.name, bytes: encodeMs932(text) };
  };
}

function inBareValues(
  change: (value: string, field: number) => string,
): (file: NamedBytes) => NamedBytes {
  return (file) => {
    const { kind } = readFile(file.name, file.bytes);
    if (kind === undefined) return file;
    const fields = rowsOf(kind);
    return inRows((row) =>
      row
        .map((value, at) => {
          const format = fields[at]?.[5];
          if (format === "text") return value === "" ? "" : quoted(value);
          return value === "" || format === "unused" ? value : change(value, at + 1);
        })
        .join(","),
    )(file);
  };
}

function spreadsheetDates(file: NamedBytes): NamedBytes {
  return inBareValues((value) =>
    /^20\d{6}$/.test(value)
      ? `${value.slice(0, 4)}/${Number(value.slice(4, 6))}/${Number(value.slice(6))}`
      : value,
  )(file);
}

/** Numbers lose the zeros in front and the decimals behind, and all values their quotes. */
function throughSpreadsheet(file: NamedBytes): NamedBytes {
  const asNumbers = inBareValues((value) =>
    /^\d{1,15}$|^\d+\.\d+$/.test(value) ? String(Number(value)) : value,
  )(file);
  return inRows((row) =>
    row.map((value) => (/[",\r\n]/.test(value) ? quoted(value) : value)).join(","),
  )(asNumbers);
}

function withHeader(file: NamedBytes): NamedBytes {
  const { kind } = readFile(file.name, file.bytes);
  if (kind === undefined) return file;
  const header = rowsOf(kind)
    .map(([, , name]) => name)
    .join(",");
  return inText((text) => `${header}\r\n${text}`)(file);
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

function fullWidth(value: string): string {
  return value.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
