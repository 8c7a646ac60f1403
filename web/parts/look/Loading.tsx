import "./loading.css";
import "./spinner.css";
import type { ReactNode } from "react";

/** Stands where something is on its way; drawn only after a moment, so that quick answers do not flicker. */
export function Loading({ words = "読み込んでいます" }: { readonly words?: string }): ReactNode {
  return (
    <p className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{words}…</span>
    </p>
  );
}
