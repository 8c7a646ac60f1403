import "../../parts/persons/persons.css";
import type { InvitedPerson } from "@tsunagi/contract/exchange";
import { type ReactNode, useCallback, useState } from "react";
import { ChoosePassword } from "../../parts/form/ChoosePassword.tsx";
import { Frame } from "../../parts/frame/Frame.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { useResource } from "../../parts/state/use-resource.ts";
import { codeOf } from "../../parts/words/sentence-of.ts";
import { centre, theCentre } from "../api.ts";

/** Where the link of an invitation leads: the person's ID, and a password for it. Nobody logs in here. */
export function InvitationPage({ token }: { readonly token: string }): ReactNode {
  const [chosenBy, setChosenBy] = useState<InvitedPerson>();
  const load = useCallback(
    (signal: AbortSignal) => centre.openInvitation({ body: { token } }, { signal }),
    [token],
  );
  const { resource, reload } = useResource(load);
  if (chosenBy !== undefined) {
    return (
      <Frame suffix="個人ユーザの招待">
        <ChosenPage invited={chosenBy} />
      </Frame>
    );
  }
  return (
    <Frame suffix="個人ユーザの招待">
      <Page
        title="パスワードを決める"
        lead="アプリ「つなぎ」にログインするための、あなただけのパスワードです。"
        width="narrow"
      >
        {resource.state === "loading" ? <Loading /> : null}
        {resource.state === "failed" ? (
          <Failure
            title="リンクを開けませんでした"
            error={resource.error}
            otherSide={theCentre}
            {...(codeOf(resource.error) !== "invitation-ended" && { onAgain: reload })}
          />
        ) : null}
        {resource.state === "ready" ? (
          <Card>
            <InvitedFacts invited={resource.value} />
            <p className="soft">
              リンクは <Moment at={resource.value.expiresAt} /> まで、1度だけ使えます。
            </p>
            <ChoosePassword
              otherSide={theCentre}
              onChoose={async (newPassword) => {
                await centre.acceptInvitation({ body: { token, newPassword } });
                setChosenBy(resource.value);
              }}
            />
          </Card>
        ) : null}
      </Page>
    </Frame>
  );
}

function InvitedFacts({ invited }: { readonly invited: InvitedPerson }): ReactNode {
  return (
    <Facts
      facts={[
        ["事業所", invited.office.name],
        [
          "個人ユーザID",
          <strong key="id" className="letter-secret">
            {invited.personId}
          </strong>,
        ],
      ]}
    />
  );
}

function ChosenPage({ invited }: { readonly invited: InvitedPerson }): ReactNode {
  return (
    <Page title="パスワードを決めました" width="narrow">
      <Notice tone="good" title="このIDを書き留めてください。" live="status">
        <p>ログインのたびに使います。</p>
      </Notice>
      <Card title="次にすること">
        <InvitedFacts invited={invited} />
        <p>
          事業所のパソコンで、つなぎのアプリを開きます。このIDと、いま決めたパスワードを入力してください。続けて、事業所ユーザのIDとパスワードを入力します。分からないときは、事業所の管理者にお聞きください。
        </p>
      </Card>
    </Page>
  );
}
