import "./office-label.css";
import type { ReactNode } from "react";

interface OfficeLabelProps {
  readonly number: string;
  readonly name: string | null;
}

/** An office: its name large, its number (事業所番号) beneath. */
export function OfficeLabel({ number, name }: OfficeLabelProps): ReactNode {
  return (
    <span className="office-label">
      <span className="office-label-name">{name ?? "名前の分からない事業所"}</span>
      <span className="office-label-number">
        事業所番号 <span className="code">{number}</span>
      </span>
    </span>
  );
}
