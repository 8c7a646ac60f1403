import type { GivenFile } from "@tsunagi/standard";
import { CannotDo } from "../../parts/worker/answer-asks.ts";

/** A file the visitor gave; `path` holds the folders it was in, as far as the browser tells. */
export interface VisitorFile {
  readonly path: string;
  readonly file: File;
}

/** A file that the browser could not read; `message` names it. */
export class Unreadable extends CannotDo {
  constructor(path: string, cause: unknown) {
    const why = "移動や削除をしていないか、ほかのアプリで開いていないかをご確認ください。";
    super(`「${path}」を読み取れませんでした。${why}`, { cause });
  }
}

/** A visitor's file as the standard reads it, piece by piece. */
export function givenFile({ path, file }: VisitorFile): GivenFile {
  return { path, name: file.name, size: file.size, read: () => chunksOf(path, file) };
}

async function* chunksOf(path: string, file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw new Unreadable(path, error);
  } finally {
    // Of a stream that failed, cancelling only says again what is known.
    await reader.cancel().catch(() => undefined);
  }
}
