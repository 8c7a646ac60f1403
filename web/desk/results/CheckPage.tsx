import "./results.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import { type ReactNode, useCallback, useState } from "react";
import { FindingList } from "../../parts/files/FindingList.tsx";
import { saveFile } from "../../parts/files/save-file.ts";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { useResource } from "../../parts/state/use-resource.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { base64Of } from "../drafts/outgoing.ts";
import { JustSent } from "../tray/JustSent.tsx";
import { Differences } from "./Differences.tsx";
import type { EntryPageProps } from "./EntryPage.tsx";
import { type PreparedResults, prepareResults } from "./prepare.ts";
import { SaveState } from "./SaveState.tsx";
import { UnreadPlans } from "./UnreadPlans.tsx";
import type { EntryUser } from "./use-entry.ts";

type CheckPageProps = EntryPageProps & { readonly sent: readonly DeskMessage[] };

/** 確認: what will go to the care manager, how it differs from the plan, what the check says; then one button. */
export function CheckPage(props: CheckPageProps): ReactNode {
  const { route, plans, entry, name, address, sent } = props;
  const { users, keeper } = entry;
  const prepare = useCallback(() => prepareResults(route, users, new Date()), [route, users]);
  const { resource } = useResource(prepare);
  const prepared = resource.state === "ready" ? resource.value : undefined;
  const [justSent, setJustSent] = useState<readonly string[]>([]);
  const unchecked = users.filter(({ draft }) => !draft.checked);

  const sending = useDeskAction(async () => {
    const all = await keeper.saved();
    const planned = new Set(users.map(({ key }) => key));
    const drafts = all.filter(({ careUser }) => planned.has(careUser));
    // Made anew: the set time is that of the sending.
    const { files } = await prepareResults(route, users, new Date());
    const body = {
      drafts,
      files: files.map((file) => ({ name: file.name, bytes: base64Of(file) })),
    };
    setJustSent((await desk.sendDrafts({ body })).messageIds);
    await keeper.reload();
  });

  const ready = prepared !== undefined && unchecked.length === 0 && prepared.canBeSent;
  const allSent = users.every(({ isSent }) => isSent);
  const before = !allSent && users.some((user) => user.sent !== null);
  return (
    <Page
      title={`${name} ${monthOfService(route.month)}の実績の確認`}
      back={{ href: address(), label: "実績の入力に戻る" }}
    >
      <UnreadPlans unread={plans.unread} />
      <SaveState entry={entry} />
      {unchecked.length === 0 ? null : (
        <Notice tone="warn" title={`まだ確認していない方が${unchecked.length}人います。`}>
          <p>{unchecked.map((user) => `${user.name}さん`).join("、")}</p>
          <div>
            <LinkButton href={address()}>入力に戻って確認する</LinkButton>
          </div>
        </Notice>
      )}
      {entry.withoutPlan === 0 ? null : (
        <Notice
          tone="warn"
          title={`予定が取り消された方の下書きが${entry.withoutPlan}人分あります。`}
        >
          <p>この方の実績は送りません。</p>
        </Notice>
      )}
      {resource.state === "loading" ? <Loading words="確かめています" /> : null}
      {resource.state === "failed" ? (
        <Failure title="確かめられませんでした" error={resource.error} otherSide={theApp} />
      ) : null}
      {prepared === undefined ? null : (
        <>
          <Card title="送るもの">
            <Facts
              facts={[
                ["送り先", <OfficeLabel key="to" number={route.manager.office} name={name} />],
                ["実績のある利用者", `${prepared.given}人`],
                ...(prepared.withoutResults === 0
                  ? []
                  : [
                      [
                        "実施のなかった利用者",
                        `${prepared.withoutResults}人（実績に入りません）`,
                      ] as const,
                    ]),
                ...(prepared.deleted === 0
                  ? []
                  : [
                      [
                        "前に送った実績を削除",
                        `${prepared.deleted}人（削除情報を送ります）`,
                      ] as const,
                    ]),
                [
                  "ファイル",
                  <ul key="files" className="stack-narrow">
                    {prepared.files.map((file) => (
                      <li key={file.name} className="code">
                        {file.name}
                      </li>
                    ))}
                  </ul>,
                ],
              ]}
            />
            {before ? (
              <p className="soft">
                前に送った実績は、相手のところで今回の内容に置き換わります。月の全員分を送り直します。
              </p>
            ) : null}
            {users.some(leavesUnits) ? (
              <p className="soft">
                率の加算など時刻のない行の単位数は、予定のままです。請求のときに計算するものは、入力の画面で
                0 にできます。
              </p>
            ) : null}
            {prepared.problem === undefined ? null : (
              <Notice tone="bad" title="このままではファイルを作れません。">
                <p>{prepared.problem}</p>
              </Notice>
            )}
            <FindingList findings={prepared.findings} />
            {prepared.findings.length === 0 && prepared.problem === undefined ? (
              <Notice tone="good" title="標準の決まりに合っています。" />
            ) : null}
          </Card>
          <Differences route={route} plans={plans.documents} prepared={prepared} />
        </>
      )}
      <Failure title="送信できませんでした" error={sending.error} otherSide={theApp} />
      <JustSent ids={justSent} sent={{ state: "ready", value: sent }} />
      {prepared === undefined ? null : (
        <div className={`send-bar ${ready ? "send-bar-ready" : ""}`}>
          <p>
            <strong>
              {ready ? whatWillBe(name, allSent) : reasonNotReady(prepared, unchecked.length)}
            </strong>
          </p>
          <div className="row">
            <Button
              icon="download"
              disabled={prepared.files.length === 0}
              onPress={() => {
                prepared.files.forEach(saveFile);
              }}
            >
              ファイルに保存
            </Button>
            <Button
              look={allSent ? "plain" : "primary"}
              icon="send"
              disabled={!ready}
              pending={sending.pending}
              onPress={sending.run}
            >
              {allSent ? "もう一度送る" : "実績を送る"}
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
}

/** Whether something was different and a line without times stands as planned: percent additions follow the rest. */
function leavesUnits({ differences, draft }: EntryUser): boolean {
  const untimed = draft.lines.filter(
    ({ times, given }) => times.start === "9999" && given.length > 0,
  );
  return differences > 0 && untimed.length > 0;
}

function whatWillBe(name: string, allSent: boolean): string {
  return allSent ? "この内容は送信済みです。" : `${name}へ送ります。`;
}

function reasonNotReady({ files, problem }: PreparedResults, unchecked: number): string {
  if (unchecked > 0) return `あと${unchecked}人の確認が済むと送れます。`;
  if (problem !== undefined) return "直すところがあるため、送れません。";
  return files.length === 0 ? "送る実績がありません。" : "直すところがあるため、送れません。";
}
