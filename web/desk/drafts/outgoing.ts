import type { WrittenFile } from "@tsunagi/standard";

/** The bytes of a file as base64, for JSON. */
export function base64Of({ bytes }: WrittenFile): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
