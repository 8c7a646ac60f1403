import { limits } from "@tsunagi/contract";
import { ClientError } from "../errors.ts";

/** A file as somebody hands it over. */
export interface GivenFile {
  /** Without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names that Windows, macOS and Linux all take; a receiver's machine may be any of them. */
const usableName = /^(?![ .])[^\p{Cc}\p{Cf}<>:"/\\|?*]+(?<![ .])$/u;
const longestName = 200;

/** @throws ClientError `file-too-large`, `file-name-unusable` */
export function refuseUnusable({ name, bytes }: GivenFile): void {
  if (bytes.length > limits.messageBytes) throw new ClientError("file-too-large");
  if (!usableName.test(name) || Buffer.byteLength(name) > longestName) {
    throw new ClientError("file-name-unusable");
  }
}
