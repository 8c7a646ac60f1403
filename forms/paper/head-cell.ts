import type { Content } from "./block.ts";
import { type CellStyle, cell } from "./cell.ts";

/** A box that says what stands beside or below it; where that goes on over the page, it says so again. */
export function headCell(text: string, style: Partial<CellStyle> = {}): Content {
  const usual = {
    size: 7,
    align: "center",
    valign: "middle",
    padding: 0.5,
    ground: "light",
    continued: text,
  } as const;
  return cell(text, { ...usual, ...style });
}
