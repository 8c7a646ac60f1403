import type { ReactNode } from "react";
import { Icon, type IconName } from "../look/Icon.tsx";

export interface PlaceLink {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  /** A number beside the name and what it counts, e.g. 3 and `未読`. */
  readonly count?: { readonly number: number; readonly of: string };
}

/** The places of the app, one of them the current. */
export function Places({ links }: { readonly links: readonly PlaceLink[] }): ReactNode {
  return (
    <nav className="places" aria-label="主な画面">
      <ul className="frame-width places-list">
        {links.map(({ href, label, icon, current, count }) => (
          <li key={href}>
            <a className="places-link" href={href} aria-current={current ? "page" : undefined}>
              <Icon name={icon} />
              <span>{label}</span>
              {count === undefined || count.number === 0 ? null : (
                <span className="places-count">
                  {count.of}
                  {count.number}件
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
