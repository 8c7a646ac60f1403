import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { classifyName, type GivenFile } from "@tsunagi/standard";
import { WrongUse } from "./ask.ts";

/** What files were found where a command was told to look. */
export interface FoundFiles {
  /** In the order of the paths given, folders in the order of the names in them. */
  readonly files: readonly FoundFile[];
  /** How many files and folders were skipped because the system or a program hides them there. */
  readonly hidden: number;
}

export type FoundFile = GivenFile & {
  /**
   * - `standard`: meant to be of the standard, by its name
   * - `attachment`: a PDF or picture, which may travel with a set
   * - `other`: lay in a folder, and does not look like either
   */
  readonly role: "standard" | "attachment" | "other";
};

/**
 * The files that paths lead to, those in folders and the folders in them included, each once. Of links in folders only
 * those to files are followed.
 * @throws WrongUse where a path leads nowhere or cannot be read
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const files = new Map<string, FoundFile>();
  let hidden = 0;

  function take(path: string, inFolder: boolean): void {
    const { size } = statOf(path);
    const name = basename(path);
    const role = roleOf(name, inFolder);
    files.set(resolve(path), { path, name, size, role, read: () => chunksOf(path, size) });
  }

  function walk(folder: string): void {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (isHidden(entry.name)) hidden++;
      else if (entry.isDirectory()) walk(path);
      else if (leadsToFile(entry, path) && !files.has(resolve(path))) take(path, true);
    }
  }

  for (const path of paths) {
    const stat = statOf(path);
    if (stat.isDirectory()) walk(path);
    else if (stat.isFile()) take(path, false);
    else throw new WrongUse(`ファイルでもフォルダーでもありません: ${path}`);
  }
  return { files: [...files.values()], hidden };
}

/** Bytes of a chunk. */
const chunkSize = 1024 * 1024;

/** Synchronous on purpose: over thousands of small files several times as fast as streams. */
function* chunksOf(path: string, size: number): Generator<Uint8Array> {
  const file = attempt(path, () => openSync(path, "r"));
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.min(size + 1, chunkSize));
      const length = attempt(path, () => readSync(file, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** A file that was named itself is meant, whatever it is called. */
function roleOf(name: string, inFolder: boolean): FoundFile["role"] {
  const { type } = classifyName(name);
  if (type === "attachment") return "attachment";
  return type === "unknown" && inFolder && !looksMeant(name) ? "other" : "standard";
}

/** Whether somebody may have meant a file of the standard, whose name then is wrong. */
function looksMeant(name: string): boolean {
  return /\.csv$|^(up|dlt)[0-9a-z]+_/i.test(name);
}

/** Files that systems hide, or leave in folders by themselves. */
function isHidden(name: string): boolean {
  return name.startsWith(".") || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}

function leadsToFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && isFile(path));
}

function isFile(path: string): boolean {
  return attempt(path, () => statSync(path, { throwIfNoEntry: false }))?.isFile() === true;
}

function statOf(path: string): Stats {
  const stat = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  if (stat === undefined) throw new WrongUse(`見つかりません: ${path}`);
  return stat;
}

function entriesOf(folder: string): Dirent[] {
  const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new WrongUse(`読めません: ${path}`, { cause });
  }
}
