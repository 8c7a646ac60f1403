import { checkFile } from "../check/check-file.ts";
import type { CheckedFile } from "../check/checked-file.ts";
import { FileMend, type Mended } from "./file-mend.ts";
import { type Look, lookThrough } from "./fitting-mend.ts";
import type { Accept } from "./mending.ts";

/** A file after mending. */
export type MendedFile = Mended & {
  readonly bytes: Uint8Array;
  /** The check of the file as it is now: what is left to be done by a person. */
  readonly left: CheckedFile;
};

/**
 * Mends a file: everything that is certain, and what `accept` takes of the rest. A conforming file comes out byte for
 * byte. A file in Unicode with a character that MS932 does not have and that is not mended stays in Unicode: UTF-8
 * with everything else mended (but see `lookThrough`), UTF-16 as it was. Never throws on bad input.
 * @param name of the file, without a folder
 */
export function mendFile(name: string, bytes: Uint8Array, accept?: Accept): MendedFile {
  const { bytes: mended, ...rest } = mendWhole(fittingMend(name, bytes, accept), bytes);
  return { ...rest, bytes: mended, left: checkFile(rest.name, mended) };
}

function fittingMend(name: string, bytes: Uint8Array, accept: Accept | undefined): FileMend {
  let next: FileMend | Look = lookThrough(name, accept);
  while (!(next instanceof FileMend)) {
    next.push(bytes);
    next = next.end();
  }
  return next;
}

type WholeFile = Mended & { readonly bytes: Uint8Array };

function mendWhole(fileMend: FileMend, bytes: Uint8Array): WholeFile {
  const first = fileMend.push(bytes);
  const { bytes: last, ...rest } = fileMend.end();
  const whole = new Uint8Array(first.length + last.length);
  whole.set(first);
  whole.set(last, first.length);
  return { ...rest, bytes: whole };
}
