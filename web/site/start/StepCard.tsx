import type { ReactNode } from "react";
import { Agree } from "../../parts/form/Agree.tsx";
import { Icon } from "../../parts/look/Icon.tsx";

interface StepCardProps {
  readonly number: number;
  readonly step: { readonly title: string; readonly minutes: number };
  readonly done: boolean;
  /** The first that is not done. */
  readonly current: boolean;
  /** Whether it is unfolded when the page opens. */
  readonly startsOpen: boolean;
  readonly onDone: (is: boolean) => void;
  readonly children: ReactNode;
}

/** One step: its name unfolds what to do; beneath, the mark that it is done. */
export function StepCard({
  number,
  step: { title, minutes },
  done,
  current,
  startsOpen,
  onDone,
  children,
}: StepCardProps): ReactNode {
  const look = done ? "start-done" : current ? "start-now" : "";
  return (
    <details className={`start-step ${look}`} open={startsOpen}>
      <summary className="start-summary">
        <span className="start-number" aria-hidden="true">
          {done ? <Icon name="check" /> : number}
        </span>
        <h3 className="start-title">
          {title}
          <span className="unseen">{done ? "（済み）" : ""}</span>
        </h3>
        <span className="soft small start-minutes">{done ? "済み" : `約${minutes}分`}</span>
        <span className="start-fold">
          <Icon name="arrow" />
        </span>
      </summary>
      <div className="start-text stack">
        {children}
        <Agree agreed={done} onChange={onDone}>
          {number}. 済みました
        </Agree>
      </div>
    </details>
  );
}
