import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import type { Loaded } from "../../parts/state/use-resource.ts";
import { theApp } from "../api.ts";
import { MessageList } from "./MessageList.tsx";
import { SendingProgress } from "./SendingProgress.tsx";
import { SentRow } from "./SentRow.tsx";

/** 送信一覧: what was sent, and where it is. */
export function SentPage({ sent }: { readonly sent: Loaded<readonly DeskMessage[]> }): ReactNode {
  const { resource } = sent;
  const toSend = (
    <LinkButton href={addressOf("send")} look="primary" icon="send">
      新しく送る
    </LinkButton>
  );
  const empty = resource.state === "ready" && resource.value.length === 0;

  return (
    <Page
      title="送信一覧"
      lead="送ったデータがいまどこにあるかを、相手が開くところまで見られます。"
      actions={empty ? undefined : toSend}
    >
      <SendingProgress />
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="送信一覧を読み込めませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={sent.reload}
        />
      ) : null}
      {empty ? (
        <EmptyState icon="outbox" title="送ったデータはまだありません">
          <p>
            データを送ると、ここに並びます。センターが受け付け、相手が受け取り、開いたことまで、この画面で分かります。
          </p>
          {toSend}
        </EmptyState>
      ) : null}
      {resource.state === "ready" && resource.value.length > 0 ? (
        <MessageList
          label="送信したデータ"
          messages={resource.value}
          filters={[
            { value: "all", label: "すべて" },
            { value: "trouble", label: "要確認" },
          ]}
          row={(message) => <SentRow message={message} />}
        />
      ) : null}
    </Page>
  );
}
