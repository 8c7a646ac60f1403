import { type ReactNode, useState } from "react";
import { Page } from "../../parts/frame/Page.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { DownloadForm } from "./DownloadForm.tsx";
import { FileList } from "./FileList.tsx";

/** 製品ダウンロード: who asks, then the files with what proves that they are the operator's. */
export function DownloadsPage(): ReactNode {
  const [asked, setAsked] = useState<string>();
  return (
    <Page
      title="製品ダウンロード"
      lead="連携クライアントアプリを保存します。組織名と事業所番号を入力すると、ファイルの一覧が出ます。"
      width="narrow"
    >
      {asked === undefined ? (
        <DownloadForm onAsked={setAsked} />
      ) : (
        <>
          <Notice tone="good" title="お申し込みを受け付けました。" live="status">
            <p>
              事業所番号 <span className="code">{asked}</span>
            </p>
          </Notice>
          <FileList />
        </>
      )}
    </Page>
  );
}
