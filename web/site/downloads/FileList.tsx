import "./downloads.css";
import type { DownloadFile } from "@tsunagi/contract/exchange";
import type { ReactNode } from "react";
import { Card } from "../../parts/look/Card.tsx";
import { EmptyState } from "../../parts/look/EmptyState.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { addressOf } from "../../parts/state/hash-route.ts";
import { useResource } from "../../parts/state/use-resource.ts";
import { byteSize } from "../../parts/words/byte-size.ts";
import { centre, theCentre } from "../api.ts";
import { HowToVerify } from "./HowToVerify.tsx";

interface Offered {
  readonly files: readonly DownloadFile[];
  /** PEM. */
  readonly authority: string;
}

/** The files, each with its size, SHA-256 and signature. */
export function FileList(): ReactNode {
  const { resource, reload } = useResource<Offered>(loadFiles);
  if (resource.state === "loading") return <Loading words="ファイルを調べています" />;
  if (resource.state === "failed") {
    return (
      <Failure
        title="ファイルの一覧を読み込めませんでした"
        error={resource.error}
        otherSide={theCentre}
        onAgain={reload}
      />
    );
  }
  const { files, authority } = resource.value;
  if (files.length === 0) {
    return (
      <EmptyState icon="download" title="配っているファイルはまだありません">
        <p>準備ができるとここに出ます。お急ぎのときは、お問い合わせください。</p>
        <LinkButton href={addressOf("inquiry")} icon="mail">
          お問い合わせへ
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <>
      {files.map((file) => (
        <FileCard key={file.name} file={file} />
      ))}
      <HowToVerify example={files[0]?.name ?? ""} authority={authority} />
    </>
  );
}

function loadFiles(signal: AbortSignal): Promise<Offered> {
  return centre.downloads(undefined, { signal });
}

function FileCard({
  file: { name, size, sha256, signedAt },
}: {
  readonly file: DownloadFile;
}): ReactNode {
  const address = `/v1/downloads/${encodeURIComponent(name)}`;
  return (
    <Card title={<span className="code">{name}</span>}>
      <Facts
        facts={[
          ["大きさ", `${byteSize(size)}（${size.toLocaleString("ja-JP")}バイト）`],
          [
            "SHA-256",
            <span key="sha256" className="code downloads-hash">
              {sha256}
            </span>,
          ],
          ["署名", <Moment key="signed" at={signedAt} />],
        ]}
      />
      <div className="row">
        <LinkButton
          href={address}
          download={name}
          icon="download"
          look="primary"
          label={`${name} を保存する`}
        >
          保存する
        </LinkButton>
        <LinkButton
          href={`${address}/signature`}
          download={`${name}.p7s`}
          icon="shield"
          label={`${name} の署名を保存する`}
        >
          署名（.p7s）
        </LinkButton>
      </div>
    </Card>
  );
}
