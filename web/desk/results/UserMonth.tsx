import {
  addLine,
  allAsPlanned,
  dayOfLine,
  daysOf,
  isNothingGiven,
  moveDay,
  nothingGiven,
  type ResultsDraft,
  type ResultsRoute,
  removeLine,
  setCount,
  setTimes,
  setUnits,
  toggleDay,
} from "@tsunagi/standard";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { MonthGrid } from "../month/MonthGrid.tsx";
import type { Place } from "../month/moves.ts";
import { AddLineDialog } from "./AddLineDialog.tsx";
import { DayPanel } from "./DayPanel.tsx";
import { dayInWords } from "./day-cell.tsx";
import { Legend } from "./Legend.tsx";
import { monthRows } from "./month-rows.tsx";
import { TimesDialog } from "./TimesDialog.tsx";
import { UnitsDialog } from "./UnitsDialog.tsx";
import type { EntryUser } from "./use-entry.ts";

interface UserMonthProps {
  readonly route: ResultsRoute;
  readonly user: EntryUser;
  /** The grid takes the focus at once: the user came here by keys. */
  readonly takesFocus: boolean;
  /** Nobody else is left to be checked. */
  readonly isLast: boolean;
  readonly newerPlan: ReactNode;
  readonly onChange: (draft: ResultsDraft) => void;
  readonly onUndo: (() => void) | undefined;
  readonly onGoOn: (keyboard: boolean) => void;
  readonly onBack: () => void;
}

type Dialog = "times" | "units" | "line";

