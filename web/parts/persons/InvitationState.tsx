import type { Person } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Moment } from "../look/Moment.tsx";

/** How far the invitation by mail has come; nothing where none is open. */
export function InvitationState({
  person: { invitation },
}: {
  readonly person: Person;
}): ReactNode {
  if (invitation === null) return null;
  const { state, until } = invitation;
  if (state === "failed") {
    return (
      <span className="persons-trouble">
        招待のメールを送れませんでした。アドレスをご確認のうえ、送り直してください。
      </span>
    );
  }
  if (state === "ended") {
    return (
      <span className="persons-trouble">招待のリンクの期限が過ぎました。送り直してください。</span>
    );
  }
  if (until === null)
    return <span className="soft small">招待のメールを、数分のうちに送ります。</span>;
  return (
    <span className="soft small">
      招待のメールを送りました。リンクは <Moment at={until} /> まで使えます。
    </span>
  );
}
