import { createReadStream, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { limits } from "@tsunagi/contract";
import { classifyName } from "@tsunagi/standard";
import { ClientError } from "../errors.ts";
import { heldAtMost } from "../store/spool.ts";
import type { FlowingFile, GivenFile } from "../tray/given-file.ts";
import { WrongUse } from "./ask.ts";

/** Reads the files that a command was given; large attachments later. @throws WrongUse, ClientError `file-too-large` */
export function readGivenFiles(paths: readonly string[]): (GivenFile | FlowingFile)[] {
  return paths.map((path) => {
    try {
      const { size } = statSync(path);
      if (size > limits.messageBytes) {
        throw new ClientError("file-too-large", { detail: "given file" });
      }
      const name = basename(path).normalize("NFC");
      return size > heldAtMost && classifyName(name).type === "attachment"
        ? { name, pieces: readPieces(path) }
        : { name, bytes: new Uint8Array(readFileSync(path)) };
    } catch (cause) {
      if (cause instanceof ClientError) throw cause;
      throw cannotRead(path, cause);
    }
  });
}

async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}

const cannotRead = (path: string, cause: unknown): WrongUse =>
  new WrongUse(`ファイルを読めません: ${path}`, { cause });
