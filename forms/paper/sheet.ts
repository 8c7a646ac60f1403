import type { Block, Content } from "./block.ts";
import { tolerance } from "./block.ts";
import { cell } from "./cell.ts";
import type { Form, Page, Paper } from "./form.ts";
import type { Item } from "./item.ts";

/** A form before it is on pages. */
export type Sheet = {
  readonly title: string;
  readonly about: string;
  readonly paper: Paper;
  /** What stands at the top of every page. */
  readonly top: Content;
  /** What goes on from page to page. It fills each page where something in it grows. */
  readonly body: Content;
  /** What stands at the foot of every page. */
  readonly foot?: Content;
};

/** From each edge of the paper, in millimetres; nothing is drawn nearer to it. */
export const margin = 10;

/** What the number of the page takes at the foot, in millimetres. */
const numberHeight = 5;

/**
 * Puts a form on as many pages as it takes, with its top and foot and the number on each. Nothing is cut: where a part
 * can be neither split nor put on a page, its page is longer than the others.
 */
export function onPages({ title, about, paper, top, body, foot }: Sheet): Form {
  const width = paper.width - 2 * margin;
  const heading = top(width);
  const footing = foot?.(width);
  const around = 2 * margin + numberHeight + heading.height + (footing?.height ?? 0);
  const usual = paper.height - around;
  const parts = partsOf(body(width), usual);
  const pages = parts.map((part, at): Page => {
    const isLonger = part.height > usual + tolerance;
    const room = isLonger ? part.height : usual;
    const items: Item[] = [];
    const put = (item: Item) => void items.push(item);
    heading.draw({ x: margin, y: margin, height: heading.height }, put);
    const bottom = margin + heading.height + room + (footing?.height ?? 0);
    const height = part.grow > 0 ? room : part.height;
    part.draw({ x: margin, y: margin + heading.height, height }, put);
    footing?.draw({ x: margin, y: bottom - footing.height, height: footing.height }, put);
    numberOf(at + 1, parts.length)(width).draw({ x: margin, y: bottom, height: numberHeight }, put);
    return { paper: isLonger ? { ...paper, height: around + room } : paper, items };
  });
  return { title, about, pages };
}

/** The parts of a block that stand on a page each. */
function partsOf(whole: Block, room: number): readonly Block[] {
  const parts: Block[] = [];
  let rest = whole;
  while (rest.height > room + tolerance) {
    const split = rest.split(room);
    if (split === undefined) break;
    parts.push(split.head);
    rest = split.rest;
  }
  return [...parts, rest];
}

function numberOf(page: number, pages: number): Content {
  return cell(`${page}/${pages}`, {
    size: 8,
    align: "right",
    valign: "bottom",
    ruled: "none",
    padding: 0,
  });
}
