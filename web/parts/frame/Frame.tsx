import "../look/tokens.css";
import "../look/base.css";
import "./frame.css";
import type { ReactNode } from "react";
import { Wordmark } from "./Wordmark.tsx";

interface FrameProps {
  readonly suffix?: string;
  /** Who is logged in, and the way out. */
  readonly side?: ReactNode;
  readonly places?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every page: the way past the head, the head, and the main part. */
export function Frame({ suffix, side, places, children }: FrameProps): ReactNode {
  return (
    <>
      <button
        type="button"
        className="frame-skip no-print"
        onClick={() => {
          document.getElementById("main")?.focus();
        }}
      >
        本文へ進む
      </button>
      <header className="frame-head no-print">
        <div className="frame-width frame-head-line">
          {suffix === undefined ? <Wordmark /> : <Wordmark suffix={suffix} />}
          {side === undefined ? null : <div className="frame-side">{side}</div>}
        </div>
        {places}
      </header>
      <main id="main" className="frame-width frame-main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
