import type { Content } from "./block.ts";
import { cell, frame } from "./cell.ts";
import { drawing } from "./drawing.ts";
import { jpegSize } from "./jpeg-size.ts";

const inset = 2;

/**
 * A box with a JPEG in it, as large as it fits, in its own proportions. In place of one that is no JPEG stands a sentence.
 * @param says what the picture shows
 * @param height the least, in millimetres
 */
export function picture(jpeg: Uint8Array, says: string, height: number): Content {
  const size = jpegSize(jpeg);
  if (size === undefined)
    return cell(`（${says}：画像として読めません）`, { least: height, grow: 1 });
  return drawing(
    height,
    (place, put) => {
      frame(place, { ruled: "all", ground: "none" }, put);
      const scale = Math.min(
        (place.width - 2 * inset) / size.width,
        (place.height - 2 * inset) / size.height,
      );
      const [width, high] = [size.width * scale, size.height * scale];
      const x = place.x + (place.width - width) / 2;
      const y = place.y + (place.height - high) / 2;
      put({ kind: "picture", x, y, width, height: high, jpeg, says });
    },
    1,
  );
}
