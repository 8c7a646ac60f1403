import type { MonthLine, MonthTable, Weekday } from "@tsunagi/standard";
import { weekdaySign } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { serviceInWords, timesInWords } from "./field-words.ts";
import { WideTable } from "./WideTable.tsx";

/** 第6表: a month of days by service line, with the count of each line. */
export function MonthGrid({
  caption,
  table: { days, lines },
}: {
  readonly caption: string;
  readonly table: MonthTable;
}): ReactNode {
  return (
    <WideTable caption={caption} look="grid">
      <thead>
        <tr>
          <th scope="col">時間</th>
          <th scope="col">サービスと事業所</th>
          {days.map(({ day, weekday }) => (
            <th key={day} scope="col" className={dayClass(weekday)}>
              {day}
              <br />
              {weekdaySign(weekday)}
            </th>
          ))}
          <th scope="col" className="wide-table-sum">
            合計
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.visits[0]?.row}>
            <td className="wide-table-fixed">{timesInWords(line.startTime, line.endTime)}</td>
            <th scope="row">
              <Service line={line} />
            </th>
            {days.map(({ day, weekday }, at) => (
              <td key={day} className={dayClass(weekday)}>
                {line.counts[at] === 0 ? "" : line.counts[at]}
              </td>
            ))}
            <td className="wide-table-sum">{line.total}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function Service({ line }: { readonly line: MonthLine }): ReactNode {
  const { serviceCode, serviceOffice, serviceOfficeName, satellite, equipmentName } = line;
  const equipment = equipmentName ?? line.taisCode ?? line.equipmentCode;
  return (
    <>
      {serviceInWords(serviceCode)}
      {equipment === undefined ? null : <span className="wide-table-more">{equipment}</span>}
      <span className="wide-table-more">
        {serviceOfficeName ?? `事業所 ${serviceOffice}`}
        {satellite === undefined ? "" : ` (サテライト ${satellite})`}
      </span>
    </>
  );
}

/** Saturdays and Sundays are told apart by colour besides their sign. */
function dayClass(weekday: Weekday): string {
  const weekend = weekday === "6" || weekday === "7";
  return `wide-table-day ${weekend ? `wide-table-day-${weekday}` : ""}`;
}
