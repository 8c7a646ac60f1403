import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const encodings = { br: promisify(brotliCompress), gz: promisify(gzip) } as const;

/** Text; pictures and fonts of the sites are few or compressed already. */
const worthIt = /\.(?:css|html|js|svg)$/;
/** Less goes in one packet anyway. */
const fewestBytes = 1024;

/** Puts beside each text of a built site what browsers take in its place, compressed once and for all (`.br`, `.gz`). */
export async function precompress(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!worthIt.test(name) || (await stat(path)).size < fewestBytes) continue;
    const bytes = await readFile(path);
    for (const [ending, compress] of Object.entries(encodings)) {
      await writeFile(`${path}.${ending}`, await compress(bytes));
    }
  }
}
