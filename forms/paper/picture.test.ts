import { describe, expect, it } from "vitest";
import type { Item, PictureItem } from "./item.ts";
import { jpegSize } from "./jpeg-size.ts";
import { picture } from "./picture.ts";

/** The beginning of a JPEG of 208 by 160 dots: its first segment and its frame header. */
const family = Uint8Array.from(
  [
    [0xff, 0xd8],
    [0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46],
    [0xff, 0xc0, 0x00, 0x0b, 8, 0, 160, 0, 208, 1, 1, 0x11, 0],
  ].flat(),
);

function drawn(jpeg: Uint8Array, width: number, height: number): readonly Item[] {
  const items: Item[] = [];
  picture(
    jpeg,
    "家族構成の図",
    40,
  )(width).draw({ x: 10, y: 20, height }, (item) => items.push(item));
  return items;
}

describe("the size of a JPEG", () => {
  it("stands in its frame header, whatever segments come before", () => {
    expect(jpegSize(family)).toEqual({ width: 208, height: 160 });
    const comment = [0xff, 0xfe, 0x00, 0x04, 0x41, 0x42];
    const longer = Uint8Array.from([...family.subarray(0, 2), ...comment, ...family.subarray(2)]);
    expect(jpegSize(longer)).toEqual({ width: 208, height: 160 });
  });

  it("is not known of what is no JPEG, or is cut off", () => {
    expect(jpegSize(new TextEncoder().encode("GIF89a"))).toBeUndefined();
    expect(jpegSize(new Uint8Array())).toBeUndefined();
    expect(jpegSize(family.subarray(0, 12))).toBeUndefined();
    expect(
      jpegSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0])),
    ).toBeUndefined();
  });
});

describe("a picture on a form", () => {
  it.each([
    ["a wide place", 120, 40],
    ["a high place", 60, 90],
  ])("keeps its proportions in %s, inside of it", (_, width, height) => {
    const [shown] = drawn(family, width, height).filter(
      (item): item is PictureItem => item.kind === "picture",
    );
    if (shown === undefined) throw new Error("no picture");
    expect(shown.width / shown.height).toBeCloseTo(208 / 160);
    expect(shown.x).toBeGreaterThanOrEqual(10);
    expect(shown.x + shown.width).toBeLessThanOrEqual(10 + width);
    expect(shown.y).toBeGreaterThanOrEqual(20);
    expect(shown.y + shown.height).toBeLessThanOrEqual(20 + height);
  });

  it("that is no JPEG is a sentence", () => {
    const texts = drawn(new TextEncoder().encode("GIF89a"), 120, 40).flatMap((item) =>
      item.kind === "text" ? [item.text] : [],
    );
    expect(texts.join("")).toBe("（家族構成の図：画像として読めません）");
  });
});
