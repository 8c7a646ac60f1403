import { type CodeListName, codeLists } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { type CellStyle, cell } from "../paper/cell.ts";
import { type Choice, choices } from "../paper/choices.ts";
import { headCell } from "../paper/head-cell.ts";

/** Width of the form in millimetres, and of the words at its left. */
export const whole = 190;
export const labelWidth = 27;

/** A row of the form: its words at the left, and what is written beside them. */
export function labelled(label: string, content: Content): Content {
  return beside(
    [labelWidth, headCell(label, { size: 8, padding: 0.8, continued: `${label}（続き）` })],
    [whole - labelWidth, content],
  );
}

/** What is written in a box. */
export function written(text: string | undefined, style: Partial<CellStyle> = {}): Content {
  return cell(text ?? "", { size: 8.5, valign: "middle", padding: 1, least: 7, ...style });
}

/** What is written without a box of its own, inside another. */
export function plain(text: string, style: Partial<CellStyle> = {}): Content {
  return written(text, { ruled: "none", ...style });
}

/** All words of a code list, the one that a value means in a ring. */
export function listed(
  list: CodeListName,
  value: string | undefined,
  style: Parameters<typeof choices>[1] = {},
): Content {
  const all = codeLists[list].map(([code, word]): Choice => [word, code === value]);
  return choices(all, { size: 8, valign: "middle", padding: 1, least: 7, between: "・", ...style });
}

/** The title of a part of the form: 《基本情報》. */
export function sectionTitle(title: string): Content {
  return cell(title, { ruled: "none", size: 10, padding: 0.6 });
}
