import "./progress.css";
import type { ReactNode } from "react";
import { ProgressBar } from "react-aria-components/ProgressBar";

interface ProgressProps {
  /** What is being done, e.g. `ファイルを確かめています`. */
  readonly label: string;
  /** How far: `undefined` when it cannot be known. */
  readonly done?: { readonly count: number; readonly of: number };
  /** How far in words; `4件中1件` unless told. */
  readonly counted?: string;
}

/** How far a piece of work has come. */
export function Progress({
  label,
  done,
  counted = done === undefined ? "" : `${done.of}件中${done.count}件`,
}: ProgressProps): ReactNode {
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      isIndeterminate={done === undefined}
      value={done?.count ?? 0}
      maxValue={Math.max(1, done?.of ?? 1)}
      valueLabel={counted}
    >
      <span className="progress-words">
        <span>{label}…</span>
        <span className="soft">{counted}</span>
      </span>
      {done === undefined ? (
        <span className="progress-bar progress-endless" aria-hidden="true" />
      ) : (
        <progress
          className="progress-bar"
          aria-hidden="true"
          value={done.count}
          max={Math.max(1, done.of)}
        />
      )}
    </ProgressBar>
  );
}
