import { charactersOf, widthOf } from "../paper/characters.ts";
import type { Form } from "../paper/form.ts";
import type { Item, TextItem } from "../paper/item.ts";

/** All texts of a form, in the order in which they are drawn. */
export function textsOf({ pages }: Form): readonly TextItem[] {
  return pages.flatMap(textsOfPage);
}

/** The texts of a form as words. */
export function wordsOf(form: Form): readonly string[] {
  return textsOf(form).map(({ text }) => text);
}

/** The words that stand in a ring. */
export function ringed({ pages }: Form): readonly string[] {
  return pages.flatMap((page) =>
    page.items.flatMap((item) => {
      if (item.kind !== "ring") return [];
      return textsOfPage(page).flatMap((text) => {
        const word = partOf(text, item);
        return word === "" ? [] : [word];
      });
    }),
  );
}

/** The words behind boxes that are ticked, up to the next blank. */
export function ticked({ pages }: Form): readonly string[] {
  return pages.flatMap((page) => {
    const ticks = page.items.filter(
      (item) => item.kind === "line" && item.x1 !== item.x2 && item.y1 !== item.y2,
    );
    return textsOfPage(page).flatMap((text) =>
      charactersOf(text.text).flatMap((character, at) => {
        if (character !== "□") return [];
        const left = text.x + text.size * widthOf(text.text.slice(0, at));
        const box = { x: left, y: text.y - text.size, width: text.size, height: text.size * 1.2 };
        const hit = ticks.some((tick) => tick.kind === "line" && isInside(box, tick.x1, tick.y1));
        return hit ? [text.text.slice(at + 1).split(/[\s□]/u)[0] ?? ""] : [];
      }),
    );
  });
}

type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

function isInside({ x, y, width, height }: Place, left: number, top: number): boolean {
  return left >= x && left <= x + width && top >= y && top <= y + height;
}

/** Of a line of text, the characters whose middle is in a place. */
function partOf({ x, y, size, text }: TextItem, place: Place): string {
  const characters = charactersOf(text);
  let left = x;
  const inside = characters.filter((character) => {
    const width = size * widthOf(character);
    const middle = left + width / 2;
    left += width;
    return isInside(place, middle, y - size / 3);
  });
  return inside.join("").trim();
}

function textsOfPage({ items }: { readonly items: readonly Item[] }): readonly TextItem[] {
  return items.filter((item) => item.kind === "text");
}
