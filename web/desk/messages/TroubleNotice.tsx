import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Notice } from "../../parts/look/Notice.tsx";

/** Why a message is held, and whether somebody must act; draws nothing when all is well. */
export function TroubleNotice({
  message,
  children,
}: {
  readonly message: DeskMessage;
  readonly children?: ReactNode;
}): ReactNode {
  const { trouble, box } = message;
  if (trouble === null) return null;
  const title = trouble.retrying
    ? "自動でもう一度試しています。そのままお待ちください。"
    : box === "sent"
      ? "送信が止まっています。確認をお願いします。"
      : "受け取りに問題がありました。確認をお願いします。";
  return (
    <Notice tone={trouble.retrying ? "warn" : "bad"} title={title}>
      <p>{trouble.message}</p>
      {children}
    </Notice>
  );
}
