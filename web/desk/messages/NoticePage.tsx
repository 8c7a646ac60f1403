import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { cameAbout } from "./stations.ts";

/** A notice お知らせ about a message that was sent. */
export function NoticePage({
  message,
  notice,
}: {
  readonly message: DeskMessage;
  readonly notice: NonNullable<DeskMessage["notice"]>;
}): ReactNode {
  const at = cameAbout(message);
  return (
    <Page title={message.title} back={{ href: addressOf("received"), label: "受信一覧に戻る" }}>
      <Card title="お知らせ">
        <p>{notice.text}</p>
        <Facts
          facts={[
            ["送り先", <OfficeLabel key="partner" {...message.partner} />],
            ["お知らせの日時", at === null ? "-" : <Moment key="at" at={at} />],
          ]}
        />
        <div className="row">
          <LinkButton href={addressOf("sent", notice.about)} look="primary">
            送ったデータを見る
          </LinkButton>
        </div>
      </Card>
    </Page>
  );
}
