import { existsSync, renameSync, rmSync } from "node:fs";
import { CenterError } from "../../errors.ts";
import { drawLetters, type LetterHead, type LetterSheet } from "./draw-letters.ts";

/** Where letters are written that nobody can write again: their passwords are known to nobody else. */
export interface LetterFile {
  /** Writes them to disk, beside the file: what they say is not issued yet. */
  readonly prepare: (letters: readonly LetterSheet[]) => Promise<void>;
  /** What they say is issued: the file gets its name. */
  readonly finish: () => void;
  /** Nothing was issued. */
  readonly discard: () => void;
}

/** @throws CenterError `letters-exist`: letters are not written over */
export function openLetterFile(file: string, head: LetterHead): LetterFile {
  const part = `${file}.part`;
  for (const one of [file, part]) {
    if (existsSync(one)) throw new CenterError("letters-exist", one);
  }
  return {
    prepare: (letters) => drawLetters(part, letters, head),
    finish: () => {
      if (existsSync(part)) renameSync(part, file);
    },
    discard: () => rmSync(part, { force: true }),
  };
}
