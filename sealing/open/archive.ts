import { createInflateRaw } from "node:zlib";
import { SealingError } from "../errors.ts";
import { through } from "../parcel/pack-stream.ts";
import { mostFiles } from "../parcel/parcel.ts";
import { readBytes, type Source } from "../source.ts";
import { createAdmission } from "./admit.ts";

/** An entry of a ZIP archive, by its directory (APPNOTE 6.3.10, 4.3.12). */
export interface ArchiveEntry {
  /** Bytes, as the directory declares. */
  readonly size: number;
  readonly packedSize: number;
  readonly deflated: boolean;
  /** Of its local header. */
  readonly offset: number;
}

/** Lengths of the fixed parts, and what each begins with. */
const endRecord = { length: 22, mark: 0x0605_4b50 };
const directoryRecord = { length: 46, mark: 0x0201_4b50 };
const localHeader = { length: 30, mark: 0x0403_4b50 };
const longestComment = 0xffff;
/** A thousand names of 200 bytes with all that zip adds are a third of it. */
const largestDirectory = 1024 ** 2;
const deflate = 8;

/**
 * Reads the directory of an archive. Nothing is inflated; entries beyond what a parcel may hold are refused.
 *
 * @throws SealingError `parcel-invalid`, `too-large`
 */
export async function readDirectory(
  archive: Source,
  limit: number,
): Promise<Map<string, ArchiveEntry>> {
  const { count, from, to } = await findDirectory(archive);
  if (count > mostFiles + 1) throw new SealingError("too-large", `${count} entries`);
  if (to - from > largestDirectory) throw new SealingError("too-large", "directory");
  const bytes = Buffer.from(await readBytes(archive, from, to));
  const admit = createAdmission(limit);
  const entries = new Map<string, ArchiveEntry>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    requireMark(bytes, at, directoryRecord);
    const nameEnd = at + directoryRecord.length + bytes.readUInt16LE(at + 28);
    const end = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (end > bytes.length) invalid("directory");
    const inUtf8 = (bytes.readUInt16LE(at + 8) & 0x800) !== 0;
    const name = bytes.toString(inUtf8 ? "utf8" : "latin1", at + directoryRecord.length, nameEnd);
    const method = bytes.readUInt16LE(at + 10);
    if (method !== 0 && method !== deflate) invalid("method of compression");
    const entry: ArchiveEntry = {
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      deflated: method === deflate,
      offset: bytes.readUInt32LE(at + 42),
    };
    admit(name, entry.size);
    entries.set(name, entry);
    at = end;
  }
  return entries;
}

async function findDirectory(
  archive: Source,
): Promise<{ count: number; from: number; to: number }> {
  const start = Math.max(0, archive.size - endRecord.length - longestComment);
  const bytes = Buffer.from(await readBytes(archive, start, archive.size));
  for (let at = bytes.length - endRecord.length; at >= 0; at--) {
    if (bytes.readUInt32LE(at) !== endRecord.mark) continue;
    const from = bytes.readUInt32LE(at + 16);
    const to = from + bytes.readUInt32LE(at + 12);
    if (to > start + at) invalid("place of the directory");
    return { count: bytes.readUInt16LE(at + 10), from, to };
  }
  return invalid("not an archive");
}

/**
 * The bytes of an entry as they were packed, never more of them than the directory declares.
 *
 * @throws SealingError `parcel-invalid`, before or while they are read
 */
export async function* readEntry(
  archive: Source,
  { offset, packedSize, size, deflated }: ArchiveEntry,
): AsyncGenerator<Uint8Array> {
  const header = Buffer.from(
    await readBytes(archive, offset, Math.min(offset + localHeader.length, archive.size)),
  );
  requireMark(header, 0, localHeader);
  const from = offset + localHeader.length + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (from + packedSize > archive.size) invalid("an entry ends beyond the archive");
  const packed = archive.read(from, from + packedSize);
  let left = size;
  for await (const piece of deflated ? inflated(packed) : packed) {
    left -= piece.length;
    if (left < 0) invalid("an entry is larger than declared");
    yield piece;
  }
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* through(packed, createInflateRaw());
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    throw new SealingError("parcel-invalid", "an entry cannot be inflated", { cause });
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (String(error.code).startsWith("Z_") || error.code === "ERR_STREAM_PREMATURE_CLOSE");

function requireMark(bytes: Buffer, at: number, part: { length: number; mark: number }): void {
  if (at + part.length > bytes.length || bytes.readUInt32LE(at) !== part.mark) invalid("archive");
}

function invalid(what: string): never {
  throw new SealingError("parcel-invalid", what);
}
