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
  const { trouble } = message;
  if (trouble === null) return null;
  return (
    <Notice tone={trouble.retrying ? "warn" : "bad"} title={titleOf(message)}>
      <p>{trouble.message}</p>
      {children}
    </Notice>
  );
}

function titleOf({ box, station, trouble }: DeskMessage): string {
  if (trouble?.retrying === true) return "自動でもう一度試しています。そのままお待ちください。";
  if (box === "received") return "受け取りに問題がありました。確認をお願いします。";
  if (station === "refused") return "相手が開けませんでした。確認をお願いします。";
  if (station === "expired") return "相手に届きませんでした。確認をお願いします。";
  return "送信が止まっています。確認をお願いします。";
}
