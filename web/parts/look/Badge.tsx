import "./badge.css";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

export type BadgeTone = "main" | "good" | "warn" | "bad" | "quiet";

interface BadgeProps {
  readonly tone: BadgeTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A state in one word. */
export function Badge({ tone, icon, children }: BadgeProps): ReactNode {
  return (
    <span className={`badge badge-${tone}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  );
}
