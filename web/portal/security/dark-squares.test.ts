import encodeQR from "qr";
import decodeQR from "qr/decode.js";
import { expect, it } from "vitest";
import { darkSquares } from "./dark-squares.ts";

const text =
  "otpauth://totp/KJ131300000001?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E3%82%B1%E3%82%A2";

it("draws runs of dark squares", () => {
  expect(
    darkSquares([
      [true, true, false, true],
      [false, false, false, false],
    ]),
  ).toBe("M0 0h2v1h-2zM3 0h1v1h-1z");
});

it("draws a QR code that a reader reads", () => {
  const squares = encodeQR(text, "raw", { border: 4, ecc: "medium" });
  expect(decodeQR(rasterOf(darkSquares(squares), squares.length))).toBe(text);
});

/** What the path looks like, eight pixels a square. */
function rasterOf(path: string, squares: number) {
  const scale = 8;
  const width = squares * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = row * width + Number(x) * scale;
      for (let pixel = from; pixel < from + Number(length) * scale; pixel += 1) {
        data.set([0, 0, 0], pixel * 4);
      }
    }
  }
  return { width, height: width, data };
}
