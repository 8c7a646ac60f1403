import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { classifyName, type GivenFile, readFileName } from "@tsunagi/standard";
import { WrongUse } from "./ask.ts";
import { attempt } from "./attempt.ts";

/** What files were found where a command was told to look. */
export interface FoundFiles {
  /** In the order of the paths given, folders in the order of the names in them. */
  readonly files: readonly FoundFile[];
  /** How many files and folders were skipped because the system or a program hides them there. */
  readonly hidden: number;
}

export interface FoundFile extends GivenFile {
  /** Its bytes piece by piece. @throws WrongUse where it cannot be read */
  read(): Iterable<Uint8Array>;
  /** Its path in the folder that was given; its name where it was given itself. */
  readonly place: string;
  /**
   * - `standard`: meant to be of the standard, by its name
   * - `attachment`: a PDF or picture, which may travel with a set
   * - `other`: lay in a folder, and does not look like either
   */
  readonly role: "standard" | "attachment" | "other";
}

/**
 * The files that paths lead to, those in folders and the folders in them included, each once. Of links in folders only
 * those to files are followed.
 * @throws WrongUse where a path leads nowhere or cannot be read
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const files = new Map<string, FoundFile>();
  let hidden = 0;

  function take(path: string, given?: string): void {
    const place = given === undefined ? basename(path) : relative(given, path);
    files.set(resolve(path), fileAt(path, place, roleOf(basename(path), given !== undefined)));
  }

  function walk(folder: string, given: string): void {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (isHidden(entry.name)) hidden++;
      else if (entry.isDirectory()) walk(path, given);
      else if (leadsToFile(entry, path) && !files.has(resolve(path))) take(path, given);
    }
  }

  for (const path of paths) {
    const stat = statOf(path);
    if (stat.isDirectory()) walk(path, path);
    else if (stat.isFile()) take(path);
    else throw new WrongUse(`ファイルでもフォルダーでもありません: ${path}`);
  }
  return { files: [...files.values()], hidden };
}

/** A file as it stands on disk now. @throws WrongUse */
export function fileAt(path: string, place: string, role: FoundFile["role"]): FoundFile {
  const { size } = statOf(path);
  return { path, place, name: basename(path), size, role, read: () => chunksOf(path, size) };
}

/** All bytes of a file. @throws WrongUse where it cannot be read */
export function bytesOf({ path }: Pick<FoundFile, "path">): Uint8Array {
  return attempt(`読めません: ${path}`, () => readFileSync(path));
}

/** Bytes of a chunk. */
const chunkSize = 1024 * 1024;

/** Synchronous on purpose: over thousands of small files several times as fast as streams. */
function* chunksOf(path: string, size: number): Generator<Uint8Array> {
  const file = attempt(`読めません: ${path}`, () => openSync(path, "r"));
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.min(size + 1, chunkSize));
      const length = attempt(`読めません: ${path}`, () => readSync(file, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** A file that was given itself is meant, whatever it is called; so is every CSV file. */
function roleOf(name: string, inFolder: boolean): FoundFile["role"] {
  if (classifyName(name).type === "attachment") return "attachment";
  const meant = readFileName(name).kind !== undefined || /\.csv$/i.test(name) || !inFolder;
  return meant ? "standard" : "other";
}

/** Files that systems hide, or leave in folders by themselves. */
function isHidden(name: string): boolean {
  return name.startsWith(".") || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}

function leadsToFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && isFile(path));
}

function isFile(path: string): boolean {
  return (
    attempt(`読めません: ${path}`, () => statSync(path, { throwIfNoEntry: false }))?.isFile() ===
    true
  );
}

function statOf(path: string): Stats {
  const stat = attempt(`読めません: ${path}`, () => statSync(path, { throwIfNoEntry: false }));
  if (stat === undefined) throw new WrongUse(`見つかりません: ${path}`);
  return stat;
}

function entriesOf(folder: string): Dirent[] {
  const entries = attempt(`読めません: ${folder}`, () =>
    readdirSync(folder, { withFileTypes: true }),
  );
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
