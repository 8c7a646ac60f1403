import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { signDetached } from "@tsunagi/sealing";
import type { Context } from "../context.ts";

/** A file that offices may take, as the centre has read and signed it. */
export interface ProductFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  readonly signedAt: Date;
  /** CMS, detached. */
  readonly signature: Uint8Array;
}

/** The files of the product that the operator has put into a folder. */
export interface ProductFiles {
  /** All of them, by name. A file is read and signed when it is new or has changed. */
  list(): Promise<readonly ProductFile[]>;
  find(name: string): Promise<ProductFile | undefined>;
}

/** What an address, a command line and every file system take as it is; others in the folder are not offered. */
const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/;

interface Read extends ProductFile {
  readonly changedAt: number;
  /** PEM of the centre's certificate; a new one signs anew. */
  readonly signedBy: string;
}

/** @param folder where the operator puts files; a folder that is not there holds none */
export function openProductFiles(
  folder: string,
  { keys, clock }: Pick<Context, "keys" | "clock">,
): ProductFiles {
  const known = new Map<string, Promise<Read>>();

  return { list, find: async (name) => (await list()).find((file) => file.name === name) };

  async function list(): Promise<readonly ProductFile[]> {
    const names = (await namesIn(folder)).filter((name) => plainName.test(name)).sort();
    for (const name of known.keys()) if (!names.includes(name)) known.delete(name);
    const files = await Promise.all(names.map(current));
    return files.filter((file) => file !== undefined);
  }

  async function current(name: string): Promise<Read | undefined> {
    const path = join(folder, name);
    const now = await stat(path).catch(() => undefined);
    if (!now?.isFile()) return undefined;
    const before = await known.get(name)?.catch(() => undefined);
    const same = before?.size === now.size && before.changedAt === now.mtimeMs;
    if (same && before.signedBy === keys.signer().certificate) return before;
    const reading = readAndSign(name, path, now.mtimeMs);
    known.set(name, reading);
    return reading;
  }

  async function readAndSign(name: string, path: string, changedAt: number): Promise<Read> {
    const hash = createHash("sha256");
    let size = 0;
    await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
      }
    });
    const digest = hash.digest();
    const signedAt = clock();
    const signer = keys.signer();
    const signature = signDetached(digest, signer, signedAt);
    const signedBy = signer.certificate;
    const sha256 = digest.toString("hex");
    return { name, path, size, sha256, signedAt, signature, changedAt, signedBy };
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
