import { StandardError } from "../errors.ts";
import { characterOf, nothing } from "./table.ts";
import { isUserDefined, widthOfDefect } from "./text-marks.ts";

/** Bytes that stand for no character of MS932. */
export type Defect = {
  /** Of the first byte, from 0. */
  readonly offset: number;
  /** Position in the decoded text, where U+FFFD stands for the bytes. */
  readonly index: number;
  /** In hexadecimal, e.g. `F040`. */
  readonly bytes: string;
  /** `user-defined`: 外字, lead bytes F0 to F9, which mean something on the writer's computer only. */
  readonly reason: "invalid" | "user-defined";
};

/**
 * Decodes Windows code page 932.
 * @throws StandardError `encoding` (bytes that mean nothing) or `unmappable-character` (外字), with the byte's offset
 */
export function decodeMs932(bytes: Uint8Array): string {
  const { text, defects } = decodeWithDefects(bytes);
  const [defect] = defects;
  if (defect === undefined) return text;
  throw new StandardError(
    defect.reason === "invalid" ? "encoding" : "unmappable-character",
    describeDefect(defect),
    `bytes ${defect.bytes} at ${defect.offset} are not MS932`,
    { offset: defect.offset, index: defect.index },
  );
}

/** Decodes Windows code page 932, with U+FFFD and an entry in `defects` for whatever is not in it. */
export function decodeWithDefects(bytes: Uint8Array): { text: string; defects: readonly Defect[] } {
  const defects: Defect[] = [];
  const units = new Uint16Array(bytes.length);
  const end = bytes.length;
  let length = 0;
  let at = 0;
  while (at < end) {
    const lead = bytes[at] as number;
    if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) {
      units[length++] = characterOf[lead] as number;
      at++;
      continue;
    }
    const trail = at + 1 < end ? (bytes[at + 1] as number) : 0;
    const character = characterOf[(lead << 8) | trail] as number;
    if (character !== nothing) {
      units[length++] = character;
      at += 2;
      continue;
    }
    const width = widthOfDefect(lead, trail);
    defects.push({
      offset: at,
      index: length,
      bytes: hexadecimal(bytes.subarray(at, at + width)),
      reason: isUserDefined(lead, trail) ? "user-defined" : "invalid",
    });
    units[length++] = 0xfffd;
    at += width;
  }
  return { text: utf16.decode(units.subarray(0, length)), defects };
}

/** What is wrong with the bytes and what to do, in Japanese. */
export function describeDefect(defect: Defect): string {
  return defect.reason === "user-defined"
    ? `外字（${defect.bytes}）が使われています。相手のパソコンでは読めません。外字を使わない字に直してください。`
    : `文字として読めないバイト（${defect.bytes}、先頭から ${defect.offset} バイト目）があります。文字コード MS932 で保存し直してください。`;
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join("");
}
