import { type Defect, decodeWithDefects } from "../ms932/decode.ts";
import type { Findings } from "./findings.ts";

/** A file's text, and how it was read. */
export type ReadText = {
  readonly text: string;
  readonly encoding: "MS932" | "UTF-8";
  /** Bytes that are not MS932, in order; U+FFFD stands for each in the text. */
  readonly defects: readonly Defect[];
};

/** Reads a file's bytes as MS932, or as UTF-8 where it certainly is that (with a finding); undefined for UTF-16. */
export function readText(bytes: Uint8Array, findings: Findings): ReadText | undefined {
  if (isUtf16(bytes)) {
    findings.report("utf-16", undefined);
    return undefined;
  }
  const utf8 = asUtf8(bytes);
  if (utf8 === undefined) return { encoding: "MS932", ...decodeWithDefects(bytes) };
  findings.report("utf-8", undefined);
  return { encoding: "UTF-8", text: utf8, defects: [] };
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/**
 * The text when the bytes are UTF-8 for certain: a byte-order mark, or a character of three bytes and no wrong byte
 * anywhere. (Pairs of half-width kana in MS932 look like two-byte UTF-8, so those alone prove nothing.)
 */
function asUtf8(bytes: Uint8Array): string | undefined {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (!marked && !bytes.some((byte) => byte >= 0xe0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
