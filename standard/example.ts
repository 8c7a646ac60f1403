import {
  checkFiles,
  describeDocument,
  type GivenFile,
  hasErrors,
  mendFile,
  readDocuments,
  readFile,
  writeDocuments,
} from "@tsunagi/standard";

/** Checks the files of a folder and tells what could be sent to whom. Reads each file once, piece by piece. */
export async function describeFolder(given: readonly GivenFile[]): Promise<readonly string[]> {
  const { files, sets } = await checkFiles(given);
  const problems = files.flatMap(({ path, findings }) =>
    findings.map(({ row, field, message }) => `${path} ${row ?? ""}.${field ?? ""}: ${message}`),
  );
  const ready = sets.map(({ kind, receiver, month, files: inSet, findings }) => {
    const isReady = ![...inSet, { findings }].some(hasErrors);
    return `${kind} ${month ?? ""} to ${receiver.office}: ${isReady ? "ready" : "not ready"}`;
  });
  return [...problems, ...ready];
}

/** Puts right what is certain to be put right; says what was done, and what is left for a person. */
export function mend(name: string, bytes: Uint8Array): readonly string[] {
  const { name: now, done, left } = mendFile(name, bytes);
  return [now, ...done.map(({ message }) => message), ...left.findings.map((one) => one.message)];
}

/** Reads the files of one set as the document they are, in words, and writes them again: the same bytes. */
export function readSet(files: ReadonlyMap<string, Uint8Array>): {
  readonly words: readonly string[];
  readonly again: ReadonlyMap<string, Uint8Array>;
} {
  const document = readDocuments(Array.from(files, ([name, bytes]) => readFile(name, bytes)));
  const written = writeDocuments(document);
  return {
    words: describeDocument(document),
    again: new Map(written.map(({ name, bytes }) => [name, bytes])),
  };
}
