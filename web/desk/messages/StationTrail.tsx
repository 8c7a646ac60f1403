import "./station-trail.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Icon } from "../../parts/look/Icon.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { type StepState, trailOf } from "./stations.ts";

interface StationTrailProps {
  readonly message: DeskMessage;
  /** `full` shows the time of each station. */
  readonly size: "small" | "full";
}

/** The stations of a message, done, current and ahead, in signs, words and colour. */
export function StationTrail({ message, size }: StationTrailProps): ReactNode {
  return (
    <ol className={`trail trail-${size}`} aria-label="足どり">
      {trailOf(message).map(({ station, label, state, at }) => (
        <li
          key={station}
          className={`trail-step trail-${state}`}
          aria-current={state === "current" ? "step" : undefined}
        >
          <span className="trail-sign" aria-hidden="true">
            {signs[state]}
          </span>
          <span className="trail-label">
            {label}
            <span className="unseen">: {words[state]}</span>
          </span>
          {size === "full" && at !== null ? (
            <span className="trail-time">
              <Moment at={at} />
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

const signs: Readonly<Record<StepState, ReactNode>> = {
  done: <Icon name="check" />,
  current: <Icon name="check" />,
  ahead: null,
  held: <Icon name="clock" />,
  failed: <Icon name="cross" />,
  ended: <Icon name="cross" />,
};

const words: Readonly<Record<StepState, string>> = {
  done: "済み",
  current: "いまここ",
  ahead: "これから",
  held: "待っています",
  failed: "止まっています",
  ended: "終わり",
};
