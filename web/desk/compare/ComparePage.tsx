import type { DeskMessage } from "@tsunagi/contract/desk";
import type { ReactNode } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { monthOfService } from "../../parts/words/japanese-date.ts";
import { WorkerFailure } from "../../parts/worker/call-worker.ts";
import { theApp } from "../api.ts";
import type { ComparedAs, CompareOutcome } from "./ask.ts";
import { UserList } from "./UserList.tsx";
import { useComparison } from "./use-comparison.ts";

interface ComparePageProps {
  readonly id: string;
  readonly box: DeskMessage["box"];
}

/** 予定と実績の違い, or what a newer plan changes: the month of each care user, those with differences first. */
export function ComparePage({ id, box }: ComparePageProps): ReactNode {
  const { resource, reload } = useComparison(id);
  const back = { href: addressOf(box, id), label: "データに戻る" };
  if (resource.state === "loading") {
    return (
      <Page title="比べています" back={back}>
        <Loading words="予定を読み込み、比べています" />
      </Page>
    );
  }
  if (resource.state === "failed") {
    const title = "比べることができませんでした";
    return (
      <Page title={title} back={back}>
        {resource.error instanceof WorkerFailure ? (
          <Notice tone="bad" title={title} live="alert">
            <p>{resource.error.message}</p>
          </Notice>
        ) : (
          <Failure title={title} error={resource.error} otherSide={theApp} onAgain={reload} />
        )}
      </Page>
    );
  }
  const { message, found } = resource.value;
  if (found === undefined) {
    return (
      <Page title="比べるものがありません" back={back}>
        <EmptyState icon="document" title="予定でも実績でもありません">
          <p>サービス利用票（予定）と実績だけを比べられます。</p>
        </EmptyState>
      </Page>
    );
  }
  const title = found.as === "results" ? "予定と実績の違い" : "前の予定との違い";
  const month = message.month === null ? "" : monthOfService(message.month);
  return (
    <Page title={title} lead={`${message.partner.name}　${month}`} back={back}>
      <Found as={found.as} box={box} outcome={found.outcome} />
    </Page>
  );
}

interface FoundProps {
  readonly as: ComparedAs;
  readonly box: DeskMessage["box"];
  readonly outcome: CompareOutcome;
}

function Found({ as, box, outcome: { comparison, unread } }: FoundProps): ReactNode {
  const hasOther = comparison.users.some(({ standsIn }) => standsIn !== "after");
  return (
    <div className="stack-wide">
      {unread.length === 0 ? null : (
        <Notice tone="warn" title={`読めないところが${unread.length}か所あり、比べていません。`}>
          <ul>
            {unread.slice(0, 5).map(({ file, row, message }) => (
              <li key={`${file} ${row ?? ""} ${message}`} className="small">
                {file}
                {row === undefined ? "" : ` ${row}行目`}: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {hasOther ? <UserList comparison={comparison} /> : <NoPlan as={as} box={box} />}
    </div>
  );
}

function NoPlan({ as, box }: Pick<FoundProps, "as" | "box">): ReactNode {
  if (as === "results") {
    return (
      <EmptyState icon="document" title="この月の予定が、この端末にありません">
        <p>
          この実績の利用者の予定を、この端末で送受信すると比べられます。ほかの方法で受け渡した予定とは比べられません。
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="document"
      title={box === "received" ? "前に届いた予定はありません" : "前に送った予定はありません"}
    >
      <p>
        この月の、同じ利用者の予定をやり取りするのは、これがはじめてです。次の版が
        {box === "received" ? "届く" : "ある"}
        と、違いをここで見られます。
      </p>
    </EmptyState>
  );
}
