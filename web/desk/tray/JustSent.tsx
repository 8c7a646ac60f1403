import "../messages/message-list.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "../../parts/look/Notice.tsx";
import type { Resource } from "../../parts/state/use-resource.ts";
import { SentRow } from "../messages/SentRow.tsx";

interface JustSentProps {
  readonly ids: readonly string[];
  readonly sent: Resource<readonly DeskMessage[]>;
}

/** What has just been sent from this page, with its trail as it moves. */
export function JustSent({ ids, sent }: JustSentProps): ReactNode {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (ids.length > 0) place.current?.focus();
  }, [ids]);
  if (ids.length === 0) return null;
  const messages =
    sent.state === "ready" ? sent.value.filter((message) => ids.includes(message.id)) : [];
  return (
    <section ref={place} tabIndex={-1} className="stack just-sent" aria-label="いま送信したもの">
      <Notice tone="good" title={`${ids.length}件を送信箱に入れ、送っています。`} live="status">
        <p>
          下の足どりが、相手が開くまで進みます。この画面を離れても送信は続き、あとからは「送信一覧」で見られます。
        </p>
      </Notice>
      {messages.length === 0 ? null : (
        <ul className="message-list" aria-label="いま送信したデータ">
          {messages.map((message) => (
            <li key={message.id}>
              <SentRow message={message} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
