import type { DeskMessage } from "@tsunagi/contract/desk";
import { monthInEra, serviceTypeName } from "@tsunagi/standard";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { FindingList } from "../../parts/files/FindingList.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { Progress } from "../../parts/look/Progress.tsx";
import { type Resource, useResource } from "../../parts/state/use-resource.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { base64Of, saveFile } from "../drafts/outgoing.ts";
import { SendingProgress } from "../messages/SendingProgress.tsx";
import { JustSent } from "../tray/JustSent.tsx";
import { careUserKey } from "./plan-content.ts";
import { usePlanMonth, usePlans } from "./plan-month.ts";
import { monthAddress } from "./plan-places.ts";
import { plansToSend } from "./plan-state.ts";
import { type PreparedSet, preparePlans } from "./prepare-plans.ts";

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
          <Sets sets={resource.value.sets} />
          <Failure title="送信できませんでした" error={sending.error} otherSide={theApp} />
          <Bar
            sets={resource.value.sets}
            pending={sending.pending}
            onSend={(ready) => sending.run(ready)}
          />
        </>
      ) : null}
    </Page>
  );
}

function Sets({ sets }: { readonly sets: readonly PreparedSet[] }): ReactNode {
  return (
    <ul className="plan-rows" aria-label="送り先">
      {sets.map((set) => {
        const { kind, receiver, receiverName, users, findings } = set;
        return (
          <li key={`${kind} ${receiver.office}/${receiver.serviceType}`} className="plan-row">
            <span className="plan-row-name">
              <OfficeLabel number={receiver.office} name={receiverName} />
              {kind === "deletion" ? (
                <strong className="small">前に送った予定の取り消し（利用がなくなったため）</strong>
              ) : null}
              <span className="small soft">
                {`${serviceTypeName(receiver.serviceType) ?? receiver.serviceType}　${users
                  .map(({ user }) => `${user.name} 様`)
                  .join("、")}`}
              </span>
            </span>
            <Standing set={set} />
            {findings.length === 0 ? null : (
              <div className="plan-row-more">
                <FindingList findings={findings} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Standing({ set }: { readonly set: PreparedSet }): ReactNode {
  if (hasError(set)) {
    return (
      <Badge tone="bad" icon="alert">
        直すところあり
      </Badge>
    );
  }
  if (set.canReceive) {
    return (
      <Badge tone="good" icon="check">
        送れます
      </Badge>
    );
  }
  return (
    <span className="row">
      <Badge tone="warn" icon="alert">
        ここからは送れません
      </Badge>
      <Button
        look="quiet"
        icon="download"
        label={`${set.receiverName}: ファイルに保存`}
        onPress={() => {
          set.files.forEach(saveFile);
        }}
      >
        ファイルに保存
      </Button>
    </span>
  );
}

function Bar({
  sets,
  pending,
  onSend,
}: {
  readonly sets: readonly PreparedSet[];
  readonly pending: boolean;
  readonly onSend: (ready: readonly PreparedSet[]) => void;
}): ReactNode {
  const ready = sets.filter((set) => set.canReceive && !hasError(set));
  const faulty = sets.some(hasError);
  const away = officesIn(sets.filter(({ canReceive }) => !canReceive));
  const canSend = ready.length > 0 && !faulty;
  return (
    <div className={`send-bar ${canSend ? "send-bar-ready" : ""}`}>
      <p>
        <strong>
          {faulty
            ? "直すところがあるため、送れません。"
            : ready.length === 0
              ? "送れる事業所がありません。"
              : `${officesIn(ready)}か所の事業所へ送ります。`}
        </strong>
        {away === 0 ? null : (
          <span className="soft">
            {` ${away}か所はこのネットワークで受け取れないため、ファイルか紙で渡してください。`}
          </span>
        )}
      </p>
      <Button
        look="primary"
        icon="send"
        disabled={!canSend}
        pending={pending}
        onPress={() => {
          onSend(ready);
        }}
      >
        予定を送る
      </Button>
    </div>
  );
}

function hasError({ findings }: PreparedSet): boolean {
  return findings.some(({ severity }) => severity === "error");
}

function officesIn(sets: readonly PreparedSet[]): number {
  return new Set(sets.map(({ receiver }) => receiver.office)).size;
}
