import type { ReactNode } from "react";
import { Badge } from "../../parts/look/Badge.tsx";
import { Icon } from "../../parts/look/Icon.tsx";
import type { Concern } from "./concerns.ts";

/** What has to be seen to at an office; nothing is said in a word too. */
export function ConcernList({ concerns }: { readonly concerns: readonly Concern[] }): ReactNode {
  if (concerns.length === 0) {
    return (
      <Badge tone="good" icon="check">
        ありません
      </Badge>
    );
  }
  return (
    <ul className="corporation-concerns">
      {concerns.map(({ tone, text }) => (
        <li key={text} className={`corporation-concern corporation-concern-${tone}`}>
          <Icon name="alert" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
