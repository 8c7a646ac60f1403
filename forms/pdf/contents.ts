import { beside } from "../paper/beside.ts";
import type { Block, Content, Place } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { a4Portrait, type Form } from "../paper/form.ts";
import type { Item } from "../paper/item.ts";
import { onPages } from "../paper/sheet.ts";
import { table } from "../paper/stack.ts";

/** A form in the contents. */
export type Entry = {
  readonly title: string;
  readonly about: string;
  /** How many pages it has. */
  readonly pages: number;
};

/** The contents of a file of forms, which stand before the forms: each with its page in the file, and a link to it. */
export function contentsOf(entries: readonly Entry[]): Form {
  const { pages } = contentsAfter(0, entries);
  return contentsAfter(pages.length, entries);
}

/** Where the link of the entry with this number leads. */
export function destinationOf(entry: number): string {
  return `form-${entry}`;
}

function contentsAfter(pagesBefore: number, entries: readonly Entry[]): Form {
  let next = pagesBefore + 1;
  const rows = entries.map(({ title, about, pages }, at) => {
    const page = next;
    next += pages;
    const repeated = entries[at - 1]?.about === about;
    return linked(line(repeated ? "" : about, title, String(page)), destinationOf(at));
  });
  return onPages({
    title: "目次",
    about: `${entries.length}件`,
    paper: a4Portrait,
    top: cell("目次", { size: 15, align: "center", ruled: "none", least: 12 }),
    body: table(line("利用者", "帳票", "ページ"), rows),
  });
}

function line(about: string, title: string, page: string): Content {
  const style = { ruled: "below", valign: "middle", padding: 0.9, size: 9 } as const;
  return beside(
    [82, cell(about, style)],
    [92, cell(title, style)],
    [16, cell(page, { ...style, align: "right" })],
  );
}

/** A part that leads to a form wherever it is touched. */
function linked(content: Content, to: string): Content {
  return (width) => link(content(width), to);
}

function link(inner: Block, to: string): Block {
  const { width, height, grow } = inner;
  return {
    width,
    height,
    grow,
    split(room) {
      const parts = inner.split(room);
      return parts && { head: link(parts.head, to), rest: link(parts.rest, to) };
    },
    emptied: () => inner.emptied(),
    draw(place: Place, put: (item: Item) => void) {
      inner.draw(place, put);
      put({ kind: "link", x: place.x, y: place.y, width, height: place.height, to });
    },
  };
}
