import "./icon.css";
import type { ReactNode } from "react";

export type IconName =
  | "alert"
  | "arrow"
  | "bell"
  | "check"
  | "clock"
  | "compare"
  | "cross"
  | "document"
  | "download"
  | "folder"
  | "gear"
  | "home"
  | "inbox"
  | "info"
  | "mail"
  | "map"
  | "outbox"
  | "person"
  | "print"
  | "question"
  | "refresh"
  | "send"
  | "shield"
  | "trash";

/** A sign beside words, never instead of them: it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {strokes[name]}
    </svg>
  );
}

const strokes: Readonly<Record<IconName, ReactNode>> = {
  alert: <path d="M12 3.5 22 20.5H2ZM12 10v5M12 17.6v.4" />,
  arrow: <path d="m9 5 7 7-7 7" />,
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15ZM10 21h4" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  clock: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3.5 2.5" />,
  compare: <path d="M4 7.5h13M13 3.5l4 4-4 4M20 16.5H7M11 12.5l-4 4 4 4" />,
  cross: <path d="m6 6 12 12M18 6 6 18" />,
  document: <path d="M6 2.5h8l4.5 4.5v14.5H6ZM13.5 3v4.5H18M9 12h6M9 16h6" />,
  download: <path d="M12 3.5v11.5M7 10.5l5 5 5-5M4.5 20h15" />,
  folder: <path d="M3 5.5h6.5l2 2.5H21v11.5H3Z" />,
  gear: (
    <path d="M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10.5 3h3l.6 2.6 2 .9 2.3-1.4 2.1 2.1-1.4 2.3.9 2 2.6.6v3l-2.6.6-.9 2 1.4 2.3-2.1 2.1-2.3-1.4-2 .9-.6 2.6h-3l-.6-2.6-2-.9-2.3 1.4-2.1-2.1 1.4-2.3-.9-2L3 13.5v-3l2.6-.6.9-2-1.4-2.3 2.1-2.1 2.3 1.4 2-.9Z" />
  ),
  home: <path d="M3.5 11.5 12 4l8.5 7.5M6 9.5v10.5h12V9.5M10 20v-6h4v6" />,
  inbox: <path d="M3 13.5 6 5h12l3 8.5V20H3ZM3 13.5h5l1.5 3h5l1.5-3h5" />,
  info: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v6M12 7.2v.4" />,
  mail: <path d="M3 5.5h18v13H3ZM3.5 6.5 12 13l8.5-6.5" />,
  map: <path d="M9 4 3 6.5V20l6-2.5 6 2.5 6-2.5V4l-6 2.5ZM9 4v13.5M15 6.5V20" />,
  outbox: <path d="M3 13.5V20h18v-6.5M12 15.5V4M7.5 8.5 12 4l4.5 4.5" />,
  person: (
    <path d="M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c0-4 3.4-6.5 7.5-6.5s7.5 2.5 7.5 6.5" />
  ),
  print: <path d="M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 14h10v6.5H7Z" />,
  question: (
    <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.2 9.6a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.4 1-1.4 2.1M12 16.9v.4" />
  ),
  refresh: <path d="M20 12a8 8 0 1 1-2.5-5.8M20 3v4.5h-4.5" />,
  send: <path d="M3 11.5 21 3.5l-5.5 17-4-7ZM11.5 13.5 21 3.5" />,
  shield: (
    <path d="M12 3 4.5 6v5.5c0 4.6 3 7.7 7.5 9.5 4.5-1.8 7.5-4.9 7.5-9.5V6ZM8.5 12l2.5 2.5 4.5-5" />
  ),
  trash: <path d="M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5 7.5 20.5h9l1-14M10 10.5v6M14 10.5v6" />,
};
