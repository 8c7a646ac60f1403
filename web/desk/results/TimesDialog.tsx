import { dayOfLine, isTime, type ResultLine, type VisitTimes } from "@tsunagi/standard";
import { type ReactNode, useState } from "react";
import { FormField } from "../../parts/form/FormField.tsx";
import { useForm } from "../../parts/state/use-form.ts";
import { EntryDialog } from "./EntryDialog.tsx";
import { serviceInWords } from "./line-words.ts";
import { minutesBetween, timeAfter, timeShown, timeTyped } from "./times-typed.ts";

interface TimesDialogProps {
  readonly line: ResultLine;
  readonly day: number;
  readonly onTimes: (times: VisitTimes) => void;
  readonly onClose: () => void;
}

/** Asks when a visit really was. The end follows the start as long as nobody types it. */
export function TimesDialog({ line, day, onTimes, onClose }: TimesDialogProps): ReactNode {
  const { start, end } = dayOfLine(line, day).given[0] ?? line.times;
  const [endTyped, setEndTyped] = useState(false);
  const form = useForm({
    initial: { start: timeShown(start), end: timeShown(end) },
    rules: { start: timeRule, end: timeRule },
  });
  const startField = form.field("start");
  const endField = form.field("end");
  // The end that goes with the start, while nobody has typed one.
  const followed = endTyped ? undefined : endFor(startField.value, line.times);

  return (
    <EntryDialog
      title={`${day}日の実施した時刻`}
      doIt="この時刻にする"
      onClose={onClose}
      onSubmit={() => {
        const from = timeTyped(startField.value);
        const to = followed ?? timeTyped(endField.value);
        if (from === undefined || to === undefined) form.check();
        else onTimes({ start: from, end: to });
      }}
    >
      <p className="soft">
        {serviceInWords(line.service)} 予定 {timeShown(line.times.start)}〜
        {timeShown(line.times.end)}
      </p>
      <div className="row">
        <FormField field={startField} label="開始" hint="例 0910" width="short" takesFocus />
        <FormField
          field={{
            ...endField,
            value: followed === undefined ? endField.value : timeShown(followed),
            onChange: (value) => {
              setEndTyped(true);
              endField.onChange(value);
            },
          }}
          label="終了"
          hint="例 0940"
          width="short"
        />
      </div>
    </EntryDialog>
  );
}

function timeRule(value: string): string | undefined {
  return timeTyped(value) === undefined
    ? "0時0分から23時59分までの時刻を、4桁の数字で入れてください（例 0910）。"
    : undefined;
}

function endFor(typed: string, { start, end }: VisitTimes): ReturnType<typeof timeTyped> {
  const from = timeTyped(typed);
  if (from === undefined || !isTime(start) || !isTime(end)) return undefined;
  return timeAfter(from, minutesBetween(start, end));
}
