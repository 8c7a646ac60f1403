import {
  classifyName,
  type LenientlyRead,
  readDocumentsLeniently,
  readFile,
} from "@tsunagi/standard";
import { largestShown } from "../../parts/documents/largest-shown.ts";
import { byteSize } from "../../parts/words/byte-size.ts";
import { CannotDo } from "../../parts/worker/answer-asks.ts";
import { Unreadable, type VisitorFile } from "./given-file.ts";

/** What stands in the files of a set. */
export type SetContent = LenientlyRead & {
  /** The pictures among the files. */
  readonly pictures: readonly File[];
};

/**
 * Reads the files of a set as the documents they are.
 * @throws CannotDo when they are too large to be shown
 * @throws Unreadable
 */
export async function readContent(files: readonly VisitorFile[]): Promise<SetContent> {
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  if (size > largestShown) {
    throw new CannotDo(
      `全部で${byteSize(size)}あり、画面に表示するには大きすぎます（${byteSize(largestShown)}まで）。確認の結果は、そのまま使えます。`,
    );
  }
  const read = await Promise.all(
    files.map(async ({ path, file }) => readFile(file.name, await bytesOf(path, file))),
  );
  const pictures = files.flatMap(({ file }) =>
    classifyName(file.name).type === "image" ? [file] : [],
  );
  return { ...readDocumentsLeniently(read), pictures };
}

async function bytesOf(path: string, file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Unreadable(path, error);
  }
}
