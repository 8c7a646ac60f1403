import "./empty-state.css";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
}

/** Stands in an empty place and says what will happen here. */
export function EmptyState({ icon, title, children }: EmptyStateProps): ReactNode {
  return (
    <div className="empty-state">
      <span className="empty-state-sign">
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      <div className="empty-state-text">{children}</div>
    </div>
  );
}
