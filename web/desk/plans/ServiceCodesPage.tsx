import type { ServiceCodeTable, TableFault } from "@tsunagi/contract/desk";
import { type ReactNode, useState } from "react";
import { DropFiles } from "../../parts/files/DropFiles.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Facts } from "../../parts/look/Facts.tsx";
import { Failure } from "../../parts/look/Failure.tsx";
import { Moment } from "../../parts/look/Moment.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { desk, theApp } from "../api.ts";
import { useDeskAction } from "../desk-context.ts";
import { usePlanMonth } from "./plan-month.ts";
import { monthAddress } from "./plan-places.ts";

interface Loaded {
  readonly table: ServiceCodeTable;
  readonly faults: readonly TableFault[];
}

/** サービスコード表: which one is in, and another in its place. */
export function ServiceCodesPage(): ReactNode {
  const { month, table, reload } = usePlanMonth();
  const [loaded, setLoaded] = useState<Loaded>();
  const loading = useDeskAction(async (file: File) => {
    const body = new Uint8Array(await file.arrayBuffer());
    setLoaded(await desk.loadServiceCodes({ query: { name: file.name }, body }));
    reload();
  });
  const practising = useDeskAction(async () => {
    const answer = await desk.loadPracticeCodes();
    setLoaded({ ...answer, faults: [] });
    reload();
  });
  const inUse = loaded?.table ?? table;

  return (
    <Page
      title="サービスコード表"
      lead="予定の単位数を計算する表です。ネットワークの運営者から受け取ったCSVファイルを入れます。"
      back={{ href: monthAddress(month), label: "予定の一覧へ" }}
      width="narrow"
    >
      <Card title="いまの表">
        {inUse === null ? (
          <p>まだ入っていません。</p>
        ) : (
          <Facts
            facts={[
              ["ファイル", inUse.name],
              ["行", `${inUse.codes.toLocaleString("ja-JP")}行`],
              ["入れた日時", <Moment key="at" at={inUse.loadedAt} />],
            ]}
          />
        )}
      </Card>
      <DropFiles
        what="サービスコード表"
        hint="CSVファイル1つ。いまの表と入れ替わります。誤りのある行があるときは、何も変えません。"
        onFiles={([file]) => {
          if (file !== undefined) loading.run(file);
        }}
        busy={loading.pending || practising.pending}
      />
      <Failure title="入れられませんでした" error={loading.error} otherSide={theApp} />
      <Outcome loaded={loaded} />
      <Card title="練習するとき">
        <p>
          架空の小さな表で試せます。コードも単位数も本物ではないので、請求や実際の予定には使わないでください。
        </p>
        <Failure title="入れられませんでした" error={practising.error} otherSide={theApp} />
        <div>
          <Button icon="document" pending={practising.pending} onPress={() => practising.run()}>
            練習用の表を入れる
          </Button>
        </div>
      </Card>
    </Page>
  );
}

function Outcome({ loaded }: { readonly loaded: Loaded | undefined }): ReactNode {
  if (loaded === undefined) return null;
  if (loaded.faults.length === 0) {
    return <Notice tone="good" title="サービスコード表を入れました。" live="status" />;
  }
  return (
    <Notice
      tone="bad"
      title="表に誤りがあるため、入れていません。次の行を直して、もう一度入れてください。"
      live="alert"
    >
      <ul className="stack-narrow">
        {loaded.faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            {line === null ? null : <strong>{line}行目 </strong>}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
