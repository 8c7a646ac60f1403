import { ibmExtensions, jisX0208, necRow13, necSelected } from "./rows.ts";

/** In both tables: nothing here. (The byte 00 and the character U+0000 are handled as single bytes.) */
export const nothing = 0;

/** Character of a pair of bytes, at `lead << 8 | trail`; of a single byte at that byte. */
export const characterOf: Uint16Array = new Uint16Array(0x10000);

/** Bytes of a character (UTF-16 unit): below 0x100 one byte, else `lead << 8 | trail`. */
export const bytesOf: Uint16Array = new Uint16Array(0x10000);

// Where a character stands twice, Windows writes JIS X 0208 before NEC row 13 before IBM before NEC selected
// (Microsoft KB170559). The last to be filled in wins.
for (const part of [necSelected, ibmExtensions, necRow13, jisX0208]) {
  for (const [row, cells] of part) fillRow(row, cells);
}
for (let byte = 0; byte < 0x80; byte++) fill(byte, byte);
for (let byte = 0xa1; byte <= 0xdf; byte++) fill(byte, byte - 0xa1 + 0xff61);

function fillRow(row: number, cells: string): void {
  const block = (row - 1) >> 1;
  const lead = block + (block < 0x1f ? 0x81 : 0xc1);
  for (let cell = 0; cell < 94; cell++) {
    const character = cells.charCodeAt(cell);
    if (character !== 0xfffd) fill((lead << 8) | trailOf(row, cell), character);
  }
}

function trailOf(row: number, cell: number): number {
  if (row % 2 === 0) return 0x9f + cell;
  return cell < 63 ? 0x40 + cell : 0x41 + cell;
}

function fill(bytes: number, character: number): void {
  characterOf[bytes] = character;
  bytesOf[character] = bytes;
}
