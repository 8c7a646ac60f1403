import "./page.css";
import { type ReactNode, useEffect, useRef } from "react";

interface PageProps {
  readonly title: string;
  /** Beneath the title: what the page is for, in a sentence. */
  readonly lead?: ReactNode;
  /** Above the title: the way back. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Beside the title: what can be done with the whole page. */
  readonly actions?: ReactNode;
  readonly width?: "wide" | "narrow";
  readonly children: ReactNode;
}

/** One page: names the window after itself, and takes the focus to its title when the user comes from another. */
export function Page({
  title,
  lead,
  back,
  actions,
  width = "wide",
  children,
}: PageProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} - つなぎ`;
    if (pageBefore !== undefined && pageBefore !== title) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    pageBefore = title;
  }, [title]);

  return (
    <div className={`page page-${width}`}>
      {back === undefined ? null : (
        <a className="page-back no-print" href={back.href}>
          ‹ {back.label}
        </a>
      )}
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <p className="page-lead">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** The title of the page shown last; the very first leaves the focus where the browser put it. */
let pageBefore: string | undefined;
