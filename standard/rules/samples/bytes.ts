import { decodeMs932 } from "../../ms932/decode.ts";
import { encodeMs932 } from "../../ms932/encode.ts";

/** Puts bytes in place of the first occurrence of a text in a file in MS932. */
export function withBytes(
  text: string,
  bytes: readonly number[],
): (file: Uint8Array) => Uint8Array {
  return (file) => {
    const whole = decodeMs932(file);
    const at = whole.indexOf(text);
    if (at < 0) throw new Error(`the sample does not hold ${text}`);
    const before = encodeMs932(whole.slice(0, at));
    const after = encodeMs932(whole.slice(at + text.length));
    return Uint8Array.from([...before, ...bytes, ...after]);
  };
}

/** Writes a file in UTF-8, with a text in place of another where one is given. */
export function inUtf8(text = "", other = ""): (file: Uint8Array) => Uint8Array {
  return (file) => new TextEncoder().encode(decodeMs932(file).replace(text, other));
}

/** Writes a file in UTF-16, little end first, with its mark. */
export function inUtf16(file: Uint8Array): Uint8Array {
  const text = `\ufeff${decodeMs932(file)}`;
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    bytes[at * 2] = text.charCodeAt(at) & 0xff;
    bytes[at * 2 + 1] = text.charCodeAt(at) >> 8;
  }
  return bytes;
}
