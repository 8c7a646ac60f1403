import type { Content } from "./block.ts";
import { type CellStyle, cellOfLines } from "./cell.ts";
import { widthOf } from "./characters.ts";
import type { Line, Mark } from "./line.ts";

/** A word to choose, and whether it is chosen. */
export type Choice = readonly [label: string, chosen: boolean];

/** Words to choose from, the chosen ones in a ring: 初回 ・ 紹介 ・ 継続. */
export function choices(
  all: readonly Choice[],
  { between = " ・ ", ...style }: Partial<CellStyle> & { readonly between?: string } = {},
): Content {
  const parts = all.map(([text, chosen]): Line => ({ text, marks: chosen ? [ringOf(text)] : [] }));
  return cellOfLines((width) => joined(parts, between, width), style);
}

/** Boxes to tick, each before its words: □有 □無. */
export function ticks(
  all: readonly Choice[],
  { between = "　", ...style }: Partial<CellStyle> & { readonly between?: string } = {},
): Content {
  const parts = all.map(
    ([label, chosen]): Line => ({ text: `□${label}`, marks: chosen ? [tickOfBox] : [] }),
  );
  return cellOfLines((width) => joined(parts, between, width), style);
}

const tickOfBox: Mark = { kind: "tick", from: 0, to: 1 };

function ringOf(text: string): Mark {
  return { kind: "ring", from: 0, to: widthOf(text) };
}

/** Parts in lines, with `between` between them; no part is broken. */
function joined(parts: readonly Line[], between: string, width: number): readonly Line[] {
  const lines: Line[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : appended(last, between, part);
    if (last !== undefined && widthOf(longer.text) > width) lines.push(part);
    else lines.splice(-1, 1, longer);
  }
  return lines;
}

function appended(line: Line, between: string, { text, marks }: Line): Line {
  const before = `${line.text}${between}`;
  const at = widthOf(before);
  const moved = marks.map((mark) => ({ ...mark, from: mark.from + at, to: mark.to + at }));
  return { text: `${before}${text}`, marks: [...line.marks, ...moved] };
}
