import "./wide-table.css";
import { type ReactNode, useId } from "react";

interface WideTableProps {
  readonly caption: string;
  readonly look?: "plain" | "grid";
  /** The head and the body. */
  readonly children: ReactNode;
}

/** A table that may be wider than the window: then it moves beneath the finger, or by the arrow keys. */
export function WideTable({ caption, look = "plain", children }: WideTableProps): ReactNode {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="wide-table" aria-labelledby={id} tabIndex={0}>
      <table className={`wide-table-${look}`}>
        <caption id={id}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
