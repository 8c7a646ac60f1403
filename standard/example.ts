import {
  checkFile,
  groupIntoSets,
  hasErrors,
  readFile,
  readRecords,
  writeFile,
} from "@tsunagi/standard";

/** Checks the files of a folder and tells what could be sent to whom. */
export function describeFolder(files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const checked = Array.from(files, ([name, bytes]) => checkFile(name, bytes));
  const problems = checked.flatMap(({ findings }) =>
    findings.map(({ file, row, message }) => `${file} ${row ?? ""}: ${message}`),
  );
  const sets = groupIntoSets(checked).map(({ kind, receiver, month, files: inSet, findings }) => {
    const ready = ![...inSet, { findings }].some(hasErrors);
    return `${kind} ${month ?? ""} to ${receiver.office}: ${ready ? "ready" : "not ready"}`;
  });
  return [...problems, ...sets];
}

/** Adds up the units of a plan of use, and writes the plan anew: the same bytes. */
export function unitsOfPlan(name: string, bytes: Uint8Array): [units: number, again: Uint8Array] {
  const visits = readRecords("UPPLAN", readFile(name, bytes));
  const units = visits.reduce((sum, visit) => sum + visit.units * visit.count, 0);
  return [units, writeFile("UPPLAN", visits)];
}
