import { describe, expect, it } from "vitest";
import { Chance } from "../chance.ts";
import { familyPicture } from "./family-picture.ts";
import { grayJpeg } from "./gray-jpeg.ts";

describe("a gray JPEG", () => {
  it("reads back as the shades that were written", () => {
    const shades = Uint8Array.from({ length: 12 * 7 }, (_, at) => (at * 37) % 256);
    const { width, height, blocks } = read(grayJpeg(shades, 12, 7));
    expect([width, height]).toEqual([96, 56]);
    expect(blocks).toEqual(Array.from(shades));
  });

  it("holds a family", () => {
    const { width, height, blocks } = read(familyPicture("2", true, new Chance("a family")));
    expect([width, height]).toEqual([208, 160]);
    expect(new Set(blocks)).toEqual(new Set([255, 150, 0]));
  });
});

/** Reads a JPEG by the tables in it, as far as blocks of one shade need. */
function read(bytes: Uint8Array) {
  expect(Array.from(bytes.subarray(0, 2))).toEqual([0xff, 0xd8]);
  expect(Array.from(bytes.subarray(-2))).toEqual([0xff, 0xd9]);
  const tables = new Map<number, ReadonlyMap<string, number>>();
  let [quantum, width, height] = [0, 0, 0];
  for (let at = 2; ; ) {
    const marker = word(at);
    const [content, next] = [at + 4, at + 2 + word(at + 2)];
    if (marker === 0xffdb) quantum = byte(content + 1);
    if (marker === 0xffc0) [height, width] = [word(content + 1), word(content + 3)];
    if (marker === 0xffc4) tables.set(byte(content), huffman(bytes.subarray(content + 1, next)));
    if (marker === 0xffda) return { width, height, blocks: blocksFrom(next) };
    at = next;
  }

  function blocksFrom(start: number): readonly number[] {
    let bits = Array.from(bytes.subarray(start, -2))
      .filter((each, at, all) => !(each === 0 && all[at - 1] === 0xff))
      .map((each) => each.toString(2).padStart(8, "0"))
      .join("");
    let level = 0;
    return Array.from({ length: (width / 8) * (height / 8) }, () => {
      const size = symbol(0x00);
      const value = take(size);
      const number = size === 0 ? 0 : Number.parseInt(value, 2);
      level += value.startsWith("0") ? number - 2 ** size + 1 : number;
      expect(symbol(0x10)).toBe(0);
      return (level * quantum) / 8 + 128;
    });

    function symbol(table: number): number {
      for (let length = 1; length <= 16; length++) {
        const found = tables.get(table)?.get(bits.slice(0, length));
        if (found === undefined) continue;
        bits = bits.slice(length);
        return found;
      }
      throw new Error("no code of the table");
    }

    function take(length: number): string {
      const taken = bits.slice(0, length);
      bits = bits.slice(length);
      return taken;
    }
  }

  function byte(at: number): number {
    return bytes[at] ?? Number.NaN;
  }

  function word(at: number): number {
    return byte(at) * 256 + byte(at + 1);
  }
}

/** Codes as JPEG numbers them: rising, one bit more with each length. */
function huffman(table: Uint8Array): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  let [code, at] = [0, 16];
  for (let length = 1; length <= 16; length++) {
    for (let left = table[length - 1] ?? 0; left > 0; left--) {
      codes.set(code.toString(2).padStart(length, "0"), table[at++] ?? 0);
      code += 1;
    }
    code *= 2;
  }
  return codes;
}
