import { ruling } from "../paper/cell.ts";
import { charactersOf, widthOf } from "../paper/characters.ts";
import type { Form, Page } from "../paper/form.ts";
import type { Item, TextItem } from "../paper/item.ts";
import { margin } from "../paper/sheet.ts";

/** All text on the pages of forms, in the order in which it is drawn, without blanks. */
export function textOn(forms: readonly Form[]): string {
  const texts = forms.flatMap(({ pages }) => pages.flatMap(textsOf));
  return texts.map(({ text }) => text.replaceAll(/\s/gu, "")).join("");
}

/**
 * Whether a text that shares no character with others stands on the pages whole and in its order, however it is broken
 * into lines and pages.
 */
export function standsOn(drawn: string, text: string): boolean {
  const sought = text.replaceAll(/\s/gu, "");
  const own = new Set(sought);
  return Array.from(drawn)
    .filter((character) => own.has(character))
    .join("")
    .includes(sought);
}

/** What is drawn nearer to the edge of the paper than its margin. */
export function outsideMargins({ pages }: Form): readonly Item[] {
  return pages.flatMap(({ paper, items }) =>
    items.filter((item) => {
      const { left, top, right, bottom } = extentOf(item);
      const least = margin - ruling;
      const most = { x: paper.width - least, y: paper.height - least };
      return left < least || top < least || right > most.x || bottom > most.y;
    }),
  );
}

/** Texts of a page that are drawn over each other. */
export function overlaps({ pages }: Form): readonly string[] {
  return pages.flatMap((page) => {
    const texts = textsOf(page).map((item) => ({ text: item.text, ...extentOf(item) }));
    const sorted = texts.toSorted((a, b) => a.top - b.top);
    return sorted.flatMap((one, at) => {
      const found: string[] = [];
      for (const other of sorted.slice(at + 1)) {
        if (other.top >= one.bottom - slack) break;
        const beside = other.left >= one.right - slack || one.left >= other.right - slack;
        if (!beside) found.push(`${one.text} / ${other.text}`);
      }
      return found;
    });
  });
}

/** The words in rings, page by page in the order in which they are drawn. */
export function ringedWords({ pages }: Form): readonly string[] {
  return pages.flatMap((page) => {
    const rings = page.items.filter((item) => item.kind === "ring").map(extentOf);
    return rings.map((ring) =>
      textsOf(page)
        .map((text) => partWithin(text, ring))
        .join(""),
    );
  });
}

/** The characters of a text whose middle lies in a place. */
function partWithin(text: TextItem, place: Extent): string {
  const middle = text.y - 0.4 * text.size;
  if (middle < place.top || middle > place.bottom) return "";
  let x = text.x;
  return charactersOf(text.text)
    .filter((character) => {
      const width = widthOf(character) * text.size;
      x += width;
      const at = x - width / 2;
      return at > place.left && at < place.right;
    })
    .join("");
}

type Extent = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Millimetres that boxes of type may touch each other by: ink does not fill them. */
const slack = 0.05;

function textsOf({ items }: Page): readonly TextItem[] {
  return items.filter((item) => item.kind === "text");
}

function extentOf(item: Item): Extent {
  switch (item.kind) {
    case "line":
      return {
        left: Math.min(item.x1, item.x2),
        right: Math.max(item.x1, item.x2),
        top: Math.min(item.y1, item.y2),
        bottom: Math.max(item.y1, item.y2),
      };
    case "text": {
      const { x, y, size, text } = item;
      return {
        left: x,
        right: x + widthOf(text) * size,
        top: y - 0.88 * size,
        bottom: y + 0.12 * size,
      };
    }
    case "box":
    case "ring":
    case "picture":
    case "link": {
      const { x, y, width, height } = item;
      return { left: x, right: x + width, top: y, bottom: y + height };
    }
    default:
      return item satisfies never;
  }
}
