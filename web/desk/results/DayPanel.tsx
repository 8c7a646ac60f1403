import {
  dayOfLine,
  type MonthDay,
  mostVisits,
  type ResultLine,
  weekdaySign,
} from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { dayInWords } from "./day-cell.tsx";
import { serviceInWords } from "./line-words.ts";
import { timesShown } from "./times-typed.ts";

interface DayPanelProps {
  readonly line: ResultLine;
  readonly date: MonthDay | undefined;
  readonly onToggle: () => void;
  readonly onCount: (count: number) => void;
  readonly onMove: () => void;
  /** Undefined for a service without times. */
  readonly onTimes: (() => void) | undefined;
  readonly onUnits: () => void;
  readonly onRemove: () => void;
}

/** The day that was chosen last, in words, with what can be done to it: for mouse and finger. */
export function DayPanel(props: DayPanelProps): ReactNode {
  const { line, date, onToggle, onCount, onMove, onTimes, onUnits, onRemove } = props;
  if (date === undefined) return null;
  const day = dayOfLine(line, date.day);
  const { count } = day;
  return (
    <div className="day-panel">
      <p>
        <strong>
          {date.day}日({weekdaySign(date.weekday)})
        </strong>{" "}
        {timesShown(line.times)} {serviceInWords(line.service)}: {dayInWords(day)}
      </p>
      <div className="row">
        <Button icon={count > 0 ? "cross" : "check"} onPress={onToggle}>
          {count > 0 ? "実施しなかった" : "実施した"}
        </Button>
        <span className="day-count">
          <Button
            label="回数を1つ減らす"
            disabled={count === 0}
            onPress={() => {
              onCount(count - 1);
            }}
          >
            －
          </Button>
          <span>{count}回</span>
          <Button
            label="回数を1つ増やす"
            disabled={count >= mostVisits}
            onPress={() => {
              onCount(count + 1);
            }}
          >
            ＋
          </Button>
        </span>
        <Button disabled={count === 0 && day.planned === 0} onPress={onMove}>
          別の日へ移す
        </Button>
        {onTimes === undefined ? null : <Button onPress={onTimes}>時刻を変える</Button>}
        <Button look="quiet" onPress={onUnits}>
          単位数を変える
        </Button>
        {line.planned.length === 0 ? (
          <Button look="quiet" icon="trash" onPress={onRemove}>
            この行を消す
          </Button>
        ) : null}
      </div>
    </div>
  );
}
