import "./office-label.css";
import type { ReactNode } from "react";

interface OfficeLabelProps {
  readonly number: string;
  readonly name: string | null;
  /** What the number is called. */
  readonly of?: "事業所番号" | "法人番号";
}

/** An office, or a corporation: its name large, its number beneath. */
export function OfficeLabel({ number, name, of = "事業所番号" }: OfficeLabelProps): ReactNode {
  return (
    <span className="office-label">
      <span className="office-label-name">{name ?? "名前の分からない事業所"}</span>
      <span className="office-label-number">
        {of} <span className="code">{number}</span>
      </span>
    </span>
  );
}
