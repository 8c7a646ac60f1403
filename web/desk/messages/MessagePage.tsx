import type { DeskMessage } from "@tsunagi/contract/desk";
import { type ReactNode, useCallback, useEffect } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useResource } from "../../parts/state/use-resource.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { allFilesAddress, desk, theApp } from "../api.ts";
import { comparedAs, titleOfComparison } from "../compare/what-to-compare.ts";
import { useDesk } from "../desk-context.ts";
import { CancelMessage } from "./CancelMessage.tsx";
import { EvidenceCard } from "./EvidenceCard.tsx";
import { FileList } from "./FileList.tsx";
import { NoticePage } from "./NoticePage.tsx";
import { Resend } from "./Resend.tsx";
import { SendAgain } from "./SendAgain.tsx";
import { StationTrail } from "./StationTrail.tsx";
import { cameAbout, canCancel, stationSentence } from "./stations.ts";
import { TroubleNotice } from "./TroubleNotice.tsx";

interface MessagePageProps {
  readonly id: string;
  readonly box: DeskMessage["box"];
}

/** One message of either list. Opening a received one marks it read. */
export function MessagePage({ id, box }: MessagePageProps): ReactNode {
  const { onChanged } = useDesk();
  const load = useCallback(
    (signal: AbortSignal) => desk.message({ params: { id } }, { signal }),
    [id],
  );
  const { resource, reload, put } = useResource(load);
  useEffect(
    () =>
      onChanged((what) => {
        if (what === box) reload();
      }),
    [onChanged, reload, box],
  );

  const unread =
    resource.state === "ready" && resource.value.box === "received" && !resource.value.read;
  useEffect(() => {
    if (!unread) return;
    // If it does not work out, the message stays unread in the list, which is the truth then.
    desk.markRead({ params: { id } }).then(put, () => undefined);
  }, [unread, id, put]);

  const back = {
    href: addressOf(box),
    label: box === "sent" ? "送信一覧に戻る" : "受信一覧に戻る",
  };
  if (resource.state === "loading") {
    return (
      <Page title="データを開いています" back={back}>
        <Loading />
      </Page>
    );
  }
  if (resource.state === "failed") {
    return (
      <Page title="データを開けませんでした" back={back}>
        <Failure
          title="このデータを読み込めませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={reload}
        />
      </Page>
    );
  }
  const message = resource.value;
  if (message.notice !== null) return <NoticePage message={message} notice={message.notice} />;
  return (
    <Page title={message.title} back={back}>
      <TroubleNotice message={message}>
        {waitsByItself(message) ? <SendAgain onDone={reload} /> : null}
        {isHeld(message) ? <Resend message={message} onDone={put} /> : null}
      </TroubleNotice>
      <Card title="内容">
        <Facts facts={factsOf(message)} />
        <div className="row">
          <ContentsLink message={message} />
          <CompareLink message={message} />
        </div>
      </Card>
      {message.files.length === 0 ? null : (
        <Card title={`ファイル (${message.files.length}件)`}>
          <FileList id={message.id} files={message.files} />
          <div className="row">
            <LinkButton
              href={allFilesAddress(message.id)}
              look={message.box === "received" ? "primary" : "plain"}
              icon="download"
              download={`${message.id}.zip`}
            >
              すべてまとめて保存する (ZIP)
            </LinkButton>
          </div>
        </Card>
      )}
      <Card title="足どり">
        <StationTrail message={message} size="full" />
        {canCancel(message) ? <CancelMessage message={message} onCancelled={put} /> : null}
      </Card>
      <EvidenceCard key={message.station} id={message.id} />
    </Page>
  );
}

function ContentsLink({ message }: { readonly message: DeskMessage }): ReactNode {
  if (message.files.length === 0) return null;
  return (
    <LinkButton href={addressOf(message.box, message.id, "contents")} icon="document">
      中を見る
    </LinkButton>
  );
}

function CompareLink({ message }: { readonly message: DeskMessage }): ReactNode {
  const as = comparedAs(message);
  if (as === undefined) return null;
  return (
    <LinkButton href={addressOf(message.box, message.id, "compare")} icon="compare">
      {titleOfComparison(as, message)}
    </LinkButton>
  );
}

/** In the outbox, and tried again by the app. */
function waitsByItself({ box, station, trouble }: DeskMessage): boolean {
  return box === "sent" && station === "made" && trouble?.retrying === true;
}

/** Sent, or to be sent, and not going on unless somebody acts. */
function isHeld({ box, trouble }: DeskMessage): boolean {
  return box === "sent" && trouble?.retrying === false;
}

function factsOf(message: DeskMessage): readonly (readonly [string, ReactNode])[] {
  const at = cameAbout(message);
  const month: readonly (readonly [string, ReactNode])[] =
    message.month === null ? [] : [["対象の月", monthOfService(message.month)]];
  return [
    [
      message.box === "sent" ? "送り先" : "送り主",
      <OfficeLabel key="partner" {...message.partner} />,
    ],
    ...month,
    [
      message.box === "sent" ? "作成した日時" : "届いた日時",
      at === null ? "-" : <Moment key="at" at={at} />,
    ],
    ["いまの状態", stationSentence(message)],
  ];
}
