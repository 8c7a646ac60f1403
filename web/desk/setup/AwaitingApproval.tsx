import type { DeskState } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { desk, theApp } from "../api.ts";
import { useDesk, useDeskAction } from "../desk-context.ts";

type Awaited = NonNullable<Extract<DeskState, { phase: "not-enrolled" }>["awaited"]>;

interface AwaitingApprovalProps {
  readonly awaited: Awaited;
  /** To the form of the setup, to ask anew after a refusal. */
  readonly onAskAgain: () => void;
}

/** 承認待ち: the certificate was asked for, and the operator looks at it first; or has refused it. */
export function AwaitingApproval({ awaited, onAskAgain }: AwaitingApprovalProps): ReactNode {
  const { office, refusal } = awaited;
  return (
    <Frame suffix="初期設定" side={<OfficeLabel {...office} />}>
      {refusal === null ? (
        <Waiting awaited={awaited} />
      ) : (
        <Refused refusal={refusal} onAskAgain={onAskAgain} />
      )}
    </Frame>
  );
}

function Waiting({ awaited: { office, askedAt } }: { readonly awaited: Awaited }): ReactNode {
  const { enter } = useDesk();
  const [asked, setAsked] = useState(false);
  const ask = useDeskAction(async () => {
    setAsked(false);
    enter(await desk.collectCertificate());
    setAsked(true);
  });
  return (
    <Page
      title="電子証明書の承認を待っています"
      lead="申請はセンターに届いています。運営窓口が内容を確かめ、承認すると、電子証明書が発行されます。"
      width="narrow"
    >
      <Card>
        <Facts
          facts={[
            ["事業所", `${office.name} (${office.number})`],
            ["申請した日時", <Moment key="at" at={askedAt} />],
          ]}
        />
        <Notice tone="info" title="することはありません。発行されると自動で入ります。">
          <p>
            1分ごとに確かめています。パソコンの電源を切っても、次にアプリを開いたときに続きから確かめます。
          </p>
        </Notice>
        <Failure title="確かめられませんでした" error={ask.error} otherSide={theApp} />
        <div className="form-actions">
          <Button look="plain" icon="refresh" pending={ask.pending} onPress={() => ask.run()}>
            今すぐ確かめる
          </Button>
        </div>
        <p role="status">
          {asked && !ask.pending && ask.error === undefined
            ? "まだ承認されていません。このままお待ちください。"
            : ""}
        </p>
      </Card>
      <p className="soft small">
        数日たっても変わらないときは、事業所番号を添えて運営窓口にお問い合わせください。
      </p>
    </Page>
  );
}

interface RefusedProps {
  readonly refusal: NonNullable<Awaited["refusal"]>;
  readonly onAskAgain: () => void;
}

function Refused({ refusal: { reason, at }, onAskAgain }: RefusedProps): ReactNode {
  return (
    <Page title="電子証明書の申請は承認されませんでした" width="narrow">
      <Card>
        <Notice tone="warn" title="運営窓口からの理由" live="status">
          <p>{reason}</p>
          <p className="soft small">
            <Moment at={at} />
          </p>
        </Notice>
        <p>
          理由のとおりに直してから、もう一度申請してください。事業所ユーザIDとパスワード、証明書発行用パスワードを使います。
        </p>
        <div className="form-actions">
          <Button look="primary" icon="shield" onPress={onAskAgain}>
            もう一度申請する
          </Button>
        </div>
      </Card>
    </Page>
  );
}
