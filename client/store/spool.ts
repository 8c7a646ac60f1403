import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  fsync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { limits } from "@tsunagi/contract";
import type { Source, Spool } from "@tsunagi/sealing";
import { makeFolderDurably, syncFolder } from "./durable-file.ts";

/** What is larger lies as a file in the spool; the rest in the database. As large as what goes to the centre at once. */
export const heldAtMost: number = limits.directBytes;

/** Small enough that what is under way of one file is hardly seen beside the program itself. */
const pieceBytes = 64 * 1024;

const syncFile = promisify(fsync);

/** A file of the spool that is on disk whole, as a record names it. */
export interface Spooled {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** A file that is being written. Either `finish` or `discard` must be called in the end. */
export interface SpoolFile extends Spool {
  /** Once this is done the file is on disk whole, under its name, and a record may name it. */
  finish(): Promise<Spooled>;
  /** Leaves nothing behind. */
  discard(): void;
}

/** `spool/` in the office's folder: large bytes of records, by name. What no record names is nothing. */
export interface SpoolFolder {
  /** Begins a file; one of the same name is replaced when it is finished. */
  begin(name: string): SpoolFile;
  read(file: Pick<Spooled, "name" | "size">): Source;
  path(name: string): string;
  remove(name: string): void;
  /** Removes every file whose name `keep` does not want. */
  sweep(keep: (name: string) => boolean): void;
}

export function openSpoolFolder(folder: string): SpoolFolder {
  const spool = join(folder, "spool");
  const path = (name: string): string => join(spool, name);
  makeFolderDurably(spool);
  return {
    path,
    begin: (name) => beginFile(path(name)),
    read: ({ name, size }) => fileSource(path(name), size),
    remove: (name) => rmSync(path(name), { force: true }),
    sweep(keep) {
      for (const name of readdirSync(spool)) if (!keep(name)) rmSync(path(name));
    },
  };

  function beginFile(place: string): SpoolFile {
    const unfinished = `${place}.part`;
    const file = openSync(unfinished, "w", 0o600);
    const hash = createHash("sha256");
    let size = 0;
    let open = true;
    return {
      get size() {
        return size;
      },
      write(bytes) {
        let written = 0;
        while (written < bytes.length) written += writeSync(file, bytes, written);
        hash.update(bytes);
        size += bytes.length;
      },
      read: (from, to) => readFilePart(unfinished, from, to),
      async finish() {
        try {
          await syncFile(file);
        } finally {
          open = false;
          closeSync(file);
        }
        renameSync(unfinished, place);
        syncFolder(spool);
        return { name: place.slice(spool.length + 1), size, sha256: hash.digest("hex") };
      },
      discard() {
        if (open) closeSync(file);
        rmSync(unfinished, { force: true });
      },
    };
  }
}

/** A file on disk as a source. */
export function fileSource(path: string, size: number): Source {
  return { size, read: (from, to) => readFilePart(path, from, to) };
}

async function* readFilePart(path: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  if (to <= from) return;
  yield* createReadStream(path, { start: from, end: to - 1, highWaterMark: pieceBytes });
}
