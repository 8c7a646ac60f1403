import { dayOfLine, type ResultLine, type ResultsDraft } from "@tsunagi/standard";
import { Badge } from "../../parts/look/Badge.tsx";
import type { MonthRow } from "../month/MonthGrid.tsx";
import type { Place } from "../month/moves.ts";
import { dayCell } from "./day-cell.tsx";
import { serviceInWords } from "./line-words.ts";
import { timesShown } from "./times-typed.ts";

/** The lines of a draft as rows of the grid; `moving` is the day that is being moved. */
export function monthRows(
  { lines }: ResultsDraft,
  days: number,
  moving: Place | undefined,
): readonly MonthRow[] {
  return lines.map((line) => ({
    key: line.id,
    heading: <LineHeading line={line} />,
    cells: Array.from({ length: days }, (_, at) =>
      dayCell(line, at + 1, moving?.row === line.id && moving.day === at + 1),
    ),
    total: totalOf(line, days),
  }));
}

function LineHeading({ line }: { readonly line: ResultLine }) {
  return (
    <span className="line-heading">
      <span className="line-times">{timesShown(line.times)}</span>
      <span>{serviceInWords(line.service)}</span>
      {line.planned.length === 0 ? <Badge tone="warn">予定にない行</Badge> : null}
    </span>
  );
}

function totalOf(line: ResultLine, days: number): NonNullable<MonthRow["total"]> {
  const all = Array.from({ length: days }, (_, at) => dayOfLine(line, at + 1));
  const given = all.reduce((sum, { count }) => sum + count, 0);
  const planned = all.reduce((sum, day) => sum + day.planned, 0);
  return {
    shows: (
      <span>
        <strong>{given}</strong>/{planned}
      </span>
    ),
    says: `${given}/${planned}（実績${given}回、予定${planned}回）`,
  };
}
