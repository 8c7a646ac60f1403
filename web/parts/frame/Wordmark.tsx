import "./wordmark.css";
import type { ReactNode } from "react";

/** つなぎ: two links of a chain and the name. */
export function Wordmark({ suffix }: { readonly suffix?: string }): ReactNode {
  return (
    <span className="wordmark">
      <svg className="wordmark-sign" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <rect width="40" height="40" rx="10" />
        <circle cx="15" cy="20" r="7.2" />
        <circle cx="25" cy="20" r="7.2" />
      </svg>
      <span className="wordmark-name">つなぎ</span>
      {suffix === undefined ? null : <span className="wordmark-suffix">{suffix}</span>}
    </span>
  );
}
