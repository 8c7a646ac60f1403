import { type Weekday, weekdaySign, weekdays } from "@tsunagi/standard";
import type { ReactNode } from "react";

interface WeekdayButtonsProps {
  readonly value: readonly Weekday[];
  readonly onChange: (value: readonly Weekday[]) => void;
}

/** Every week on these days. */
export function WeekdayButtons({ value, onChange }: WeekdayButtonsProps): ReactNode {
  return (
    <fieldset className="weekday-buttons">
      <legend className="form-field-label">毎週の曜日</legend>
      <p className="form-field-hint">
        選んだ曜日のすべての日に入ります。一日ずつの変更は、月の表でします。
      </p>
      <div className="row">
        {weekdays.map((weekday) => {
          const on = value.includes(weekday);
          return (
            <button
              key={weekday}
              type="button"
              className="weekday-button"
              aria-pressed={on}
              onClick={() => {
                onChange(
                  on
                    ? value.filter((other) => other !== weekday)
                    : weekdays.filter((other) => other === weekday || value.includes(other)),
                );
              }}
            >
              <span>
                {weekdaySign(weekday)}
                <span className="unseen">曜日</span>
              </span>
              <span aria-hidden="true" className="weekday-mark">
                {on ? "✓" : ""}
              </span>
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
