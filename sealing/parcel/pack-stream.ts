import { createHash } from "node:crypto";
import { pipeline, Readable, type Transform } from "node:stream";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { SealingError } from "../errors.ts";
import type { Sink } from "../source.ts";
import { entryAttributes, entryTime, level, manifestBytes, onUnix } from "./pack.ts";
import { fileFolder, type LargeFile, type LargeParcel, manifestName } from "./parcel.ts";

/** The archive as it was written. */
export interface Packed {
  readonly size: number;
  /** SHA-256. */
  readonly digest: Uint8Array;
}

/**
 * Packs a parcel whose files are not held. Each is read once; so the manifest, which holds their digests, stands last
 * in the archive. What does not shrink is stored as it is.
 *
 * @throws SealingError `parcel-invalid` when a file has another size than was said
 */
export async function packInto(sink: Sink, parcel: LargeParcel): Promise<Packed> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const hash = createHash("sha256");
  let size = 0;
  const drain = async (): Promise<void> => {
    for (const chunk of ready.splice(0)) {
      hash.update(chunk);
      size += chunk.length;
      await sink.write(chunk);
    }
  };

  const files: (LargeFile & { readonly sha256: string })[] = [];
  for (const file of parcel.files) {
    const sha256 = await addEntry(archive, fileFolder + file.name, file, drain);
    files.push({ ...file, sha256 });
  }
  const manifest = manifestBytes({ ...parcel, files });
  await addEntry(archive, manifestName, heldFile(manifest), drain);
  archive.end();
  await drain();
  return { size, digest: hash.digest() };
}

function heldFile(bytes: Uint8Array): Pick<LargeFile, "size" | "read"> {
  return {
    size: bytes.length,
    async *read() {
      yield bytes;
    },
  };
}

/** @returns SHA-256 of the file, lower-case hexadecimal */
async function addEntry(
  archive: Zip,
  name: string,
  file: Pick<LargeFile, "size" | "read">,
  drain: () => Promise<void>,
): Promise<string> {
  const hash = createHash("sha256");
  const { first, all } = await peek(file.read());
  const compression = shrinks(first) ? 8 : 0;
  const entry: ZipInputFile = {
    filename: name,
    size: 0,
    crc: 0,
    compression,
    mtime: entryTime,
    os: onUnix,
    attrs: entryAttributes,
  };
  archive.add(entry);

  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const piece of all) {
      hash.update(piece);
      entry.crc = crc32(piece, entry.crc);
      entry.size += piece.length;
      yield piece;
    }
  }
  const packed = compression === 8 ? through(measured(), createDeflateRaw({ level })) : measured();
  for await (const piece of packed) {
    // fflate hands it on unread, whatever memory it lies in.
    entry.ondata?.(null, piece as Uint8Array<ArrayBuffer>, false);
    await drain();
  }
  if (entry.size !== file.size) {
    throw new SealingError("parcel-invalid", "a file has another size than was said");
  }
  entry.ondata?.(null, new Uint8Array(0), true);
  await drain();
  return hash.digest("hex");
}

async function peek(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ first: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const rest = pieces[Symbol.asyncIterator]();
  const beginning = await rest.next();
  const first: Uint8Array = beginning.done === true ? new Uint8Array(0) : beginning.value;
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first.length > 0) yield first;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  return { first, all: all() };
}

/** Judged by the beginning: pictures and PDFs only cost time. */
function shrinks(first: Uint8Array): boolean {
  const sample = first.subarray(0, 64 * 1024);
  return deflateRawSync(sample, { level }).length < 0.95 * sample.length;
}

/** The pieces as they come out of a transform; what breaks on either side ends both. */
export async function* through(
  pieces: AsyncIterable<Uint8Array>,
  transform: Transform,
): AsyncGenerator<Uint8Array> {
  // The error arrives by the transform, which is destroyed with it.
  pipeline(Readable.from(pieces, { objectMode: false }), transform, () => undefined);
  yield* transform;
}
