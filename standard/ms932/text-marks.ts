import { bytesOf, characterOf, nothing } from "./table.ts";

/** What a text holds that deserves a look, as bits. */
export const unreadableMark = 1;
/** 外字: a character that means something on the writer's computer only. */
export const userDefinedMark = 2;
export const unmappableMark = 4;
/** A character under bytes that Windows reads but does not write: NEC selected, IBM extended, or both. */
export const doubleMark = 8;
export const halfWidthKanaMark = 16;

/** Bytes decoded, and what they hold. */
export type MarkedText = { readonly text: string; readonly marks: number };

/** Decodes MS932, the part from `start` to `end`; U+FFFD stands for what is not in it. */
export function decodeMarked(bytes: Uint8Array, start: number, end: number): MarkedText {
  const units = end - start <= shared.length ? shared : new Uint16Array(end - start);
  let length = 0;
  let marks = 0;
  for (let at = start; at < end; ) {
    const lead = bytes[at++] as number;
    let code = lead;
    if (lead >= 0x80 && (lead < 0xa1 || lead > 0xdf)) {
      const trail = at < end ? (bytes[at] as number) : 0;
      code = (lead << 8) | trail;
      at += 1 - (narrowOf[code] as number);
    }
    units[length++] = characterOrFffd[code] as number;
    marks |= marksOfCode[code] as number;
  }
  return { text: textOf(units, length), marks };
}

/** What a text that did not come from MS932 holds: characters that MS932 lacks, among others. */
export function marksOf(text: string): number {
  let marks = 0;
  for (let index = 0; index < text.length; index++) {
    marks |= marksOfUnit[text.charCodeAt(index)] as number;
  }
  return marks;
}

/** Characters whose bytes in a value are not those that Windows writes, each once. */
export function findDoubles(bytes: Uint8Array): readonly string[] {
  const found = new Set<string>();
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at++] as number;
    if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) continue;
    const code = (lead << 8) | (bytes[at] ?? 0);
    at += 1 - (narrowOf[code] as number);
    if (((marksOfCode[code] as number) & doubleMark) !== 0) {
      found.add(String.fromCharCode(characterOf[code] as number));
    }
  }
  return [...found];
}

/** Whether bytes F040 to F9FC: 外字. */
export function isUserDefined(lead: number, trail: number): boolean {
  return lead >= 0xf0 && lead <= 0xf9 && trail >= 0x40 && trail <= 0xfc && trail !== 0x7f;
}

/** How many bytes are no character. A second byte that may be a comma or a line's end is left for what it is. */
export function widthOfDefect(lead: number, trail: number): 1 | 2 {
  return isUserDefined(lead, trail) || (isLead(lead) && trail >= 0x80) ? 2 : 1;
}

function isLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

/** For most values of a file. */
const shared: Uint16Array = new Uint16Array(4096);

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

function textOf(units: Uint16Array, length: number): string {
  if (length > 64) return utf16.decode(units.subarray(0, length));
  let text = "";
  for (let at = 0; at < length; at++) text += String.fromCharCode(units[at] as number);
  return text;
}

const characterOrFffd: Uint16Array = new Uint16Array(0x10000);
const marksOfCode: Uint8Array = new Uint8Array(0x10000);
/** 1 for pairs of which only the first byte counts. */
const narrowOf: Uint8Array = new Uint8Array(0x10000);

for (let code = 0; code < 0x10000; code++) {
  const character = characterOf[code] as number;
  const isPair = code >= 0x100;
  if (character === nothing && code !== 0) {
    const [lead, trail] = [code >> 8, code & 0xff];
    characterOrFffd[code] = 0xfffd;
    marksOfCode[code] = isUserDefined(lead, trail) ? userDefinedMark : unreadableMark;
    narrowOf[code] = isPair && widthOfDefect(lead, trail) === 1 ? 1 : 0;
  } else {
    characterOrFffd[code] = character;
    if (isPair && bytesOf[character] !== code) marksOfCode[code] = doubleMark;
    if (!isPair && code >= 0xa1) marksOfCode[code] = halfWidthKanaMark;
  }
}

const marksOfUnit: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  if (unit === 0xfffd) return unreadableMark;
  if (unit >= 0xe000 && unit <= 0xf8ff) return userDefinedMark;
  if (unit >= 0xff61 && unit <= 0xff9f) return halfWidthKanaMark;
  return unit !== 0 && bytesOf[unit] === nothing ? unmappableMark : 0;
});
