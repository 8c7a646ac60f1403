import { closeSync, fsync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Source } from "@tsunagi/sealing";
import { syncFolder } from "./durable-file.ts";
import { fileSource } from "./spool.ts";

const syncFile = promisify(fsync);

/** A file that grows over breaks and restarts. What a power cut spoils of it has to be found by whoever reads it. */
export interface GrowingFile extends Source {
  append(bytes: Uint8Array): void;
  /** Begins anew. */
  clear(): void;
  /** Once this is done the file is on disk whole, under its new path. */
  finish(path: string): Promise<void>;
}

export function openGrowingFile(path: string): GrowingFile {
  let size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    get size() {
      return size;
    },
    read: (from, to) => fileSource(path, size).read(from, to),
    append(bytes) {
      const file = openSync(path, "a", 0o600);
      try {
        let written = 0;
        while (written < bytes.length) written += writeSync(file, bytes, written);
      } finally {
        closeSync(file);
        size = statSync(path).size;
      }
    },
    clear() {
      rmSync(path, { force: true });
      size = 0;
    },
    async finish(finished) {
      const file = openSync(path, "r+");
      try {
        await syncFile(file);
      } finally {
        closeSync(file);
      }
      renameSync(path, finished);
      syncFolder(dirname(finished));
    },
  };
}
