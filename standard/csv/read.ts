/** What stands against the rules of CSV, where: rows and columns from 1. */
export type CsvProblem =
  /** A quote inside a value that does not begin with one, or text after a closing quote. Reading stopped here. */
  | { readonly type: "stray-quote"; readonly row: number; readonly column: number }
  /** A quoted value that never ends. Reading stopped here. */
  | { readonly type: "open-quote"; readonly row: number; readonly column: number }
  /** A row that ends with LF or CR alone; the first of `count`. */
  | {
      readonly type: "line-end";
      readonly row: number;
      readonly ending: "LF" | "CR";
      readonly count: number;
    }
  /** The last row ends without CRLF. */
  | { readonly type: "no-last-line-end"; readonly row: number };

/** A CSV text, read. */
export type CsvText = {
  /** The values of each row, without their quotes. Rows keep the number of values they came with. */
  readonly rows: readonly (readonly string[])[];
  /** For each column: first row and number of the values that stood in quotes, and of non-empty ones that did not. */
  readonly quoting: readonly (ColumnQuoting | undefined)[];
  readonly problems: readonly CsvProblem[];
};

/** How the values of one column were written. A row of 0 is none. */
export type ColumnQuoting = {
  quotedCount: number;
  firstQuoted: number;
  bareCount: number;
  firstBare: number;
};

const comma = 0x2c;
const quote = 0x22;
const cr = 0x0d;
const lf = 0x0a;
const end = -1;

/**
 * Reads CSV as the standard has it: commas, CRLF, values bare or in double quotes with `""` inside, where commas and
 * line breaks of any kind are kept. One pass. Rows that end with LF or CR are read and reported; a stray or open quote
 * ends the reading, for what follows it cannot be known. The row with it is left out.
 * @param firstRow from which the quoting of the columns is counted
 */
export function readCsv(text: string, firstRow = 1): CsvText {
  const reader = new Reader(text, firstRow);
  while (reader.readRow());
  return reader.result();
}

class Reader {
  readonly #text: string;
  readonly #firstRow: number;
  #at = 0;
  readonly #rows: string[][] = [];
  readonly #quoting: ColumnQuoting[] = [];
  readonly #problems: CsvProblem[] = [];
  readonly #lineEnds = { LF: { row: 0, count: 0 }, CR: { row: 0, count: 0 } };

  constructor(text: string, firstRow: number) {
    this.#text = text;
    this.#firstRow = firstRow;
  }

  /** Reads one row; false when there is none left or reading had to stop. */
  readRow(): boolean {
    if (this.#at >= this.#text.length) return false;
    const row: string[] = [];
    for (;;) {
      const column = row.length;
      const value = this.#unit() === quote ? this.#readQuoted(column) : this.#readBare(column);
      if (value === undefined) return false;
      row.push(value);
      if (this.#unit() !== comma) break;
      this.#at++;
    }
    this.#rows.push(row);
    this.#readLineEnd();
    return true;
  }

  result(): CsvText {
    for (const ending of ["LF", "CR"] as const) {
      const { row, count } = this.#lineEnds[ending];
      if (count > 0) this.#problems.push({ type: "line-end", row, ending, count });
    }
    return { rows: this.#rows, quoting: this.#quoting, problems: this.#problems };
  }

  #readQuoted(column: number): string | undefined {
    const open = this.#at;
    const close = closingQuote(this.#text, open + 1);
    if (close < 0) return this.#stop("open-quote", column);
    this.#at = close + 1;
    if (!isValueEnd(this.#unit())) return this.#stop("stray-quote", column);
    this.#countQuoted(column);
    const inside = this.#text.slice(open + 1, close);
    return inside.includes('"') ? inside.replaceAll('""', '"') : inside;
  }

  #readBare(column: number): string | undefined {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    let unit = this.#unit();
    while (!isValueEnd(unit) && unit !== quote) {
      at++;
      unit = at < text.length ? text.charCodeAt(at) : end;
    }
    if (unit === quote) return this.#stop("stray-quote", column);
    this.#at = at;
    if (at === start) return "";
    this.#countBare(column);
    return text.slice(start, at);
  }

  #readLineEnd(): void {
    const unit = this.#unit();
    const row = this.#rows.length;
    if (unit === end) {
      this.#problems.push({ type: "no-last-line-end", row });
      return;
    }
    this.#at++;
    if (unit === cr && this.#unit() === lf) {
      this.#at++;
      return;
    }
    const seen = this.#lineEnds[unit === lf ? "LF" : "CR"];
    if (seen.count++ === 0) seen.row = row;
  }

  #stop(type: "open-quote" | "stray-quote", column: number): undefined {
    this.#problems.push({ type, row: this.#rowNumber(), column: column + 1 });
  }

  #countQuoted(column: number): void {
    const row = this.#rowNumber();
    if (row < this.#firstRow) return;
    const seen = this.#quotingOf(column);
    if (seen.quotedCount++ === 0) seen.firstQuoted = row;
  }

  #countBare(column: number): void {
    const row = this.#rowNumber();
    if (row < this.#firstRow) return;
    const seen = this.#quotingOf(column);
    if (seen.bareCount++ === 0) seen.firstBare = row;
  }

  #quotingOf(column: number): ColumnQuoting {
    this.#quoting[column] ??= { quotedCount: 0, firstQuoted: 0, bareCount: 0, firstBare: 0 };
    return this.#quoting[column];
  }

  #rowNumber(): number {
    return this.#rows.length + 1;
  }

  #unit(): number {
    return this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) : end;
  }
}

function isValueEnd(unit: number): boolean {
  return unit === comma || unit === cr || unit === lf || unit === end;
}

/** Position of the quote that ends a value; `""` inside does not. -1 when there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}
