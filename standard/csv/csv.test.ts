import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read.ts";
import { writeCsv } from "./write.ts";

/** Values as they occur in files: commas, quotes and line breaks of every kind among them. */
const value = fc.string({
  unit: fc.constantFrom("あ", "髙", "a", "1", " ", ",", '"', "\r\n", "\n", "\r"),
  maxLength: 6,
});

describe("reading", () => {
  it("keeps commas, line breaks and doubled quotes inside quoted values", () => {
    const { rows, problems } = readCsv('1,"あ,い",2\r\n3,"一行目\r\n二行目\n""三""",\r\n');
    expect(rows).toEqual([
      ["1", "あ,い", "2"],
      ["3", '一行目\r\n二行目\n"三"', ""],
    ]);
    expect(problems).toEqual([]);
  });

  it("counts how each column was written, from its first row", () => {
    const { quoting } = readCsv('1,"あ"\r\n2,い\r\n"3",""\r\n');
    expect(quoting).toEqual([
      { bareCount: 2, firstBare: 1, quotedCount: 1, firstQuoted: 3 },
      { bareCount: 1, firstBare: 2, quotedCount: 2, firstQuoted: 1 },
    ]);
  });

  it.each([
    ["text after a closing quote", '1,2\r\n3,"あ"い\r\n5,6\r\n', "stray-quote"],
    ["a quote inside a bare value", '1,2\r\n3,あ"い\r\n5,6\r\n', "stray-quote"],
    ["a quote that is never closed", '1,2\r\n3,"あい\r\n5,6\r\n', "open-quote"],
    ["a doubled quote at the end", '1,2\r\n3,"あい""', "open-quote"],
  ])("stops at %s and keeps the rows before it", (_, text, type) => {
    const { rows, problems } = readCsv(text);
    expect(rows).toEqual([["1", "2"]]);
    expect(problems).toEqual([{ type, row: 2, column: 2 }]);
  });

  it("reads rows that end with LF or CR, and reports the first of each", () => {
    const { rows, problems } = readCsv("1\r\n2\n3\r4\n");
    expect(rows).toEqual([["1"], ["2"], ["3"], ["4"]]);
    expect(problems).toEqual([
      { type: "line-end", row: 2, ending: "LF", count: 2 },
      { type: "line-end", row: 3, ending: "CR", count: 1 },
    ]);
  });

  it("reports a last row without a line's end", () => {
    expect(readCsv("1,2\r\n3,")).toMatchObject({
      rows: [
        ["1", "2"],
        ["3", ""],
      ],
      problems: [{ type: "no-last-line-end", row: 2 }],
    });
  });

  it("has nothing to say about an empty text, and one empty value in an empty row", () => {
    expect(readCsv("")).toEqual({ rows: [], quoting: [], problems: [] });
    expect(readCsv("\r\n").rows).toEqual([[""]]);
  });

  it("agrees with csv-parse on every text it takes without a problem", () => {
    const csv = fc.string({ unit: fc.constantFrom("a", ",", '"', "\r\n", "あ"), maxLength: 20 });
    let agreed = 0;
    fc.assert(
      fc.property(csv, (text) => {
        const { rows, problems } = readCsv(`${text}\r\n`);
        const theirs = parsedOrRefused(`${text}\r\n`);
        if (problems.length > 0) {
          expect(theirs).toBe("refused");
        } else {
          agreed++;
          expect(rows).toEqual(theirs);
        }
      }),
      { seed: 5, numRuns: 3000 },
    );
    expect(agreed).toBeGreaterThan(500);
  });
});

describe("writing", () => {
  it("quotes text and nothing else, and leaves empty values bare", () => {
    expect(writeCsv([["1", 'あ"い', "", "9"]], [false, true, true, false])).toBe(
      '1,"あ""い",,9\r\n',
    );
  });

  it("keeps a comma in a column that is not text", () => {
    expect(readCsv(writeCsv([["a,b", "c"]], [false, false])).rows).toEqual([["a,b", "c"]]);
  });

  it("is read back as it was, by us and by csv-parse", () => {
    const rows = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (written, isText) => {
        const text = writeCsv(written, isText);
        expect(readCsv(text)).toMatchObject({ rows: written, problems: [] });
        expect(parsedOrRefused(text)).toEqual(written);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

/** csv-parse at its strictest: CRLF only, ragged rows kept as they are. */
function parsedOrRefused(text: string): unknown {
  try {
    return parse(text, { record_delimiter: "\r\n", relax_column_count: true });
  } catch {
    return "refused";
  }
}
