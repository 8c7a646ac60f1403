import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubledQuoteMark, quotedMark, RowScanner } from "./row-scanner.ts";
import { findRowStart } from "./row-start.ts";
import { writeCsv } from "./write.ts";

/** Values as they occur in files: commas, quotes and line breaks of every kind among them. */
const value = fc.string({
  unit: fc.constantFrom("あ", "髙", "a", "1", " ", ",", '"', "\r\n", "\n", "\r"),
  maxLength: 6,
});

describe("reading", () => {
  it("keeps commas, line breaks and doubled quotes inside quoted values", () => {
    expect(rowsOf('1,"あ,い",2\r\n3,"一行目\r\n二行目\n""三""",\r\n')).toEqual([
      ["1", '"あ,い"', "2"],
      ["3", '"一行目\r\n二行目\n""三"""', ""],
    ]);
  });

  it.each([
    ["text after a closing quote", '1,2\r\n3,"あ"い\r\n5,6\r\n', "stray-quote"],
    ["a quote inside a bare value", '1,2\r\n3,あ"い\r\n5,6\r\n', "stray-quote"],
    ["a quote that is never closed", '1,2\r\n3,"あい\r\n5,6\r\n', "open-quote"],
    ["a doubled quote at the end", '1,2\r\n3,"あい""', "open-quote"],
  ])("stops at %s, in the value where it is", (_, text, why) => {
    const bytes = utf8.encode(text);
    const scanner = new RowScanner();
    expect(scanner.scan(bytes, 0, bytes.length, true)).toBe("row");
    expect(scanner.scan(bytes, scanner.next, bytes.length, true)).toBe(why);
    expect(scanner).toMatchObject({ stoppedColumn: 1, stoppedAt: 7 });
  });

  it("takes every kind of line's end, and a last row without one", () => {
    expect(lineEndsOf("1\r\n2\n3\r4")).toEqual(["CRLF", "LF", "CR", "none"]);
    expect(rowsOf("1\r\n2\n3\r4,")).toEqual([["1"], ["2"], ["3"], ["4", ""]]);
    expect(rowsOf("\r\n")).toEqual([[""]]);
  });

  it.each(["1,2", '1,"2', '1,"2"', "1,2\r", '1,"2""', "1,"])(
    "asks for more where %j may go on",
    (text) => {
      const bytes = utf8.encode(text);
      expect(new RowScanner().scan(bytes, 0, bytes.length, false)).toBe("more");
    },
  );

  it("tells which values are the same as in the row above", () => {
    const bytes = utf8.encode('1,"あ",,4\r\n1,"あ",,5\r\n1,"あい",,5\r\n');
    const scanner = new RowScanner();
    const same: number[][] = [];
    for (let at = 0; at < bytes.length; at = scanner.next) {
      scanner.scan(bytes, at, bytes.length, true);
      same.push([...scanner.same.subarray(0, 4)]);
    }
    expect(same).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 0],
      [1, 0, 1, 1],
    ]);
  });

  it("counts a hundred thousand columns, and keeps some", () => {
    const bytes = utf8.encode(`${"1,".repeat(99_999)}\r\n`);
    const scanner = new RowScanner();
    expect(scanner.scan(bytes, 0, bytes.length, true)).toBe("row");
    expect(scanner).toMatchObject({ count: 100_000, filledBeyond: true });
  });

  it("agrees with csv-parse on every text it takes", () => {
    const csv = fc.string({ unit: fc.constantFrom("a", ",", '"', "\r\n", "あ"), maxLength: 20 });
    let agreed = 0;
    fc.assert(
      fc.property(csv, (text) => {
        const rows = valuesOf(`${text}\r\n`);
        const theirs = parsedOrRefused(`${text}\r\n`);
        if (rows !== undefined) agreed++;
        expect(rows ?? "refused").toEqual(theirs);
      }),
      { seed: 5, numRuns: 3000 },
    );
    expect(agreed).toBeGreaterThan(500);
  });
});

describe("the beginning of the next row", () => {
  it.each([
    ['x"\r\n202407,1', 4],
    ['x"\n"202407",1', 3],
    ['x"\r202407,', 3],
    ["x\r\n20240,202407,\r\n202504,", 18],
    ["x\r\n139999,1", -1],
    ["x\r\n202407", -1],
    ["202407,1", -1],
  ])("in %j is at %d", (text, at) => {
    expect(findRowStart(utf8.encode(text), 0, utf8.encode(text).length)).toBe(at);
  });
});

describe("writing", () => {
  it("quotes text and nothing else, and leaves empty values bare", () => {
    expect(writeCsv([["1", 'あ"い', "", "9"]], [false, true, true, false])).toBe(
      '1,"あ""い",,9\r\n',
    );
  });

  it("keeps a comma in a column that is not text", () => {
    expect(valuesOf(writeCsv([["a,b", "c"]], [false, false]))).toEqual([["a,b", "c"]]);
  });

  it("is read back as it was, by us and by csv-parse", () => {
    const rows = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (written, isText) => {
        const text = writeCsv(written, isText);
        expect(valuesOf(text)).toEqual(written);
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

const utf8 = new TextEncoder();

/** The values of every row as they stand there, quotes included; undefined when a row cannot be read. */
function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  return scanAll(text)?.map(({ raw }) => raw.map(([written]) => written));
}

/** The values of every row without their quotes. */
function valuesOf(text: string): readonly (readonly string[])[] | undefined {
  return scanAll(text)?.map(({ raw }) =>
    raw.map(([written, mark]) => {
      const inside = (mark & quotedMark) === 0 ? written : written.slice(1, -1);
      return (mark & doubledQuoteMark) === 0 ? inside : inside.replaceAll('""', '"');
    }),
  );
}

function lineEndsOf(text: string): readonly string[] | undefined {
  return scanAll(text)?.map(({ lineEnd }) => lineEnd);
}

type ScannedRow = {
  readonly raw: readonly (readonly [string, number])[];
  readonly lineEnd: string;
};

function scanAll(text: string): readonly ScannedRow[] | undefined {
  const bytes = utf8.encode(text);
  const scanner = new RowScanner();
  const rows: ScannedRow[] = [];
  for (let at = 0; at < bytes.length; at = scanner.next) {
    if (scanner.scan(bytes, at, bytes.length, true) !== "row") return undefined;
    const { count, starts, ends, marks, lineEnd } = scanner;
    const raw = Array.from({ length: count }, (_, column): readonly [string, number] => [
      Buffer.from(bytes.subarray(starts[column], ends[column])).toString("utf8"),
      marks[column] ?? 0,
    ]);
    rows.push({ raw, lineEnd });
  }
  return rows;
}
