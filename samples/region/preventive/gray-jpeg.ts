/**
 * Writes a JPEG (baseline, grayscale) of blocks of 8 by 8 pixels, each of one shade. A block of one shade has a DC
 * coefficient only, so the file needs one table of lengths and one code for "no more in this block".
 * @param shades of the blocks, row by row, 0 black to 255 white
 * @param width in blocks
 * @param height in blocks
 */
export function grayJpeg(shades: Uint8Array, width: number, height: number): Uint8Array {
  return Uint8Array.from([
    ...segment(0xd8),
    ...segment(0xe0, [...latin("JFIF"), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => quantum)]),
    ...segment(0xc0, [8, ...word(height * 8), ...word(width * 8), 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, ...dcLengths, ...dcSizes]),
    ...segment(0xc4, [0x10, ...acLengths, endOfBlock]),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...scan(shades),
    ...segment(0xd9),
  ]);
}

/** What coefficients are divided by. */
const quantum = 8;

/** Sizes 0 to 8 of a difference of DC, all in codes of four bits: the code is the size itself. */
const dcSizes = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const dcLengths = codesOfLength(4, dcSizes.length);

/** Of the AC table only the end of a block is used: the code is one bit, 0. */
const endOfBlock = 0x00;
const acLengths = codesOfLength(1, 1);

/** How many codes there are of each length from 1 to 16. */
function codesOfLength(length: number, count: number): readonly number[] {
  return Array.from({ length: 16 }, (_, at) => (at === length - 1 ? count : 0));
}

/** A marker, and with content its length and the content. */
function segment(marker: number, content?: readonly number[]): readonly number[] {
  if (content === undefined) return [0xff, marker];
  return [0xff, marker, ...word(content.length + 2), ...content];
}

function word(number: number): readonly number[] {
  return [number >> 8, number & 0xff];
}

function latin(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function scan(shades: Uint8Array): readonly number[] {
  const bits = new Bits();
  let before = 0;
  for (const shade of shades) {
    // The DC of a block of one shade is eight times its distance from the middle.
    const level = Math.round(((shade - 128) * 8) / quantum);
    writeDifference(bits, level - before);
    bits.write(0, 1);
    before = level;
  }
  return bits.end();
}

/** Size in bits, then the difference; a negative one is written one less, as JPEG has it. */
function writeDifference(bits: Bits, difference: number): void {
  const size = 32 - Math.clz32(Math.abs(difference));
  bits.write(size, 4);
  bits.write(difference < 0 ? difference + (1 << size) - 1 : difference, size);
}

class Bits {
  readonly #bytes: number[] = [];
  #byte = 0;
  #free = 8;

  write(value: number, length: number): void {
    for (let at = length - 1; at >= 0; at--) {
      this.#free -= 1;
      this.#byte |= ((value >> at) & 1) << this.#free;
      if (this.#free === 0) this.#flush();
    }
  }

  /** The last byte is filled with ones. */
  end(): readonly number[] {
    while (this.#free < 8) this.write(1, 1);
    return this.#bytes;
  }

  /** A byte FF of the picture is followed by 00, so that it is no marker. */
  #flush(): void {
    this.#bytes.push(this.#byte);
    if (this.#byte === 0xff) this.#bytes.push(0);
    [this.#byte, this.#free] = [0, 8];
  }
}
