import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { StandardError } from "../errors.ts";
import { decodeMs932, decodeWithDefects } from "./decode.ts";
import { describeUnmappable, encodeMs932, findUnmappable } from "./encode.ts";
import { ibmExtensions, jisX0208, necRow13, necSelected } from "./rows.ts";

const everyByte = Array.from({ length: 0x100 }, (_, byte) => byte);
const everyCharacter = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

describe("reading", () => {
  it("gives every single byte and every pair the character iconv-lite gives it", () => {
    const differing: string[] = [];
    for (const bytes of everySequence()) {
      const ours = decodedOrRefused(bytes);
      const theirs = iconv.decode(Buffer.from(bytes), "cp932");
      if (ours !== (theirs.includes("\ufffd") ? "refused" : theirs)) differing.push(hex(bytes));
    }
    // Known: iconv-lite reads 80 as the control character U+0080, and 外字 (F040 to F9FC) as private characters.
    expect(differing.filter((bytes) => !/^F[0-9]../.test(bytes))).toEqual(["80"]);
  });

  it("gives every sequence the character a browser gives it", () => {
    const differing: string[] = [];
    const shiftJis = new TextDecoder("shift_jis", { fatal: true });
    for (const bytes of everySequence()) {
      if (decodedOrRefused(bytes) !== orRefused(() => shiftJis.decode(new Uint8Array(bytes)))) {
        differing.push(hex(bytes));
      }
    }
    // Known: Node's own decoder permutes 1A, 1C and 7F, and reads 外字 as private characters in some builds.
    expect(differing.filter((bytes) => !/^F[0-9]../.test(bytes))).toEqual(["1A", "1C", "7F"]);
  });

  it("takes nothing of the user-defined area for a character", () => {
    const { text, defects } = decodeWithDefects(
      new Uint8Array([...everySequence()].filter((bytes) => /^F[0-9]../.test(hex(bytes))).flat()),
    );
    const userDefined = defects.filter(({ reason }) => reason === "user-defined");
    expect(userDefined).toHaveLength(10 * 188);
    expect(/[\ue000-\uf8ff]/.test(text)).toBe(false);
  });

  it("refuses 外字 by name, with its place", () => {
    expect(refusalOf(() => decodeMs932(new Uint8Array([0x41, 0xf0, 0x40])))).toMatchObject({
      code: "unmappable-character",
      message: expect.stringContaining("外字（F040）"),
      place: { offset: 1, index: 1 },
    });
  });

  it.each([
    ["a byte that begins nothing", [0x80]],
    ["a byte past the table", [0xfd]],
    ["a pair that means nothing", [0x81, 0xad]],
    ["a first byte without its second", [0x41, 0x82]],
  ])("refuses %s", (_, bytes) => {
    expect(refusalOf(() => decodeMs932(new Uint8Array(bytes)))).toMatchObject({ code: "encoding" });
  });

  it("goes on after what it cannot read, and never swallows a comma or a line's end with it", () => {
    const bytes = new Uint8Array([0x81, 0x2c, 0xf0, 0x40, 0x2c, 0x81, 0xad, 0x0d, 0x0a, 0xa0]);
    const { text, defects } = decodeWithDefects(bytes);
    expect(text).toBe("\ufffd,\ufffd,\ufffd\r\n\ufffd");
    expect(defects).toEqual([
      { offset: 0, index: 0, bytes: "81", reason: "invalid" },
      { offset: 2, index: 2, bytes: "F040", reason: "user-defined" },
      { offset: 5, index: 4, bytes: "81AD", reason: "invalid" },
      { offset: 9, index: 7, bytes: "A0", reason: "invalid" },
    ]);
  });

  it("never fails on any bytes, and says of each that is lost where it was", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const { text, defects } = decodeWithDefects(bytes);
        const lost = Array.from(text).flatMap((character, index) =>
          character === "\ufffd" ? index : [],
        );
        expect(defects.map(({ index }) => index)).toEqual(lost);
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});

describe("writing", () => {
  it("gives every character the bytes iconv-lite gives it", () => {
    const differing = everyCharacter.filter((character) => {
      const theirs = iconv.encode(character, "cp932").toString("hex");
      const ours = orRefused(() => Buffer.from(encodeMs932(character)).toString("hex"));
      return ours !== (theirs === "3f" && character !== "?" ? "refused" : theirs);
    });
    // Known: iconv-lite writes these as 80, the backslash and the tilde; private characters as 外字. We refuse them.
    expect(differing.filter((character) => !isPrivate(character))).toEqual(["\x80", "¥", "‾"]);
  });

  it.each([
    ["髙", "fbfc"],
    ["﨑", "fab1"],
    ["∵", "81e6"],
    ["￢", "81ca"],
    ["Ⅰ", "8754"],
    ["ⅰ", "fa40"],
    ["㈱", "878a"],
    ["①", "8740"],
    ["～", "8160"],
    ["ｱ", "b1"],
    ["\\", "5c"],
  ])(
    "writes %s as Windows does, where the table has it twice or others differ",
    (character, bytes) => {
      expect(Buffer.from(encodeMs932(character)).toString("hex")).toBe(bytes);
    },
  );

  it.each(["𠮷", "é", "鷗", "頰", "㋿", "〜", "−", "\u0080", "\ufffd", "\ue000"])(
    "refuses %s and says where it stands",
    (character) => {
      const text = `あ,${character}い`;
      expect(findUnmappable(text)).toBe(2);
      expect(refusalOf(() => encodeMs932(text))).toMatchObject({
        code: "unmappable-character",
        place: { index: 2, character },
      });
    },
  );

  it("names the sign that looks the same", () => {
    expect(describeUnmappable("〜", "～")).toContain("「～」に直してください");
  });

  it("reads back whatever it wrote", () => {
    const table = everyCharacter.filter((character) => findUnmappable(character) < 0);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...table), { maxLength: 40 }), (characters) => {
        const text = characters.join("");
        expect(decodeMs932(encodeMs932(text))).toBe(text);
      }),
      { seed: 4 },
    );
  });
});

