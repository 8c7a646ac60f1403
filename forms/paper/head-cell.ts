import type { Content } from "./block.ts";
import { type CellStyle, cell } from "./cell.ts";

/** A box that says what stands beside or below it. */
export function headCell(text: string, style: Partial<CellStyle> = {}): Content {
  const plain = {
    size: 7,
    align: "center",
    valign: "middle",
    padding: 0.5,
    ground: "light",
  } as const;
  return cell(text, { ...plain, ...style });
}
