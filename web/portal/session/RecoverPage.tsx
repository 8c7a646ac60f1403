import "./recover.css";
import type { OfficeSession, Recovered, RecoveryLink } from "@tsunagi/contract/exchange";
import { type ReactNode, useCallback, useState } from "react";
import { ChoosePassword } from "../../parts/form/ChoosePassword.tsx";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useResource } from "../../parts/state/use-resource.ts";
import { centre, theCentre } from "../api.ts";
import { IssuePasswordPage } from "./IssuePasswordPage.tsx";

interface RecoverPageProps {
  /** Of the mail's link. */
  readonly token: string;
  /** Null where the office has a second factor: then it logs in with its new password and a code. */
  readonly onEnter: (session: OfficeSession | null) => void;
}

/** Where the link of a mail leads: the office's ID, and a new password for it. */
export function RecoverPage({ token, onEnter }: RecoverPageProps): ReactNode {
  const [recovered, setRecovered] = useState<Recovered>();
  const load = useCallback(
    (signal: AbortSignal) => centre.openRecovery({ body: { token } }, { signal }),
    [token],
  );
  const { resource } = useResource(load);
  const issuePassword = recovered?.issuePassword ?? null;
  if (recovered !== undefined && issuePassword !== null) {
    return (
      <Frame suffix="利用状況">
        <IssuePasswordPage
          issuePassword={issuePassword}
          onGoOn={() => {
            onEnter(recovered.session);
          }}
        />
      </Frame>
    );
  }
  return (
    <Frame suffix="利用状況">
      <Page title="新しいパスワード" width="narrow">
        {resource.state === "loading" ? <Loading /> : null}
        {resource.state === "failed" ? (
          <>
            <Failure
              title="リンクを開けませんでした"
              error={resource.error}
              otherSide={theCentre}
            />
            <div className="row">
              <LinkButton look="primary" href={addressOf("lost")}>
                申し込み直す
              </LinkButton>
              <LinkButton href={addressOf()}>ログインの画面へ</LinkButton>
            </div>
          </>
        ) : null}
        {resource.state === "ready" ? (
          <ChooseCard
            link={resource.value}
            token={token}
            onRecovered={(done) => {
              if (done.issuePassword === null) onEnter(done.session);
              else setRecovered(done);
            }}
          />
        ) : null}
      </Page>
    </Frame>
  );
}

interface ChooseCardProps {
  readonly link: RecoveryLink;
  readonly token: string;
  readonly onRecovered: (recovered: Recovered) => void;
}

function ChooseCard({ link, token, onRecovered }: ChooseCardProps): ReactNode {
  return (
    <Card>
      <Facts
        facts={[
          ["事業所", link.office.name],
          [
            "事業所ユーザID",
            <strong key="id" className="recover-id">
              {link.officeId}
            </strong>,
          ],
        ]}
      />
      <p>このIDは、ログインのたびに使います。書き留めておいてください。</p>
      <ChoosePassword
        otherSide={theCentre}
        onChoose={async (newPassword) => {
          onRecovered(await centre.recoverOffice({ body: { token, newPassword } }));
        }}
      />
    </Card>
  );
}
