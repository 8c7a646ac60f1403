import type { Chance } from "../chance.ts";
import type { Sex } from "../people/names.ts";
import { grayJpeg } from "./gray-jpeg.ts";

/** In blocks of 8 by 8 pixels. */
const [width, height] = [26, 20];

const [white, gray, black] = [255, 150, 0];

/**
 * A picture of the family 家族構成図 as a JPEG: the couple above, children below; men are squares, women have their
 * corners off. Black are the user and who lives with the user.
 */
export function familyPicture(sex: Sex, livesAlone: boolean, chance: Chance): Uint8Array {
  const picture = new Uint8Array(width * height).fill(white);
  const draw = (x: number, y: number, shade: number) => {
    picture[y * width + x] = shade;
  };
  const [left, right] = [6, 16];
  const children = chance.between(1, 3);
  line(draw, left + 4, right, 3);
  for (let y = 4; y < 9; y++) draw(13, y, black);
  const places = [2, 11, 20].slice(0, children);
  line(draw, 4, Math.max(14, (places.at(-1) ?? 0) + 3), 9);
  person(draw, sex === "1" ? left : right, 1, sex, black);
  const spouse = sex === "1" ? "2" : "1";
  person(draw, spouse === "1" ? left : right, 1, spouse, livesAlone ? gray : black);
  for (const x of places) {
    for (let y = 10; y < 13; y++) draw(x + 2, y, black);
    person(draw, x, 13, chance.happens(0.5) ? "1" : "2", gray);
  }
  return grayJpeg(picture, width, height);
}

type Draw = (x: number, y: number, shade: number) => void;

function line(draw: Draw, from: number, to: number, y: number): void {
  for (let x = from; x < to; x++) draw(x, y, black);
}

/** Five blocks high and wide. */
function person(draw: Draw, left: number, top: number, sex: Sex, shade: number): void {
  for (let x = 0; x < 5; x++) {
    for (let y = 0; y < 5; y++) {
      const edge = x === 0 || y === 0 || x === 4 || y === 4;
      const corner = (x === 0 || x === 4) && (y === 0 || y === 4);
      draw(left + x, top + y, edge && !(corner && sex === "2") ? shade : white);
    }
  }
}
