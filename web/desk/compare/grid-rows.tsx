import {
  type ComparedLine,
  type ComparedMonth,
  type ComparedVisit,
  differenceOf,
  type SideNames,
  serviceTypeName,
  shownVisit,
  signOf,
  type Visit,
} from "@tsunagi/standard";
import type { ReactNode } from "react";
import type { MonthCell, MonthRow } from "../month/MonthGrid.tsx";
import { Sign } from "./Sign.tsx";

/** The lines of a compared month as the grid takes them. What a cell says begins with what it shows (WCAG 2.5.3). */
export function rowsOf({ lines }: ComparedMonth, names: SideNames): readonly MonthRow[] {
  return lines.map((line, at) => ({
    key: String(at),
    heading: <Heading visit={line.visit} />,
    cells: line.cells.map((cell) => cellOf(cell, names)),
    total: totalOf(line, names),
  }));
}

function cellOf(cell: ComparedVisit | undefined, names: SideNames): MonthCell {
  if (cell === undefined) return { shows: null, says: "なし" };
  const { count } = cell.after ?? shownVisit(cell);
  const sign = signOf(cell);
  const seen = count === 1 ? sign : `${sign}${count}`;
  return {
    shows: <Sign sign={sign} count={count} />,
    says: `${seen} ${differenceOf(cell, names)}`,
  };
}

function totalOf({ countBefore, countAfter }: ComparedLine, names: SideNames): MonthCell {
  return {
    shows: `${countBefore}→${countAfter}`,
    says: `${countBefore}→${countAfter}（${names.before}${countBefore}回、${names.after}${countAfter}回）`,
  };
}

function Heading({ visit }: { readonly visit: Visit }): ReactNode {
  const { startTime, endTime, serviceCode, serviceOfficeName, serviceOffice } = visit;
  const { satellite, equipmentName, taisCode } = visit;
  const times = startTime === "9999" ? "時刻なし" : `${clock(startTime)}～${clock(endTime)}`;
  return (
    <span className="compare-line">
      <strong>{times}</strong>
      <span>
        {serviceTypeName(serviceCode.slice(0, 2))} {serviceCode}
      </span>
      {equipmentName === undefined && taisCode === undefined ? null : (
        <span>{equipmentName ?? taisCode}</span>
      )}
      <span className="soft">
        {serviceOfficeName ?? serviceOffice}
        {satellite === undefined ? "" : `（枝番 ${satellite}）`}
      </span>
    </span>
  );
}

function clock(time: string): string {
  return `${time.slice(0, 2)}:${time.slice(2)}`;
}
