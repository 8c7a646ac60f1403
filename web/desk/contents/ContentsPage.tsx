import "./contents.css";
import type { DeskMessage } from "@tsunagi/contract/desk";
import { type ReactNode, useMemo, useState } from "react";
import { DocumentView } from "../../parts/documents/DocumentView.tsx";
import { Segments } from "../../parts/form/Segments.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { WorkerFailure } from "../../parts/worker/call-worker.ts";
import { theApp } from "../api.ts";
import type { Contents } from "./ask.ts";
import { PaperForms } from "./PaperForms.tsx";
import { type Looked, messageSource, SourceGone, traySource } from "./source.ts";
import { UserChoice } from "./UserChoice.tsx";
import { type Opened, useOpened, useSheet } from "./use-opened.ts";

/** 中身 of a message of either list. */
export function MessageContents({ id, box }: Pick<DeskMessage, "id" | "box">): ReactNode {
  const looked = useMemo(() => messageSource(id, box), [id, box]);
  return <ContentsPage {...looked} />;
}

/** 中身 of a set on the tray, before it is sent. */
export function TrayContents({ setId }: { readonly setId: string }): ReactNode {
  const looked = useMemo(() => traySource(setId), [setId]);
  return <ContentsPage {...looked} />;
}

/** The forms in files, one care user at a time. */
function ContentsPage({ find, back }: Looked): ReactNode {
  const { resource, reload } = useOpened(find);
  if (resource.state === "loading") {
    return (
      <Page title="中身を開いています" back={back}>
        <Loading words="ファイルを読み込み、書類にしています" />
      </Page>
    );
  }
  if (resource.state === "failed") {
    return (
      <Page title="中身を開けませんでした" back={back}>
        <NotOpened error={resource.error} onAgain={reload} />
      </Page>
    );
  }
  const { source, contents } = resource.value;
  return (
    <Page
      title={`${source.title}の中身`}
      lead={source.lead}
      back={back}
      {...(contents.sheets.length > 0 && { actions: <SaveAll opened={resource.value} /> })}
    >
      <Left contents={contents} />
      {contents.sheets.length === 0 ? <Nothing /> : <Sheets opened={resource.value} />}
    </Page>
  );
}

function NotOpened({
  error,
  onAgain,
}: {
  readonly error: unknown;
  readonly onAgain: () => void;
}): ReactNode {
  const title = "中身を表示できませんでした";
  if (error instanceof SourceGone) {
    return (
      <Notice tone="info" title="この送信は、もう台にありません。" live="alert">
        <p>送ったか、取り除いたかのどちらかです。送ったものは送信一覧から見られます。</p>
      </Notice>
    );
  }
  if (error instanceof WorkerFailure) {
    return (
      <Notice tone="bad" title={title} live="alert">
        <p>{error.message}</p>
      </Notice>
    );
  }
  return <Failure title={title} error={error} otherSide={theApp} onAgain={onAgain} />;
}

function Nothing(): ReactNode {
  return (
    <EmptyState icon="document" title="表示できる書類がありません">
      <p>計画書、サービス利用票、実績などのファイルがあれば、ここに紙の形で表示します。</p>
    </EmptyState>
  );
}

function SaveAll({ opened: { source, contents } }: { readonly opened: Opened }): ReactNode {
  const users = contents.sheets.length;
  return (
    <div className="stack-narrow">
      <LinkButton
        href={source.formsAddress()}
        look="primary"
        icon="download"
        download={`${source.title}.pdf`}
      >
        {users === 1 ? "PDFで保存" : "全員分をPDFで保存"}
      </LinkButton>
      {users > manyUsers ? (
        <p className="small soft">{users}人分あるため、保存が始まるまで少しかかります。</p>
      ) : null}
    </div>
  );
}

/** With more the app counts pages for some seconds before the first of them is written. */
const manyUsers = 100;

/** What is not shown: what could not be read, and files that are no documents. */
function Left({ contents: { unread, others } }: { readonly contents: Contents }): ReactNode {
  if (unread.length === 0 && others.length === 0) return null;
  return (
    <div className="stack no-print">
      {unread.length === 0 ? null : (
        <Notice
          tone="warn"
          title={`読めないところが${unread.length}か所あり、ここにもPDFにも出ていません。`}
        >
          <ul className="stack-narrow">
            {unread.slice(0, unreadListed).map(({ file, row, message }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is read once and does not move
              <li key={at}>
                <span className="code">{file}</span>
                {row === undefined ? "" : ` ${row}行目`}: {message}
              </li>
            ))}
          </ul>
          {unread.length > unreadListed ? (
            <p>ほかに{unread.length - unreadListed}か所あります。</p>
          ) : null}
        </Notice>
      )}
      {others.length === 0 ? null : (
        <p className="soft">
          書類のほかに添えられたファイル: <span className="code">{others.join("、")}</span>
        </p>
      )}
    </div>
  );
}

/** Places listed one by one; more only make the page long. */
const unreadListed = 20;

type View = "paper" | "text";

/** On a narrow screen text is what can be read. */
function usualView(): View {
  return window.matchMedia("(max-width: 40rem)").matches ? "text" : "paper";
}

function Sheets({ opened }: { readonly opened: Opened }): ReactNode {
  const [at, setAt] = useState(0);
  const [view, setView] = useState<View>(usualView);
  const { sheets } = opened.contents;
  return (
    <>
      <div className="spread no-print">
        <UserChoice sheets={sheets} at={at} onChoose={setAt} />
        <div className="row">
          <Segments
            label="見かた"
            value={view}
            options={[
              { value: "paper", label: "紙の形" },
              { value: "text", label: "文字で読む" },
            ]}
            onChange={setView}
          />
          {sheets.length === 1 ? null : (
            <LinkButton
              href={opened.source.formsAddress(at)}
              icon="download"
              download={`${opened.source.title}_${at + 1}.pdf`}
            >
              この利用者だけPDFで保存
            </LinkButton>
          )}
        </div>
      </div>
      <SheetView opened={opened} at={at} view={view} />
    </>
  );
}

interface SheetViewProps {
  readonly opened: Opened;
  readonly at: number;
  readonly view: View;
}

function SheetView({ opened, at, view }: SheetViewProps): ReactNode {
  const { resource, reload } = useSheet(opened.worker, at);
  if (resource.state === "failed") return <NotOpened error={resource.error} onAgain={reload} />;
  if (resource.state === "loading" || resource.value.at !== at) {
    return <Loading words="書類を描いています" />;
  }
  const { document, pictures, forms } = resource.value.sheet;
  return view === "paper" ? (
    <PaperForms forms={forms} />
  ) : (
    <DocumentView key={at} document={document} pictures={pictures} />
  );
}