it("the table is whole: rows of 94 cells, 7,724 pairs, and NEC's choice of the IBM extensions holds nothing of its own", () => {
  const rows = [...jisX0208, ...necRow13, ...necSelected, ...ibmExtensions];
  expect(rows.every(([, cells]) => cells.length === 94)).toBe(true);
  const characters = rows.flatMap(([, cells]) => Array.from(cells.replaceAll("\ufffd", "")));
  expect(characters).toHaveLength(7724);
  const others = new Set([...jisX0208, ...ibmExtensions].flatMap(([, cells]) => Array.from(cells)));
  expect(
    necSelected.flatMap(([, cells]) => Array.from(cells)).every((one) => others.has(one)),
  ).toBe(true);
});

function* everySequence(): Generator<number[]> {
  for (const byte of everyByte) yield [byte];
  for (const lead of everyByte.filter((byte) => (byte >= 0x81 && byte <= 0x9f) || byte >= 0xe0)) {
    for (const trail of everyByte.filter((byte) => byte >= 0x40)) yield [lead, trail];
  }
}

function decodedOrRefused(bytes: number[]): string {
  return orRefused(() => decodeMs932(new Uint8Array(bytes)));
}

function orRefused(act: () => string): string {
  try {
    return act();
  } catch {
    return "refused";
  }
}

function refusalOf(act: () => unknown): StandardError {
  try {
    act();
  } catch (error) {
    if (error instanceof StandardError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

function isPrivate(character: string): boolean {
  return character >= "\ue000" && character <= "\uf8ff";
}

function hex(bytes: number[]): string {
  return Buffer.from(bytes).toString("hex").toUpperCase();
}