/** The month of one care user: planned above, given below, changed by keys, mouse or finger. */
export function UserMonth(props: UserMonthProps): ReactNode {
  const { route, user, takesFocus, isLast, newerPlan, onChange, onUndo, onGoOn, onBack } = props;
  const { draft } = user;
  const [place, setPlace] = useState<Place>({ row: draft.lines[0]?.id ?? "", day: 1 });
  const [moving, setMoving] = useState<Place>();
  const [dialog, setDialog] = useState<Dialog>();
  const [said, setSaid] = useState("");
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // Gone on from the end of a long month, on a phone: the next one begins at its head.
    if ((section.current?.getBoundingClientRect().top ?? 0) < 0) section.current?.scrollIntoView();
  }, []);
  const days = daysOf(route.month);
  const line = draft.lines.find(({ id }) => id === place.row);
  const hasTimes = line !== undefined && line.times.start !== "9999";
  const here = { line: place.row, day: place.day };

  /** Changes a day, and says what has become of it. */
  const changeDay = (next: ResultsDraft, { row, day }: Place): void => {
    onChange(next);
    const changed = next.lines.find(({ id }) => id === row);
    if (changed !== undefined) setSaid(`${day}日 ${dayInWords(dayOfLine(changed, day))}`);
  };
  const press = (at: Place): void => {
    if (moving === undefined) {
      changeDay(toggleDay(draft, { line: at.row, day: at.day }), at);
      return;
    }
    setMoving(undefined);
    const moved = moveDay(draft, { line: moving.row, day: moving.day }, at.day);
    changeDay(moved, { row: moving.row, day: at.day });
  };
  const onKey = (at: Place, event: KeyboardEvent): void => {
    const does = actionOf(event);
    if (does === undefined) return;
    event.preventDefault();
    actions[does](at, event.key);
  };
  const actions: Readonly<Record<Action, (at: Place, key: string) => void>> = {
    press,
    count: (at, key) => {
      changeDay(setCount(draft, { line: at.row, day: at.day }, Number(key)), at);
    },
    move: (at) => {
      if (moving === undefined) setMoving(at);
      else press(at);
    },
    stop: () => {
      setMoving(undefined);
    },
    times: () => {
      if (hasTimes) setDialog("times");
    },
    units: () => {
      setDialog("units");
    },
    line: () => {
      setDialog("line");
    },
    all: () => {
      onChange(allAsPlanned(draft));
    },
    undo: () => {
      onUndo?.();
    },
    next: () => {
      onGoOn(true);
    },
    back: onBack,
  };
  const close = (): void => {
    setDialog(undefined);
  };

  return (
    <section ref={section} className="user-month" aria-label={`${user.name}さんの実績`}>
      <div className="spread">
        <h2>
          {user.name} <span className="soft small">さん</span>
        </h2>
        <div className="row">
          <Button
            look="quiet"
            icon="refresh"
            disabled={onUndo === undefined}
            onPress={() => onUndo?.()}
          >
            元に戻す
          </Button>
          <Button
            look="quiet"
            disabled={user.differences === 0}
            onPress={() => {
              onChange(allAsPlanned(draft));
            }}
          >
            すべて予定どおり
          </Button>
          <Button
            look="quiet"
            disabled={isNothingGiven(draft)}
            onPress={() => {
              onChange(nothingGiven(draft));
            }}
          >
            すべて実施なし
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              setDialog("line");
            }}
          >
            行を足す
          </Button>
        </div>
      </div>
      {newerPlan}
      {moving === undefined ? null : (
        <Notice tone="info" title={`${moving.day}日の分を移す日を選んでください。`} live="status">
          <p>移す先の日を押すか、矢印で選んで Enter を押します。やめるときは Esc を押します。</p>
        </Notice>
      )}
      <MonthGrid
        label={`${user.name}さんの月間の予定と実績`}
        days={days}
        rows={monthRows(draft, days.length, moving)}
        totalHeading="実績/予定"
        takesFocus={takesFocus}
        onPress={press}
        onKey={onKey}
        onPlace={setPlace}
      />
      <p className="unseen" role="status">
        {said}
      </p>
      <Legend />
      {line === undefined ? null : (
        <DayPanel
          line={line}
          date={days[place.day - 1]}
          onToggle={() => {
            changeDay(toggleDay(draft, here), place);
          }}
          onCount={(count) => {
            changeDay(setCount(draft, here, count), place);
          }}
          onMove={() => {
            setMoving(place);
          }}
          onTimes={
            hasTimes
              ? () => {
                  setDialog("times");
                }
              : undefined
          }
          onUnits={() => {
            setDialog("units");
          }}
          onRemove={() => {
            onChange(removeLine(draft, line.id));
          }}
        />
      )}
      <div className="user-month-end">
        <Button
          look={user.draft.checked && isLast ? "plain" : "primary"}
          icon="check"
          onPress={() => {
            onGoOn(false);
          }}
        >
          {isLast ? "この方を確認済みにして、送る前の確認へ" : "この方を確認済みにして、次の方へ"}
        </Button>
      </div>
      {dialog === "times" && line !== undefined ? (
        <TimesDialog
          line={line}
          day={place.day}
          onClose={close}
          onTimes={(times) => {
            changeDay(setTimes(draft, here, times), place);
            close();
          }}
        />
      ) : null}
      {dialog === "units" && line !== undefined ? (
        <UnitsDialog
          line={line}
          onClose={close}
          onUnits={(units) => {
            onChange(setUnits(draft, line.id, units));
            close();
          }}
        />
      ) : null}
      {dialog === "line" ? (
        <AddLineDialog
          route={route}
          draft={draft}
          day={place.day}
          onClose={close}
          onLine={(added) => {
            onChange(addLine(draft, added, place.day));
            close();
          }}
        />
      ) : null}
    </section>
  );
}

type Action =
  | ("press" | "count" | "move" | "stop" | "times" | "units")
  | ("line" | "all" | "undo" | "next" | "back");

const actionsOfKeys: Readonly<Record<string, Action>> = {
  enter: "press",
  " ": "press",
  m: "move",
  escape: "stop",
  t: "times",
  u: "units",
  l: "line",
  a: "all",
  n: "next",
  pagedown: "next",
  p: "back",
  pageup: "back",
};

function actionOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Action | undefined {
  const name = key.toLowerCase();
  if (ctrlKey || metaKey) return name === "z" ? "undo" : undefined;
  if (altKey) return undefined;
  return /^[0-9]$/.test(key) ? "count" : actionsOfKeys[name];
}
