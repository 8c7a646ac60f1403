import "./set-card.css";
import type { TraySet } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { FindingList } from "../../parts/files/FindingList.tsx";
import { SetSheet } from "../../parts/files/SetSheet.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { OfficeLabel } from "../../parts/look/OfficeLabel.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import type { Action } from "../../parts/state/use-action.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { countOf, findingOfSet, receiverObstacle } from "./findings.ts";
import { MendSet } from "./MendSet.tsx";
import { TrayFileRow } from "./TrayFileRow.tsx";
import { takeAway } from "./take-away.ts";
import type { TrayState } from "./use-tray.ts";

interface SetCardProps {
  readonly set: TraySet;
  readonly change: TrayState["change"];
}

/** One set (送信単位): to whom, what, for which month, its files, and what is in the way. */
export function SetCard({ set, change }: SetCardProps): ReactNode {
  const obstacle = receiverObstacle(set);
  return (
    <SetSheet
      tone={set.sendable ? "good" : "bad"}
      title={`${set.title}${set.month === null ? "" : ` ${monthOfService(set.month)}`}`}
      line={
        <>
          <span className="soft">送り先</span>
          <OfficeLabel {...set.to} />
        </>
      }
      state={<State set={set} />}
      about={
        <>
          {obstacle === undefined ? null : <Notice tone="bad" title={obstacle} />}
          <FindingList findings={set.findings.map(findingOfSet)} />
        </>
      }
      files={set.files.map((file) => <TrayFileRow key={file.fileId} file={file} change={change} />)}
    >
      <MendSet
        set={set}
        onTray={(tray) => {
          change.run(() => Promise.resolve(tray));
        }}
      />
      <Foot set={set} change={change} />
    </SetSheet>
  );
}

function State({ set }: { readonly set: TraySet }): ReactNode {
  const { errors, warnings } = countOf(set);
  if (!set.sendable) {
    return (
      <Badge tone="bad" icon="alert">
        {errors === 0 ? "送れません" : `直すところ ${errors}件`}
      </Badge>
    );
  }
  return (
    <span className="row">
      {warnings === 0 ? null : <Badge tone="warn">念のため確認 {warnings}件</Badge>}
      <Badge tone="good" icon="check">
        送れます
      </Badge>
    </span>
  );
}

function Foot({
  set,
  change,
}: {
  readonly set: TraySet;
  readonly change: Action<[() => Promise<TrayTaken>]>;
}): ReactNode {
  return (
    <div className="set-card-foot">
      <LinkButton
        href={addressOf("send", set.setId, "contents")}
        icon="document"
        label={`${set.to.name ?? set.to.number} あての ${set.title}: 中を見る`}
      >
        中を見る
      </LinkButton>
      <Button
        look="quiet"
        icon="trash"
        label={`${set.to.name ?? set.to.number} あての ${set.title}: この送信を取り除く`}
        onPress={() => {
          change.run(() => takeAway(set.files.map(({ fileId }) => fileId)));
        }}
      >
        この送信を取り除く
      </Button>
    </div>
  );
}

type TrayTaken = Awaited<ReturnType<typeof takeAway>>;
