// Parts of a table that are laid out as a CSS grid keep their roles only when they are told; and a grid is made of them.
// biome-ignore-all lint/a11y/noRedundantRoles: see above
// biome-ignore-all lint/a11y/useSemanticElements: see above
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: see above
// biome-ignore-all lint/a11y/useFocusableInteractive: a total is read, nothing is done with it
import "./month-grid.css";
import { type MonthDay, weekdaySign } from "@tsunagi/standard";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { clampedTo, movedBy, type Place } from "./moves.ts";

/** What stands on one day of a line. */
export interface MonthCell {
  readonly shows: ReactNode;
  /** The same in words, without the day: `予定1回、実績なし`. */
  readonly says: string;
  /** A class of the caller's style sheet, for what has a colour beside its sign. */
  readonly look?: string;
}

/** A line of the month: its heading, a cell for each day, and what it comes to. */
export interface MonthRow {
  readonly key: string;
  readonly heading: ReactNode;
  /** One for each day of the month, the first at 0. */
  readonly cells: readonly MonthCell[];
  readonly total?: MonthCell;
}

interface MonthGridProps {
  /** What the grid is, for screen readers: whose month of what. */
  readonly label: string;
  readonly days: readonly MonthDay[];
  readonly rows: readonly MonthRow[];
  /** Above the totals: `合計` unless told. */
  readonly totalHeading?: string;
  /** A day of a line was tapped or clicked. Without it and `onKey` the grid is for reading only. */
  readonly onPress?: (place: Place) => void;
  /** A key was pressed on a day of a line and does not move the focus. Whoever takes it calls `preventDefault`. */
  readonly onKey?: (place: Place, event: KeyboardEvent) => void;
  /** Told when another day has the focus. */
  readonly onPlace?: (place: Place) => void;
  /** Takes the focus when first drawn, at the first day. */
  readonly takesFocus?: boolean;
}

/**
 * Lines by the days of a month, as on table 6. One stop for Tab; inside it the arrows, Home, End and Ctrl+Home or
 * Ctrl+End move. Where there is no room beside the days the heading of a line stands above it; on a phone the days are
 * scrolled and the headings stay.
 */
export function MonthGrid(props: MonthGridProps): ReactNode {
  const { label, days, rows, totalHeading = "合計", onPress, onKey, onPlace, takesFocus } = props;
  const [wanted, setPlace] = useState<Place>({ row: rows[0]?.key ?? "", day: 1 });
  const grid = useRef<HTMLTableElement>(null);
  const keys = rows.map(({ key }) => key);
  const place = clampedTo(wanted, keys, days.length);
  const withTotals = rows.some(({ total }) => total !== undefined);

  useEffect(() => {
    if (takesFocus === true) cellAt(grid.current, undefined)?.focus();
  }, [takesFocus]);

  const goTo = (next: Place): void => {
    setPlace(next);
    onPlace?.(next);
    cellAt(grid.current, `${keys.indexOf(next.row)}/${next.day}`)?.focus();
  };
  const onCellKey = (event: KeyboardEvent, at: Place): void => {
    const next = event.altKey ? undefined : movedBy(event, at, keys, days.length);
    if (next === undefined) onKey?.(at, event);
    else {
      event.preventDefault();
      goTo(next);
    }
  };

  return (
    <div className="month-grid-room">
      <div className="month-grid-scroll">
        <table
          ref={grid}
          className="month-grid"
          role="grid"
          aria-label={label}
          aria-readonly={onPress === undefined && onKey === undefined}
          data-days={days.length}
          data-totals={withTotals}
        >
          <thead role="rowgroup" className="month-grid-head">
            <tr role="row" className="month-grid-row">
              <th role="columnheader" className="month-grid-corner">
                <span className="unseen">サービス</span>
              </th>
              {days.map((day) => (
                <DayHeading key={day.day} day={day} />
              ))}
              {withTotals ? (
                <th role="columnheader" className="month-grid-total-heading">
                  {totalHeading}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row, rowAt) => (
              <tr key={row.key} role="row" className="month-grid-row month-grid-line">
                <th role="rowheader" className="month-grid-heading">
                  {row.heading}
                </th>
                {days.map(({ day, weekday }, at) => {
                  const here = { row: row.key, day };
                  const cell = row.cells[at];
                  return (
                    <td
                      key={day}
                      role="gridcell"
                      className={`month-grid-cell weekday-${weekday} ${cell?.look ?? ""}`}
                      tabIndex={place.row === row.key && place.day === day ? 0 : -1}
                      data-place={`${rowAt}/${day}`}
                      aria-label={`${day}日 ${weekdaySign(weekday)}曜日、${cell?.says ?? ""}`}
                      onClick={() => {
                        goTo(here);
                        onPress?.(here);
                      }}
                      onKeyDown={(event) => {
                        onCellKey(event, here);
                      }}
                      onFocus={() => {
                        if (place.row !== here.row || place.day !== day) setPlace(here);
                        onPlace?.(here);
                      }}
                    >
                      {cell?.shows}
                    </td>
                  );
                })}
                {withTotals ? (
                  <td
                    role="gridcell"
                    className={`month-grid-total ${row.total?.look ?? ""}`}
                    aria-label={`${totalHeading}、${row.total?.says ?? "なし"}`}
                  >
                    {row.total?.shows}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Saturdays and Sundays are told by the sign of the weekday and a bar, not by colour alone. */
function DayHeading({ day: { day, weekday } }: { readonly day: MonthDay }): ReactNode {
  return (
    <th role="columnheader" className={`month-grid-day weekday-${weekday}`}>
      <span>{day}</span>
      <span className="month-grid-weekday">{weekdaySign(weekday)}</span>
    </th>
  );
}

/** The cell of a place, or the one that Tab leads to. */
function cellAt(grid: HTMLElement | null, place: string | undefined): HTMLElement | null {
  const which = place === undefined ? '[tabindex="0"]' : `[data-place="${place}"]`;
  return grid?.querySelector<HTMLElement>(which) ?? null;
}
