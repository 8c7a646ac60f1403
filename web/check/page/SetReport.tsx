import "./check-page.css";
import type { ReactNode } from "react";
import { FileRow } from "../../parts/files/FileRow.tsx";
import { FindingList } from "../../parts/files/FindingList.tsx";
import { SetSheet } from "../../parts/files/SetSheet.tsx";
import { Badge } from "../../parts/look/Badge.tsx";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import type { OfficeView, SetView } from "../worker/outcome.ts";
import type { CheckWorker } from "../worker/start-worker.ts";
import { SetContents } from "./SetContents.tsx";

interface SetReportProps {
  readonly set: SetView;
  readonly worker: CheckWorker;
}

/** One set (送信単位): what it is, between whom, its files, and what was found. */
export function SetReport({ set, worker }: SetReportProps): ReactNode {
  return (
    <SetSheet
      tone={set.standing}
      title={`${set.title}${set.month === undefined ? "" : ` ${monthOfService(set.month)}`}`}
      line={
        <span>
          <Office office={set.sender} />
          <span aria-hidden="true"> → </span>
          <span className="unseen">から</span>
          <Office office={set.receiver} />
          <span className="unseen">あて</span>
        </span>
      }
      state={<State set={set} />}
      about={<FindingList findings={set.findings} />}
      files={set.files.map((file) => <FileRow key={file.at} file={file} />)}
    >
      <SetContents set={set} worker={worker} />
    </SetSheet>
  );
}

function Office({ office: { number, service } }: { readonly office: OfficeView }): ReactNode {
  return (
    <span className="between-office">
      <strong>{service}</strong> <span className="soft small">事業所番号</span>{" "}
      <span className="code">{number}</span>
    </span>
  );
}

function State({ set: { standing } }: Pick<SetReportProps, "set">): ReactNode {
  if (standing === "bad") {
    return (
      <Badge tone="bad" icon="alert">
        直すところがあります
      </Badge>
    );
  }
  return (
    <span className="row">
      {standing === "warn" ? <Badge tone="warn">念のため確認</Badge> : null}
      <Badge tone="good" icon="check">
        このまま送れます
      </Badge>
    </span>
  );
}
