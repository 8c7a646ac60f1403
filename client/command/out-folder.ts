import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { makeFolderDurably, writeDurably } from "../store/durable-file.ts";
import { WrongUse } from "./ask.ts";

/** A folder that a command writes files into, with subfolders. Made when there is none. */
export interface OutFolder {
  readonly path: string;
  /**
   * Writes a file so that it is there whole or not at all.
   * @param place its path in the folder
   * @returns its path
   * @throws WrongUse where a file is there already, unless it was said that it may be replaced; and always where this
   * run wrote it
   */
  write(place: string, bytes: Uint8Array): string;
}

interface OutFolderOptions {
  /** Existing files may be replaced. */
  readonly force: boolean;
}

export function openOutFolder(path: string, { force }: OutFolderOptions): OutFolder {
  if (existsSync(path) && !statSync(path).isDirectory()) {
    throw new WrongUse(`フォルダーではありません: ${path}`);
  }
  const written = new Set<string>();
  return {
    path,
    write(place, bytes) {
      const target = join(path, place);
      const same = resolve(target).toLowerCase();
      if (written.has(same)) {
        throw new WrongUse(`同じところへ書き出すファイルが二つあります: ${target}`);
      }
      if (!force && existsSync(target)) {
        throw new WrongUse(
          `すでにファイルがあるので、書き出すのをやめました: ${target} (置き換えてよければ --force)`,
        );
      }
      makeFolderDurably(dirname(target));
      writeDurably(target, bytes);
      written.add(same);
      return target;
    },
  };
}

/** @throws WrongUse when something that was given lies in the folder that is written into */
export function refuseInput(out: string, paths: readonly string[]): void {
  const own = realPath(out);
  const inside = paths.find((path) => isWithin(own, realPath(path)));
  if (inside === undefined) return;
  throw new WrongUse(
    `もとのファイルは書き換えません。--out には、${inside} と別のフォルダーを指定してください。`,
  );
}

/** @throws WrongUse when there is anything in the folder */
export function refuseFilled(path: string): void {
  if (!existsSync(path) || !statSync(path).isDirectory() || readdirSync(path).length === 0) return;
  throw new WrongUse(`空でないフォルダーには書き出しません: ${path} (書き足してよければ --force)`);
}

/** Whether a path is a folder or lies in it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path without links, as far as it exists. */
export function realPath(path: string): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  return join(realPath(dirname(absolute)), relative(dirname(absolute), absolute));
}
