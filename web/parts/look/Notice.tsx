import "./notice.css";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

export type NoticeTone = "info" | "good" | "warn" | "bad";

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly children?: ReactNode;
  /** `alert` is read out at once, `status` when there is time; without it the notice only stands there. */
  readonly live?: "alert" | "status";
}

/** Something to know, with a sign and a word for its weight, so that it does not hang on colour. */
export function Notice({ tone, title, children, live }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice-${tone}`} role={live}>
      <span className="notice-sign">
        <Icon name={signs[tone]} />
        <span className="unseen">{words[tone]}</span>
      </span>
      <div className="notice-text">
        <p className="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

const signs: Readonly<Record<NoticeTone, IconName>> = {
  info: "info",
  good: "check",
  warn: "alert",
  bad: "alert",
};

const words: Readonly<Record<NoticeTone, string>> = {
  info: "お知らせ: ",
  good: "完了: ",
  warn: "注意: ",
  bad: "問題: ",
};
