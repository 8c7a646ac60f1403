import { readFile } from "../check/check-file.ts";
import { hasErrors, type ReadFile } from "../check/checked-file.ts";
import { FileCheck } from "../check/file-check.ts";
import { listedFindings } from "../check/findings.ts";
import { compareSides, isSame as isSameMonth } from "../compare/comparison.ts";
import { describeComparison } from "../compare/describe-comparison.ts";
import { takeSide } from "../compare/side.ts";
import { readDocumentsLeniently } from "../documents/read-documents.ts";
import { rowsOf } from "../layout/layouts.ts";
import { mendFile } from "../mend/mend-file.ts";
import { readRecords } from "../records/read-records.ts";
import { writeRows } from "../records/write-rows.ts";
import { checkFiles } from "../report/check-files.ts";
import { companionsOf, type GivenBytes, widestKind } from "./given-bytes.ts";

/**
 * What holds for any file at all. Nothing here may throw but for a broken promise:
 * - findings are bounded, say something, and lie inside the file
 * - the size of the pieces in which a file comes changes nothing
 * - a file without errors can be read as records; one without findings is written again as the same bytes
 * - the sets that it forms with others can be checked
 * - what can be read of it as documents can be compared, with itself without a difference
 * - mending leaves a conforming file as it is, and what is mended needs no mending again
 */
export async function keepsPromises(given: GivenBytes): Promise<void> {
  const file = readFile(given.name, given.bytes);
  findingsAreInside(file);
  piecesDoNotMatter(given, file);
  goodFilesAreRead(file, given.bytes);
  documentsAreCompared(file);
  mendsAreFinal(given, file);
  await setsAreChecked(given);
}

/** The longest sentence a finding may be, whatever the file quotes. */
const longestMessage = 2000;

function findingsAreInside({ kind, findings, rows, errors, warnings }: ReadFile): void {
  const width = kind === undefined ? 0 : rowsOf(kind).length;
  promise(findings.length <= listedFindings + 20 * widestKind, "findings are bounded");
  for (const { row, field, message } of findings) {
    promise(
      message.length > 0 && message.length < longestMessage,
      "messages say something, in short",
    );
    promise(row === undefined || (row >= 1 && row <= rows.length + 1), "rows are of the file");
    promise(field === undefined || (field >= 1 && field <= width), "fields are of the kind");
  }
  const isWhole = !findings.some(({ code }) => code === "findings-omitted");
  const listedErrors = findings.filter(({ severity }) => severity === "error").length;
  promise(!isWhole || errors === listedErrors, "errors are counted");
  promise(!isWhole || errors + warnings === findings.length, "findings are counted");
}

function piecesDoNotMatter(
  { name, bytes, pieces }: GivenBytes,
  { rows, ...whole }: ReadFile,
): void {
  const taken: (readonly string[])[] = [];
  const check = new FileCheck(name, (row) => taken.push(row));
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = pieces[turn % pieces.length] ?? 1;
    check.push(bytes.slice(at, at + size));
    at += size;
  }
  promise(written(check.end()) === written(whole), "pieces give the same findings");
  promise(written(taken) === written(rows), "pieces give the same rows");
}

function goodFilesAreRead(file: ReadFile, bytes: Uint8Array): void {
  if (file.kind === undefined || hasErrors(file)) return;
  promise(readRecords(file.kind, file).length === file.rows.length, "every row is a record");
  if (file.findings.length > 0) return;
  const again = writeRows(file.kind, file.rows);
  promise(written(readFile(file.name, again).rows) === written(file.rows), "rows are written");
  // Empty text may stand in quotes; it is written without.
  promise(hasPairOfQuotes(bytes) || isSame(again, bytes), "conforming bytes are written");
}

function documentsAreCompared(file: ReadFile): void {
  const { documents } = readDocumentsLeniently([file]);
  const [plans, results] = [takeSide("plan", documents), takeSide("results", documents)];
  promise(isSameMonth(compareSides(plans, plans)), "a plan is the same as itself");
  promise(isSameMonth(compareSides(results, results)), "results are the same as themselves");
  describeComparison(compareSides(plans, results));
}

function mendsAreFinal({ name, bytes }: GivenBytes, file: ReadFile): void {
  const mended = mendFile(name, bytes);
  const again = mendFile(mended.name, mended.bytes);
  // A file of two encodings, or with a byte-order mark inside, may pass for another one when a part of it has gone.
  const isTakenOtherwise = mended.left.findings.some(({ rule }) => rule.startsWith("utf-"));
  promise(isTakenOtherwise || isSame(again.bytes, mended.bytes), "mending is done at once");
  promise(file.findings.length > 0 || isSame(mended.bytes, bytes), "conforming files stay");
}

async function setsAreChecked(given: GivenBytes): Promise<void> {
  const together = [given, ...companionsOf(given.name)];
  const { files, sets } = await checkFiles(
    together.map(({ name, bytes }, at) => ({
      path: String(at),
      name,
      size: bytes.length,
      read: () => [bytes],
    })),
  );
  promise(files.length === together.length, "every file is reported");
  const findings = sets.flatMap((set) => set.findings);
  promise(findings.length < listedFindings, "findings of sets are bounded");
  promise(
    findings.every(({ message }) => message.length > 0 && message.length < longestMessage),
    "messages of sets say something, in short",
  );
}

/** A broken promise, with its name. */
export class BrokenPromise extends Error {
  override readonly name = "BrokenPromise";
}

function promise(holds: boolean, what: string): void {
  if (!holds) throw new BrokenPromise(what);
}

/** Everything that is known, as text: maps and sets too. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Map || part instanceof Set ? [...part] : part,
  );
}

function hasPairOfQuotes(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte === 0x22 && bytes[at + 1] === 0x22);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
