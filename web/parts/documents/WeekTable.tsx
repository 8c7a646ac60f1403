import type { Week } from "@tsunagi/standard";
import { weekdaySign } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { timesInWords } from "./field-words.ts";
import { WideTable } from "./WideTable.tsx";

/** 第3表: the services of each day of the week, the user's own day, and what is not weekly. */
export function WeekTable({ week }: { readonly week: Week }): ReactNode {
  const { days, activities, outsideTheWeek, unplaced } = week;
  return (
    <>
      <WideTable caption="第3表 週間サービス計画表">
        <tbody>
          {days.map(({ weekday, services }) => (
            <tr key={weekday}>
              <th scope="row" className="wide-table-fixed">
                {weekdaySign(weekday)}曜日
              </th>
              <td>
                <Times
                  entries={services.map(({ row, record }) => ({
                    row,
                    time: timesInWords(record.serviceStart, record.serviceEnd),
                    what: record.service,
                  }))}
                />
              </td>
            </tr>
          ))}
          {activities.length === 0 ? null : (
            <tr>
              <th scope="row" className="wide-table-fixed">
                日常の活動
              </th>
              <td>
                <Times
                  entries={activities.map(({ row, record }) => ({
                    row,
                    time: timesInWords(record.activityStart, record.activityEnd),
                    what: record.activity,
                  }))}
                />
              </td>
            </tr>
          )}
          {outsideTheWeek.length === 0 ? null : (
            <tr>
              <th scope="row" className="wide-table-fixed">
                週単位以外
              </th>
              <td>
                <Times
                  entries={outsideTheWeek.map(({ row, record }) => ({
                    row,
                    time: "",
                    what: record.outsideTheWeek,
                  }))}
                />
              </td>
            </tr>
          )}
        </tbody>
      </WideTable>
      {unplaced.length === 0 ? null : (
        <p className="soft">曜日の分からない行が{unplaced.length}行あります。</p>
      )}
    </>
  );
}

interface TimesProps {
  readonly entries: readonly {
    readonly row: number;
    readonly time: string;
    readonly what: string | undefined;
  }[];
}

function Times({ entries }: TimesProps): ReactNode {
  if (entries.length === 0) return <span className="soft">なし</span>;
  return (
    <ul>
      {entries.map(({ row, time, what }) => (
        <li key={row} className="as-written">
          {time === "" ? "" : `${time} `}
          {what}
        </li>
      ))}
    </ul>
  );
}
