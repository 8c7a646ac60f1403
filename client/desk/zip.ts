import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { FileContent } from "../file-content.ts";
import { heldAtMost } from "../store/spool.ts";

/** A ZIP archive, piece by piece. What is large is stored as it is: most of it is sealed, or pictures. */
export async function* zip(
  files: readonly (FileContent & { readonly name: string })[],
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { name, size, read } of files) {
    const entry = size > heldAtMost ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    archive.add(entry);
    for await (const piece of read()) {
      entry.push(piece);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}
