import "./check-page.css";
import { type ReactNode, useEffect, useRef } from "react";
import { DropFiles } from "../../parts/files/DropFiles.tsx";
import { Page } from "../../parts/frame/Page.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { OutcomeSheets } from "./OutcomeSheets.tsx";
import { Running } from "./Running.tsx";
import { Safety } from "./Safety.tsx";
import { sampleFiles } from "./sample-files.ts";
import { type Check, type Checking, useCheck } from "./use-check.ts";

/** ファイルの確認: anyone lays files out and sees what is in them and what is wrong, without handing them to anybody. */
export function CheckPage(): ReactNode {
  const { checking, start, cancel } = useCheck();
  return (
    <Page
      title="ファイルの確認"
      lead="介護ソフトから書き出したケアプランデータのファイルを入れると、標準どおりか、相手のソフトに取り込めるかを調べます。"
    >
      <Safety />
      {checking.state === "checking" ? (
        <Running progress={checking.progress} onCancel={cancel} />
      ) : (
        <DropFiles
          what="調べるファイル"
          hint="一度にいくつでも、フォルダごとでも置けます。"
          busy={false}
          onFiles={(files) => {
            start(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
          }}
        />
      )}
      <Came checking={checking} start={start} />
    </Page>
  );
}

/** What came of the last check, or what to try first. The focus goes to it, as it is what one waits for. */
function Came({
  checking,
  start,
}: {
  readonly checking: Checking;
  readonly start: Check["start"];
}): ReactNode {
  const place = useRef<HTMLElement>(null);
  const { state } = checking;
  useEffect(() => {
    if (state === "checked" || state === "failed") place.current?.focus();
  }, [state]);

  if (state === "checking") return null;
  if (state === "empty") {
    return (
      <div className="row">
        <Button
          icon="info"
          onPress={() => {
            start(sampleFiles());
          }}
        >
          見本で試す
        </Button>
        <span className="soft">作り物のファイルで、何が分かるかをご覧いただけます。</span>
      </div>
    );
  }
  return (
    <section className="stack-wide came" ref={place} tabIndex={-1} aria-label="確認の結果">
      {state === "failed" ? (
        <Notice tone="bad" title="調べられませんでした。" live="alert">
          <p>{checking.sentence}</p>
        </Notice>
      ) : (
        <OutcomeSheets outcome={checking.outcome} worker={checking.worker} />
      )}
    </section>
  );
}
