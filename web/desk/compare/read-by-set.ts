import {
  type LenientlyRead,
  readDocumentsLeniently,
  readFile,
  readFileName,
} from "@tsunagi/standard";

/** Reads files of several sets, each set by itself, so that each document has its own set time. */
export async function readDocumentsBySet(files: readonly File[]): Promise<LenientlyRead> {
  const sets = Map.groupBy(files, ({ name }) => setOf(name));
  const read = await Promise.all(
    Array.from(sets.values(), async (set) =>
      readDocumentsLeniently(
        await Promise.all(
          set.map(async (file) => readFile(file.name, new Uint8Array(await file.arrayBuffer()))),
        ),
      ),
    ),
  );
  return {
    documents: read.flatMap(({ documents }) => documents),
    unread: read.flatMap(({ unread }) => unread),
  };
}

/** Sender, receiver and set time of a file's name; the whole name where it does not tell. */
function setOf(name: string): string {
  const { fileName } = readFileName(name);
  return fileName === undefined
    ? name
    : JSON.stringify([fileName.time, fileName.sender, fileName.receiver]);
}
