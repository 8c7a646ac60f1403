import { type FileRecord, type TypeLimit, typeLimitsOf } from "@tsunagi/standard";
import { beside } from "../paper/beside.ts";
import type { Content } from "../paper/block.ts";
import { cell } from "../paper/cell.ts";
import { headCell } from "../paper/head-cell.ts";
import { stack } from "../paper/stack.ts";
import { serviceTypeText } from "../words/services.ts";

/** Nine places for service types that the municipality limits, in two columns; the tenth holds the sum. */
const placesInColumn = 5;

/** 種類別支給限度管理, of the supplement. */
export function typeLimits(supplement: FileRecord<"UPHOSOKU"> | undefined): Content {
  const limits = supplement === undefined ? [] : typeLimitsOf(supplement);
  const placesOf = (from: number) =>
    Array.from({ length: placesInColumn }, (_, at) => {
      const place = from + at;
      if (place === 2 * placesInColumn) return sumRow(supplement?.excessTotal);
      return limitRow(limits.find((limit) => limit.place === place));
    });
  return beside(
    [138.5, stack([headings(), ...placesOf(1)])],
    [138.5, stack([headings(), ...placesOf(1 + placesInColumn)])],
  );
}

const widths = { type: 48.5, number: 30 } as const;

function headings(): Content {
  return beside(
    [widths.type, headCell("サービス種類")],
    [widths.number, headCell("種類支給限度基準額\n（単位）")],
    [widths.number, headCell("合計単位数")],
    [widths.number, headCell("種類支給限度基準を\n超える単位数")],
  );
}

function limitRow(limit: TypeLimit | undefined): Content {
  const type = limit?.serviceType;
  return beside(
    [widths.type, cell(type === undefined ? "" : serviceTypeText(type), named)],
    [widths.number, number(limit?.limit)],
    [widths.number, number(limit?.units)],
    [widths.number, number(limit?.excess)],
  );
}

function sumRow(excess: number | undefined): Content {
  return beside(
    [widths.type + 2 * widths.number, cell("合計", { ...named, align: "center", ground: "light" })],
    [widths.number, number(excess)],
  );
}

const named = { size: 7, valign: "middle", padding: 0.7, least: 5 } as const;

function number(value: number | undefined): Content {
  return cell(value === undefined ? "" : value.toLocaleString("ja-JP"), {
    ...named,
    align: "right",
  });
}
