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
      <a
        className="frame-skip no-print"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        本文へ進む
      </a>
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
