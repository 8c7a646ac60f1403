import { stretchesOf, widthOf } from "../paper/characters.ts";
import type { Form } from "../paper/form.ts";
import type { Item, PictureItem, TextItem } from "../paper/item.ts";
import { grounds, tones } from "../paper/tints.ts";

/** How a page is told as SVG. */
export type SvgOptions = {
  /** The address of a picture; its bytes in a `data:` address, where nothing else is said. */
  readonly addressOf?: (picture: PictureItem) => string;
};

/** What the pages are written in: the first of these that the reader's machine has. All are of the same fixed pitch. */
const fonts = "'BIZ UDGothic', 'BIZ UDゴシック', 'MS Gothic', 'Noto Sans Mono CJK JP', monospace";

/** One page of a form as an SVG element; its text can be selected and searched. @param page from 0 */
export function svgOf(
  { title, about, pages }: Form,
  page: number,
  options: SvgOptions = {},
): string {
  const { paper, items } = pages[page] ?? nothing;
  const name = `${title}　${about}　${page + 1}/${pages.length}ページ`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${paper.width} ${paper.height}" width="${paper.width}mm" height="${paper.height}mm" role="img" aria-label="${escaped(name)}" lang="ja" font-family="${fonts}" fill="${tones.ink}" stroke="none">`,
    `<rect width="${paper.width}" height="${paper.height}" fill="${grounds.white}"/>`,
    ...items.map((item) => elementOf(item, options)),
    "</svg>",
  ].join("\n");
}

const nothing = { paper: { width: 0, height: 0 }, items: [] };

function elementOf(item: Item, { addressOf = dataAddress }: SvgOptions): string {
  switch (item.kind) {
    case "line": {
      const { x1, y1, x2, y2, thickness, tone, dashed } = item;
      const dashes = dashed ? ' stroke-dasharray="1 1"' : "";
      return `<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" stroke="${tones[tone]}" stroke-width="${at(thickness)}"${dashes}/>`;
    }
    case "box": {
      const stroke =
        item.thickness === 0 ? "" : ` stroke="${tones.ink}" stroke-width="${at(item.thickness)}"`;
      const fill = item.ground === "none" ? "none" : grounds[item.ground];
      return `<rect ${placeOf(item)} fill="${fill}"${stroke}/>`;
    }
    case "ring": {
      const corner = at(item.height / 2);
      return `<rect ${placeOf(item)} rx="${corner}" ry="${corner}" fill="none" stroke="${tones.ink}" stroke-width="0.3"/>`;
    }
    case "text":
      return textOf(item);
    case "picture":
      return `<image ${placeOf(item)} preserveAspectRatio="none" href="${escaped(addressOf(item))}"><title>${escaped(item.says)}</title></image>`;
    case "link":
      return "";
    default:
      return item satisfies never;
  }
}

function textOf({ x, y, size, text }: TextItem): string {
  return stretchesOf(text)
    .map((stretch) => {
      const left = x + stretch.at * size;
      const line = `y="${at(y)}" font-size="${at(size)}"`;
      const words = escaped(stretch.text);
      if (stretch.beyond) {
        return `<text x="${at(left + size / 2)}" ${line} text-anchor="middle">${words}</text>`;
      }
      const length = at(widthOf(stretch.text) * size);
      return `<text x="${at(left)}" ${line} textLength="${length}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${words}</text>`;
    })
    .join("\n");
}

function placeOf(item: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): string {
  return `x="${at(item.x)}" y="${at(item.y)}" width="${at(item.width)}" height="${at(item.height)}"`;
}

/** A length to the thousandth of a millimetre. */
function at(length: number): string {
  return String(Math.round(length * 1000) / 1000);
}

function dataAddress({ jpeg }: PictureItem): string {
  let bytes = "";
  for (const byte of jpeg) bytes += String.fromCharCode(byte);
  return `data:image/jpeg;base64,${btoa(bytes)}`;
}

const escapes: { readonly [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);
}
