import { FileCheck } from "../check/file-check.ts";
import type { GivenFile, ReportedFile } from "../report/report.ts";
import { FileMend, type Mended } from "./file-mend.ts";
import { type Look, lookThrough } from "./fitting-mend.ts";
import type { Accept } from "./mending.ts";

/** Takes the bytes of one mended file, in order. */
export type WriteChunk = (chunk: Uint8Array) => void | Promise<void>;

/** What was done to one of several files, and what a check finds in it as it is now. */
export type MendedGiven = Mended & { readonly left: Omit<ReportedFile, "facts"> };

/**
 * Mends files one after the other as `mendFile` does, in memory that does not grow with them: they are read piece by
 * piece, those in Unicode two or three times. Never throws on bad content, only where a file cannot be read or written.
 * @param open called for each file before its first byte, with the name that it will have; two files may get the same
 * name, where one is a copy of the other
 */
export async function mendFiles(
  given: readonly GivenFile[],
  open: (file: GivenFile, name: string) => WriteChunk | Promise<WriteChunk>,
  accept?: Accept,
): Promise<readonly MendedGiven[]> {
  const mended: MendedGiven[] = [];
  for (const file of given) {
    const fileMend = await fittingMend(file, accept);
    const check = new FileCheck(fileMend.name);
    const write = await open(file, fileMend.name);
    const writeBoth = async (chunk: Uint8Array): Promise<void> => {
      if (chunk.length === 0) return;
      check.push(chunk);
      await write(chunk);
    };
    for await (const chunk of file.read()) await writeBoth(fileMend.push(chunk));
    const { bytes, ...done } = fileMend.end();
    await writeBoth(bytes);
    const { facts: _, ...left } = check.end();
    mended.push({ ...done, left: { path: file.path, ...left } });
  }
  return mended;
}

async function fittingMend(file: GivenFile, accept: Accept | undefined): Promise<FileMend> {
  let next: FileMend | Look = lookThrough(file.name, accept);
  while (!(next instanceof FileMend)) {
    for await (const chunk of file.read()) if (next.push(chunk)) break;
    next = next.end();
  }
  return next;
}
