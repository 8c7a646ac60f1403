import { checkFiles, mendFiles } from "@tsunagi/standard";
import type { ShownMending } from "../../parts/files/MendingList.tsx";
import { givenFile, type VisitorFile } from "./given-file.ts";
import { GrowingBlob } from "./growing-blob.ts";
import { type Outcome, outcomeOf, titleOf } from "./outcome.ts";
import { zipOf } from "./zip.ts";

/** What came of mending, as the page shows it. */
export interface MendOutcome {
  /** What was done to each file to which anything was done. */
  readonly mended: readonly ShownMending[];
  /** What there is to save: the file that was mended, or a ZIP of those that were; the others stay as they are. */
  readonly save: File;
  /** The check of all files as they are now. */
  readonly after: Outcome;
}

/**
 * Mends what is certain in files, and checks them all again.
 * @returns all files as they are now, and what came of it
 * @throws Unreadable
 */
export async function mendVisitorFiles(
  files: readonly VisitorFile[],
): Promise<{ readonly now: readonly VisitorFile[]; readonly outcome: MendOutcome }> {
  const written: { readonly name: string; readonly blob: GrowingBlob }[] = [];
  const mended = await mendFiles(files.map(givenFile), (_file, name) => {
    const blob = new GrowingBlob();
    written.push({ name, blob });
    return (chunk) => {
      blob.add(chunk);
    };
  });
  const now = files.map(({ path, file }, at): VisitorFile => {
    const wrote = written[at];
    const touched = (mended[at]?.doneCount ?? 0) > 0;
    if (wrote === undefined || !touched) return { path, file };
    return { path, file: new File([wrote.blob.end()], wrote.name) };
  });
  const touched = now.flatMap(({ file }, at) => (file === files[at]?.file ? [] : [file]));
  const outcome = {
    mended: mended.flatMap(({ done, doneCount, left }, at) => {
      const originalName = files[at]?.file.name ?? left.name;
      if (doneCount === 0) return [];
      return [{ title: titleOf(left), originalName, mendings: done, count: doneCount }];
    }),
    save: await saved(touched),
    after: outcomeOf(await checkFiles(now.map(givenFile))),
  };
  return { now, outcome };
}

async function saved(files: readonly File[]): Promise<File> {
  const [only] = files;
  if (only !== undefined && files.length === 1) return only;
  return new File([await zipOf(files)], "直したファイル.zip", { type: "application/zip" });
}
