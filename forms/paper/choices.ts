import type { Content } from "./block.ts";
import { type CellStyle, cellOfLines } from "./cell.ts";
import { widthOf } from "./characters.ts";
import type { Line, Mark } from "./line.ts";
import { wrap } from "./wrap.ts";

/** A word to choose, whether it is chosen, and what is written behind it: その他（ … ）. */
export type Choice = readonly [label: string, chosen: boolean, note?: string];

/** Words to choose from, the chosen ones in a ring: 初回 ・ 紹介 ・ 継続. */
export function choices(
  all: readonly Choice[],
  { between = " ・ ", ...style }: Partial<CellStyle> & { readonly between?: string } = {},
): Content {
  const parts = all.map(
    ([label, chosen, note = ""]): Line => ({
      text: `${label}${note}`,
      marks: chosen ? [ringOf(label)] : [],
    }),
  );
  return cellOfLines((width) => joined(parts, between, width), style);
}

/** Boxes to tick, each before its words: □有 □無. */
export function ticks(
  all: readonly Choice[],
  { between = "　", ...style }: Partial<CellStyle> & { readonly between?: string } = {},
): Content {
  const parts = all.map(
    ([label, chosen, note = ""]): Line => ({
      text: `□${label}${note}`,
      marks: chosen ? [tickOfBox] : [],
    }),
  );
  return cellOfLines((width) => joined(parts, between, width), style);
}

const tickOfBox: Mark = { kind: "tick", from: 0, to: 1 };

function ringOf(text: string): Mark {
  return { kind: "ring", from: 0, to: widthOf(text) };
}

/** Parts in lines, with `between` between them; only a part that is wider than a line is broken. */
function joined(parts: readonly Line[], between: string, width: number): readonly Line[] {
  const lines: Line[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : appended(last, between, part);
    if (widthOf(longer.text) <= width) lines.splice(-1, 1, longer);
    else lines.push(...broken(part, width));
  }
  return lines;
}

function broken({ text, marks }: Line, width: number): readonly Line[] {
  return wrap(text, width).map((line, at) => ({ text: line, marks: at === 0 ? marks : [] }));
}

function appended(line: Line, between: string, { text, marks }: Line): Line {
  const before = `${line.text}${between}`;
  const at = widthOf(before);
  const moved = marks.map((mark) => ({ ...mark, from: mark.from + at, to: mark.to + at }));
  return { text: `${before}${text}`, marks: [...line.marks, ...moved] };
}
