import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const script = fileURLToPath(new URL("./ink.js", import.meta.url));

/** Side of the squares that are compared, in dots: about as large as a letter. */
const square = 10;

/** How much of a square's ink may come or go: letters are drawn a little otherwise from one Chromium to the next. */
const tolerated = 0.06;

/** What a page knows once ink.js is in it. */
interface InPage {
  inkOf(picture: { readonly png: string; readonly square: number }): Promise<Ink>;
  paperIn(shown: { readonly png: string } & Size): Promise<string>;
}

/** In dots. */
interface Size {
  readonly width: number;
  readonly height: number;
}

interface Ink extends Size {
  readonly ink: readonly number[];
}

/** Readies a page to compare pictures. */
export async function makeComparer(page: Page): Promise<Page> {
  await page.addScriptTag({ path: script });
  return page;
}

/**
 * Compares two PNG pictures by the ink in each little square. A letter that is missing, another one or in another place
 * is seen, another smoothing of its edges is not.
 * @param most how much of a square's ink may come or go
 * @returns where they differ; an empty text where they do not
 */
export async function differenceOf(
  comparer: Page,
  one: Buffer,
  other: Buffer,
  most: number = tolerated,
): Promise<string> {
  const [first, second] = [await inkOf(comparer, one), await inkOf(comparer, other)];
  if (first.width !== second.width || first.height !== second.height) {
    return `${first.width}x${first.height} and ${second.width}x${second.height} dots`;
  }
  const differing = first.ink.flatMap((ink, at) =>
    Math.abs(ink - (second.ink[at] ?? 0)) > most ? [at] : [],
  );
  const columns = Math.ceil(first.width / square);
  const places = differing.map(
    (at) => `(${(at % columns) * square}, ${Math.floor(at / columns) * square})`,
  );
  if (places.length === 0) return "";
  return `${places.length} squares of ${square} dots differ, at ${places.slice(0, 5).join(" ")}`;
}

function inkOf(comparer: Page, picture: Buffer): Promise<Ink> {
  return comparer.evaluate((given) => (globalThis as unknown as InPage).inkOf(given), {
    png: picture.toString("base64"),
    square,
  });
}

/**
 * The paper that a viewer of PDF shows, in a picture of the viewer, scaled to so many dots.
 * @returns nothing, while there is no paper yet
 */
export async function paperIn(
  comparer: Page,
  shown: Buffer,
  size: Size,
): Promise<Buffer | undefined> {
  const png = await comparer.evaluate((given) => (globalThis as unknown as InPage).paperIn(given), {
    png: shown.toString("base64"),
    ...size,
  });
  return png === "" ? undefined : Buffer.from(png, "base64");
}
