import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type DurableFile, makeFolderDurably, openDurably } from "../store/durable-file.ts";
import { WrongUse } from "./ask.ts";
import { attempt } from "./attempt.ts";

/**
 * Sees to it, before anything is written, that nothing will be written over.
 * @param places where files will go, as paths in the folder
 * @param force files that are there already may be replaced
 * @throws WrongUse
 */
export function refuseTaken(out: string, places: readonly string[], force: boolean): void {
  const taken = new Set<string>();
  for (const place of places) {
    const target = join(out, place);
    const same = target.toLowerCase();
    if (taken.has(same)) {
      throw new WrongUse(`同じところへ書き出すことになるファイルが二つあります: ${target}`);
    }
    if (!force && existsSync(target)) {
      throw new WrongUse(
        `すでにファイルがあるので、書き出しません: ${target} (置き換えてよければ --force)`,
      );
    }
    taken.add(same);
  }
}

/** Begins a file in a folder, which is there whole once it is finished. @throws WrongUse where it cannot be written */
export function openInto(out: string, place: string): DurableFile {
  const target = join(out, place);
  const sentence = `書けません: ${target}`;
  const file = attempt(sentence, () => {
    makeFolderDurably(dirname(target));
    return openDurably(target);
  });
  return {
    write: (chunk) => attempt(sentence, () => file.write(chunk)),
    finish: () => attempt(sentence, () => file.finish()),
    discard: () => file.discard(),
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
