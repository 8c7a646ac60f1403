import { ClientError } from "../errors.ts";

/** A file as somebody hands it over. */
export interface GivenFile {
  /** Without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that is handed over piece by piece, as large ones are. */
export interface FlowingFile {
  /** Without a folder. */
  readonly name: string;
  /** Read once. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** Names that Windows, macOS and Linux all take; a receiver's machine may be any of them. */
const usableName = /^(?![ .])[^\p{Cc}\p{Cf}<>:"/\\|?*]+(?<![ .])$/u;
const longestName = 200;

/** @throws ClientError `file-name-unusable` */
export function refuseUnusable(name: string): void {
  if (!usableName.test(name) || Buffer.byteLength(name) > longestName) {
    throw new ClientError("file-name-unusable");
  }
}
