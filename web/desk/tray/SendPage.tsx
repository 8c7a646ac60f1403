import type { DeskMessage, Tray } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { DropFiles } from "../../parts/files/DropFiles.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { Progress } from "../../parts/look/Progress.tsx";
import type { Resource } from "../../parts/state/use-resource.ts";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { SendingProgress } from "../messages/SendingProgress.tsx";
import { JustSent } from "./JustSent.tsx";
import { SendBar } from "./SendBar.tsx";
import { SetCard } from "./SetCard.tsx";
import { StrayCard } from "./StrayCard.tsx";
import { type Refusal, useTray } from "./use-tray.ts";

/** 送信: lay out files, see what they are and to whom they go, send. */
export function SendPage({ sent }: { readonly sent: Resource<readonly DeskMessage[]> }): ReactNode {
  const { tray, putting, progress, refusals, change } = useTray();
  const [justSent, setJustSent] = useState<readonly string[]>([]);
  const sending = useDeskAction(async (setIds: readonly string[]) => {
    const answer = await desk.sendTray({ body: { setIds: [...setIds] } });
    tray.put(answer.tray);
    setJustSent(answer.messageIds);
  });
  const { resource } = tray;

  return (
    <Page
      title="送信"
      lead="介護ソフトから書き出したファイルを入れると、送り先ごとにまとめて確かめます。"
    >
      <DropFiles
        what="送るファイル"
        hint="一度にいくつでも、フォルダごとでも置けます。PDFも添えられます。"
        onFiles={(files) => {
          setJustSent([]);
          putting.run(files);
        }}
        busy={putting.pending || sending.pending}
      />
      {progress === undefined ? null : (
        <Progress label="ファイルを確かめています" done={progress} />
      )}
      <Failure title="ファイルを入れられませんでした" error={putting.error} otherSide={theApp} />
      <Refusals refusals={refusals} />
      <SendingProgress />
      <JustSent ids={justSent} sent={sent} />
      <Failure title="変更できませんでした" error={change.error} otherSide={theApp} />
      {resource.state === "loading" ? <Loading /> : null}
      {resource.state === "failed" ? (
        <Failure
          title="送信の準備を読み込めませんでした"
          error={resource.error}
          otherSide={theApp}
          onAgain={tray.reload}
        />
      ) : null}
      {resource.state === "ready" ? <OnTray tray={resource.value} change={change} /> : null}
      <Failure title="送信できませんでした" error={sending.error} otherSide={theApp} />
      {resource.state === "ready" && resource.value.sets.length > 0 ? (
        <SendBar sets={resource.value.sets} sending={sending} busy={putting.pending} />
      ) : null}
    </Page>
  );
}

interface OnTrayProps {
  readonly tray: Tray;
  readonly change: ReturnType<typeof useTray>["change"];
}

function OnTray({ tray, change }: OnTrayProps): ReactNode {
  return (
    <>
      {tray.strays.map((file) => (
        <StrayCard key={file.fileId} file={file} sets={tray.sets} change={change} />
      ))}
      {tray.sets.map((set) => (
        <SetCard key={set.setId} set={set} change={change} />
      ))}
    </>
  );
}

function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }): ReactNode {
  if (refusals.length === 0) return null;
  return (
    <Notice
      tone="bad"
      title={`${refusals.length}件のファイルを入れられませんでした。`}
      live="alert"
    >
      <ul className="stack-narrow">
        {refusals.map(({ name, sentence }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat and the list only grows
          <li key={index}>
            <span className="code">{name}</span>: {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
