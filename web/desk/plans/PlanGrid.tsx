import { daysOf, type PlanDraft, type PlanLine, timesOf } from "@tsunagi/standard";
import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { type MonthCell, MonthGrid, type MonthRow } from "../month/MonthGrid.tsx";
import type { Place } from "../month/moves.ts";
import { clock } from "./line-values.ts";

interface PlanGridProps {
  readonly name: string;
  readonly draft: PlanDraft;
  readonly onCount: (lineId: string, day: number, count: number) => void;
  readonly onEdit: (lineId: string) => void;
}

/** Lines by the days of the month: a tap or Space puts a day in or takes it out, a digit says how often. */
export function PlanGrid({ name, draft, onCount, onEdit }: PlanGridProps): ReactNode {
  const lines = draft.lines.filter(({ service }) => service.basis !== "permille");
  const additions = draft.lines.filter(({ service }) => service.basis === "permille");
  const toggle = ({ row, day }: Place): void => {
    const line = lines.find(({ id }) => id === row);
    onCount(row, day, (line?.counts[day - 1] ?? 0) > 0 ? 0 : 1);
  };
  const onKey = (place: Place, event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " || event.key === "Enter") toggle(place);
    else if (/^\d$/.test(event.key)) onCount(place.row, place.day, Number(event.key));
    else if (event.key === "Delete" || event.key === "Backspace") onCount(place.row, place.day, 0);
    else return;
    event.preventDefault();
  };
  return (
    <div className="stack">
      {lines.length === 0 ? null : (
        <>
          <p className="small soft">
            日を押すと入り、もう一度押すと消えます。キーボードでは矢印で動き、Spaceで入れたり消したり、数字で回数を入れます。
          </p>
          <MonthGrid
            label={`${name} 様のサービス`}
            days={daysOf(draft.month)}
            rows={lines.map((line) => rowOf(line, onEdit))}
            onPress={toggle}
            onKey={onKey}
          />
        </>
      )}
      {additions.length === 0 ? null : (
        <ul className="plan-additions" aria-label="率の加算">
          {additions.map((line) => (
            <li key={line.id} className="spread">
              <Heading line={line} />
              <EditButton line={line} onEdit={onEdit} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function rowOf(line: PlanLine, onEdit: (lineId: string) => void): MonthRow {
  const times = timesOf(line);
  return {
    key: line.id,
    heading: (
      <span className="plan-line-heading">
        <Heading line={line} />
        <EditButton line={line} onEdit={onEdit} />
      </span>
    ),
    cells: line.counts.map(cellOf),
    total: { shows: times, says: `${times}回` },
  };
}

function cellOf(count: number): MonthCell {
  return count === 0
    ? { shows: "", says: "なし" }
    : { shows: count, says: `${count}回`, look: "plan-day" };
}

function EditButton({
  line,
  onEdit,
}: {
  readonly line: PlanLine;
  readonly onEdit: (lineId: string) => void;
}): ReactNode {
  return (
    <Button
      look="quiet"
      label={`${line.service.name}（${line.office.name}）を直す`}
      onPress={() => {
        onEdit(line.id);
      }}
    >
      直す
    </Button>
  );
}

function Heading({
  line: { service, office, hours, equipment },
}: {
  readonly line: PlanLine;
}): ReactNode {
  return (
    <span>
      <strong>{service.name}</strong>
      {hours === null ? null : (
        <span className="plan-line-more">{`${clock(hours.start)}～${clock(hours.end)}`}</span>
      )}
      {equipment?.name === undefined ? null : (
        <span className="plan-line-more">{equipment.name}</span>
      )}
      <span className="plan-line-more soft">{office.name}</span>
    </span>
  );
}
