import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { limits } from "@tsunagi/contract";
import { ClientError } from "../errors.ts";
import type { GivenFile } from "../tray/given-file.ts";
import { WrongUse } from "./ask.ts";

/** Reads the files that a command was given. @throws WrongUse, ClientError `file-too-large` */
export function readGivenFiles(paths: readonly string[]): GivenFile[] {
  return paths.map((path) => {
    try {
      if (statSync(path).size > limits.messageBytes) {
        throw new ClientError("file-too-large", { detail: "given file" });
      }
      return { name: basename(path).normalize("NFC"), bytes: new Uint8Array(readFileSync(path)) };
    } catch (cause) {
      if (cause instanceof ClientError) throw cause;
      throw new WrongUse(`ファイルを読めません: ${path}`, { cause });
    }
  });
}
