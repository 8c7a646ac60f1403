import type { MendedFile } from "@tsunagi/contract/desk";
import { type Mending, mendFile } from "@tsunagi/standard";
import type { GivenFile } from "./given-file.ts";
import type { KeptFiles } from "./kept-files.ts";
import type { LaidFile } from "./lay-out.ts";
import { titleOfFile } from "./titles.ts";

/** A file of a set as it came, and with what is certain put right. */
export interface SetMend {
  readonly fileId: string;
  readonly original: GivenFile;
  readonly mended: GivenFile;
  readonly done: readonly Mending[];
  /** How many things were done, those that are not listed among them. */
  readonly doneCount: number;
}

/** What can be put right for certain in files of a set; of those mended already, what was put right. */
export function mendsOf(kept: KeptFiles, files: readonly LaidFile[]): readonly SetMend[] {
  return files.filter(mayChange).flatMap(({ fileId }) => {
    const original = kept.originalOf(fileId);
    const { name, bytes, done, doneCount } = mendFile(original.name, original.bytes);
    return done.length === 0
      ? []
      : [{ fileId, original, mended: { name, bytes }, done, doneCount }];
  });
}

/** A mended file as the desk shows it. */
export function viewOfMend({ fileId, original, mended, done, doneCount }: SetMend): MendedFile {
  const mendings = done.map(({ row, field, fieldName, count, message }) => ({
    ...(row !== undefined && { row }),
    ...(field !== undefined && { field }),
    ...(fieldName !== undefined && { fieldName }),
    message: count === 1 ? message : `${message}（${count} 行）`,
  }));
  return {
    fileId,
    title: titleOfFile(mended.name),
    originalName: original.name,
    mendings,
    count: doneCount,
  };
}

/** Files without a finding have nothing to mend; reading them once more would only cost time. */
function mayChange({ content, mended }: LaidFile): boolean {
  return mended || (content.type === "standard" && content.checked.findings.length > 0);
}
