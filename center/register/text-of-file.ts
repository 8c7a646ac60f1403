import { createReadStream } from "node:fs";
import { CenterError } from "../errors.ts";

/**
 * The text of a file, piece by piece: UTF-8, with or without a mark at its head, or else MS932.
 * @throws CenterError `input-invalid` when it cannot be read, or is neither
 */
export async function* textOfFile(file: string): AsyncGenerator<string> {
  try {
    yield* decoded(file, (await isUtf8(file)) ? "utf-8" : "shift_jis");
  } catch (error) {
    if (error instanceof TypeError) {
      throw new CenterError("input-invalid", `${file}: UTF-8でもシフトJISでもありません`);
    }
    if (!(error instanceof Error && "syscall" in error)) throw error;
    throw new CenterError("input-invalid", `${file}: 読み取れません`, { cause: error });
  }
}

async function isUtf8(file: string): Promise<boolean> {
  try {
    const pieces = decoded(file, "utf-8");
    while (!(await pieces.next()).done);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** @throws TypeError where bytes are not of the encoding */
async function* decoded(file: string, encoding: "utf-8" | "shift_jis"): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 })) {
    // A stream without an encoding gives buffers.
    yield decoder.decode(piece as Buffer, { stream: true });
  }
  yield decoder.decode();
}
