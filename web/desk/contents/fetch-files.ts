import { largestShown } from "../../parts/documents/largest-shown.ts";
import { byteSize } from "../../parts/words/byte-size.ts";
import { CannotDo } from "../../parts/worker/answer-asks.ts";
import type { NamedFile } from "./ask.ts";

/**
 * Fetches files from the app.
 * @throws CannotDo when they are too large to be shown, or the app does not give one out
 */
export async function fetchFiles(files: readonly NamedFile[]): Promise<readonly File[]> {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > largestShown) {
    throw new CannotDo(
      `全部で${byteSize(size)}あり、画面に表示するには大きすぎます（${byteSize(largestShown)}まで）。ファイルを保存するか、PDFで保存してご覧ください。`,
    );
  }
  return Promise.all(files.map(fetchFile));
}

async function fetchFile({ name, address }: NamedFile): Promise<File> {
  try {
    const answer = await fetch(address);
    if (answer.ok) return new File([await answer.blob()], name);
  } catch {
    // Said below: the app has ended, or gave no answer.
  }
  throw new CannotDo(
    `「${name}」をアプリから読み込めませんでした。アプリが動いているか確かめて、もう一度お試しください。`,
  );
}
