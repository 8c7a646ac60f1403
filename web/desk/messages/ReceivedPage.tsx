import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import type { Loaded } from "../../parts/state/use-resource.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { theApp } from "../api.ts";
import { MessageList } from "./MessageList.tsx";
import { cameAbout, stationSentence } from "./stations.ts";
import { useFetchNow } from "./use-fetch-now.ts";

/** 受信一覧: what has come. */
export function ReceivedPage({
  received,
}: {
  readonly received: Loaded<readonly DeskMessage[]>;
}): ReactNode {
  const { fetchNow, outcome } = useFetchNow(received.reload);
  const { resource } = received;

  return (
    <Page
      title="受信一覧"
      lead="届いたデータは自動で受け取り、新しいものから並べます。"
      actions={
        <Button look="primary" icon="refresh" onPress={fetchNow.run} pending={fetchNow.pending}>
          いま確認する
        </Button>
      }
    >
      <Failure title="確認できませんでした" error={fetchNow.error} otherSide={theApp} />
      <p role="status" className={outcome === undefined ? "unseen" : "soft"}>
        {outcome}
      </p>
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="受信一覧を読み込めませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={received.reload}
        />
      ) : null}
      {resource.state === "ready" && resource.value.length === 0 ? (
        <EmptyState icon="inbox" title="届いたデータはまだありません">
          <p>
            ほかの事業所がサービス利用票や実績などを送ると、ここに並びます。この画面を開いたままにしておけば、届いたときにお知らせします。
          </p>
        </EmptyState>
      ) : null}
      {resource.state === "ready" && resource.value.length > 0 ? (
        <MessageList
          label="受信したデータ"
          messages={resource.value}
          filters={[
            { value: "all", label: "すべて" },
            { value: "unread", label: "未読" },
          ]}
          row={(message) => <ReceivedRow message={message} />}
        />
      ) : null}
    </Page>
  );
}

function ReceivedRow({ message }: { readonly message: DeskMessage }): ReactNode {
  const at = cameAbout(message);
  return (
    <a
      className={`message-row ${message.read ? "" : "message-row-unread"}`}
      href={addressOf("received", message.id)}
    >
      <span className="message-row-mark">
        {message.read ? (
          <span className="soft small">既読</span>
        ) : (
          <Badge tone="main">
            <span aria-hidden="true">●</span>未読
          </Badge>
        )}
      </span>
      <OfficeLabel {...message.partner} />
      <span className="message-row-what">
        <span className="message-row-title">{message.title}</span>
        {message.month === null ? null : (
          <span className="message-row-month">{monthOfService(message.month)}</span>
        )}
      </span>
      <span className="message-row-when">
        {at === null ? null : <Moment at={at} />}
        {message.trouble === null ? null : (
          <Badge tone="bad" icon="alert">
            {stationSentence(message)}
          </Badge>
        )}
      </span>
    </a>
  );
}
