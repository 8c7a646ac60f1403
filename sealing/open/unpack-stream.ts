import { createHash } from "node:crypto";
import { SealingError } from "../errors.ts";
import { fileFolder, type Manifest, type ManifestFile, manifestName } from "../parcel/parcel.ts";
import type { Source } from "../source.ts";
import { type ArchiveEntry, readDirectory, readEntry } from "./archive.ts";
import { readManifest } from "./manifest.ts";

/** A parcel's archive with its manifest read, and its files still packed. */
export interface PackedParcel {
  readonly manifest: Manifest;
  /**
   * A file of the manifest, piece by piece. At its end it is held against the manifest: whoever writes it somewhere
   * keeps it only when no error came. Throws SealingError `parcel-invalid`.
   */
  read(this: void, file: ManifestFile): AsyncGenerator<Uint8Array>;
}

/**
 * Looks into a parcel's archive, as `unpackParcel` does: the names of the manifest, nothing missing, nothing more, no
 * more bytes than `limit`.
 *
 * @throws SealingError `parcel-invalid`, `too-large`
 */
export async function openParcel(archive: Source, limit: number): Promise<PackedParcel> {
  const entries = await readDirectory(archive, limit);
  const manifest = readManifest(await held(readEntry(archive, entryOf(entries, manifestName))));
  if (manifest.files.length + 1 !== entries.size) {
    throw new SealingError("parcel-invalid", "files that the manifest does not name");
  }
  for (const { name, size } of manifest.files) {
    if (entryOf(entries, fileFolder + name).size !== size) differs();
  }
  return {
    manifest,
    async *read({ name, size, sha256 }) {
      const hash = createHash("sha256");
      let read = 0;
      for await (const piece of readEntry(archive, entryOf(entries, fileFolder + name))) {
        hash.update(piece);
        read += piece.length;
        yield piece;
      }
      if (read !== size || hash.digest("hex") !== sha256) differs();
    },
  };
}

async function held(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

function entryOf(entries: ReadonlyMap<string, ArchiveEntry>, name: string): ArchiveEntry {
  const entry = entries.get(name);
  if (!entry) throw new SealingError("parcel-invalid", "a file of the manifest is missing");
  return entry;
}

function differs(): never {
  throw new SealingError("parcel-invalid", "a file differs from the manifest");
}
