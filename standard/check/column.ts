import { controlMark, doubledQuoteMark, nonAsciiMark, quotedMark } from "../csv/row-scanner.ts";
import type { FieldRow } from "../layout/field.ts";
import type { MarkedText } from "../ms932/text-marks.ts";
import { type Problem, problem } from "../rules/problem.ts";
import type { RuleName } from "../rules/rules.ts";
import { characterProblems, findControl, lostMarks } from "./characters.ts";
import { explain } from "./typing.ts";
import { type ValueCheck, valueCheck } from "./value.ts";
import { longestPlain, type ValueReader } from "./value-reader.ts";

/** One column of a file as its rows go by: the value of the row at hand, and what is wrong with it. */
export class Column {
  readonly field: FieldRow;
  value = "";
  problems: readonly Problem[] = none;
  /** Whether a value that is not free text has an error. */
  isUnsound = false;
  /** Whether the value is in quotes and should not be, or the other way round. */
  isOddlyQuoted = false;
  /** Whether a value so far had a character that MS932 does not have, and not for certain another. */
  lacksCharacters = false;
  /** Whether there is anything to say of the value. */
  isRemarkable = false;
  /** In how many rows it is oddly quoted, and in which first. */
  oddlyQuoted = 0;
  firstOddlyQuoted = 0;
  readonly isText: boolean;
  readonly #check: ValueCheck;

  constructor(field: FieldRow) {
    this.field = field;
    this.isText = field[5] === "text";
    this.#check = valueCheck(field);
  }

  /**
   * Takes the value of the next row, unless it is the same as before.
   * @param marks what the scanner found in its bytes
   */
  read(reader: ValueReader, bytes: Uint8Array, start: number, end: number, marks: number): void {
    const isQuoted = (marks & quotedMark) !== 0;
    this.isOddlyQuoted = this.isText ? !isQuoted && end > start : isQuoted;
    if (end - start <= longestPlain && (marks & unplainMarks) === 0) {
      this.value = isQuoted ? reader.readPlain(start + 1, end - 1) : reader.readPlain(start, end);
      const found = this.#check(this.value);
      this.#note(found === undefined ? none : [this.#explained(found)]);
      return;
    }
    const marked = reader.read(bytes, start, end, marks);
    this.value = marked.text;
    const problems = this.#problemsOf(marked, (marks & controlMark) !== 0, () =>
      reader.isMs932 ? bytes.subarray(start, end) : undefined,
    );
    this.#note(problems);
  }

  #problemsOf(
    marked: MarkedText,
    mayHaveControl: boolean,
    raw: () => Uint8Array | undefined,
  ): readonly Problem[] {
    const problems = marked.marks === 0 ? [] : [...characterProblems(this.field, marked, raw())];
    const control = mayHaveControl ? findControl(marked.text) : undefined;
    if (control !== undefined) problems.push(problem("control-character", { byte: control }));
    if ((marked.marks & lostMarks) !== 0) return problems;
    const found = this.#check(marked.text);
    if (found !== undefined) problems.push(this.#explained(found));
    return problems;
  }

  #explained(found: Problem): Problem {
    return explain(this.field, this.value, this.#check, found);
  }

  #note(problems: readonly Problem[]): void {
    this.problems = problems;
    this.isRemarkable = problems.length > 0 || this.isOddlyQuoted;
    this.isUnsound = !this.isText && problems.some(({ severity }) => severity === "error");
    this.lacksCharacters ||= problems.some(isLackOfCharacters);
  }
}

function isLackOfCharacters({ rule, mend }: Problem): boolean {
  return lacks.has(rule) && !mend?.certain;
}

const lacks: ReadonlySet<RuleName> = new Set([
  "unmappable-character",
  "user-defined-character",
  "unreadable-bytes",
]);

const none: readonly Problem[] = [];

const unplainMarks: number = nonAsciiMark | controlMark | doubledQuoteMark;
