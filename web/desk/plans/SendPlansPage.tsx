import type { DeskMessage } from "@tsunagi/contract/desk";
import { monthInEra } from "@tsunagi/standard";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { Progress } from "../../parts/look/Progress.tsx";
import { type Resource, useResource } from "../../parts/state/use-resource.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { base64Of } from "../drafts/outgoing.ts";
import { SendingProgress } from "../messages/SendingProgress.tsx";
import { JustSent } from "../tray/JustSent.tsx";
import { PlanSetList } from "./PlanSetList.tsx";
import { careUserKey } from "./plan-content.ts";
import { usePlanMonth, usePlans } from "./plan-month.ts";
import { monthAddress } from "./plan-places.ts";
import { plansToSend } from "./plan-state.ts";
import { type PreparedSet, preparePlans } from "./prepare-plans.ts";
import { SendPlansBar } from "./SendPlansBar.tsx";

interface SendPlansPageProps {
  readonly sent: Resource<readonly DeskMessage[]>;
}

/** 予定を送る: the sets of all partners, checked; one button; and how far they have come. */
export function SendPlansPage({ sent }: SendPlansPageProps): ReactNode {
  const { month, keeper, office } = usePlanMonth();
  const { drafts } = usePlans();
  const [justSent, setJustSent] = useState<readonly string[]>([]);
  const plans = useMemo(() => plansToSend(drafts.values()), [drafts]);
  const prepare = useCallback(() => preparePlans(office, plans, new Date()), [office, plans]);
  const { resource, reload } = useResource(prepare);
  const sending = useDeskAction(async (sets: readonly PreparedSet[]) => {
    const keys = new Set(sets.flatMap(({ users }) => users.map(({ user }) => careUserKey(user))));
    const known = await keeper.saved();
    const { messageIds } = await desk.sendDrafts({
      body: {
        drafts: known.filter(({ careUser }) => keys.has(careUser)),
        files: sets.flatMap(({ files }) =>
          files.map((file) => ({ name: file.name, bytes: base64Of(file) })),
        ),
      },
    });
    setJustSent(messageIds);
    await keeper.reload();
  });
  const back = { href: monthAddress(month), label: "予定の一覧へ" };

  return (
    <Page title={`予定を送る ${monthInEra(month)}分`} back={back}>
      <SendingProgress />
      <JustSent ids={justSent} sent={sent} />
      {plans.length === 0 && justSent.length === 0 ? (
        <EmptyState icon="send" title="送る予定がありません">
          <p>予定を作るか直すと、ここから送れます。</p>
        </EmptyState>
      ) : null}
      {plans.length > 0 && resource.state === "loading" ? (
        <Progress label="予定を確かめています" />
      ) : null}
      {plans.length > 0 && resource.state === "failed" ? (
        <Failure
          title="送る準備ができませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={reload}
        />
      ) : null}
      {plans.length > 0 && resource.state === "ready" ? (
        <>
          {resource.value.problem === undefined ? null : (
            <Notice tone="bad" title={resource.value.problem} />
          )}
          <PlanSetList sets={resource.value.sets} />
          <Failure title="送信できませんでした" error={sending.error} otherSide={theApp} />
          <SendPlansBar
            sets={resource.value.sets}
            pending={sending.pending}
            onSend={(ready) => sending.run(ready)}
          />
        </>
      ) : null}
    </Page>
  );
}
