import { describe, expect, it } from "vitest";
import { zoomed, zoomOfKey, zooms } from "./zoom.ts";

describe("the size of a page", () => {
  it("goes up and down in steps, and stays at the ends", () => {
    expect(zoomed(1, "in")).toBe(1.25);
    expect(zoomed(1.25, "out")).toBe(1);
    expect(zoomed(Math.max(...zooms), "in")).toBe(Math.max(...zooms));
    expect(zoomed(Math.min(...zooms), "out")).toBe(Math.min(...zooms));
  });

  it("follows the keys, also + of a keyboard where it needs no shift", () => {
    expect(zoomOfKey("+", 1)).toBe(1.25);
    expect(zoomOfKey("=", 1)).toBe(1.25);
    expect(zoomOfKey("-", 1)).toBe(0.75);
    expect(zoomOfKey("0", 3)).toBe(1);
    expect(zoomOfKey("ArrowDown", 1)).toBeUndefined();
  });
});
