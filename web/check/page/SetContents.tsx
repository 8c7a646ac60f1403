import { type ReactNode, useId, useState } from "react";
import { DocumentView } from "../../parts/documents/DocumentView.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Loading } from "../../parts/look/Loading.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { WorkerFailure } from "../../parts/worker/call-worker.ts";
import type { SetView } from "../worker/outcome.ts";
import type { SetContent } from "../worker/read-content.ts";
import type { CheckWorker } from "../worker/start-worker.ts";

interface SetContentsProps {
  readonly set: SetView;
  readonly worker: CheckWorker;
}

type Reading =
  | { readonly state: "closed" }
  | { readonly state: "reading" }
  | { readonly state: "open"; readonly content: SetContent }
  | { readonly state: "failed"; readonly sentence: string };

/** 中身を見る: the documents of a set, read when they are asked for. */
export function SetContents({ set, worker }: SetContentsProps): ReactNode {
  const id = useId();
  const [reading, setReading] = useState<Reading>({ state: "closed" });
  const open = async (): Promise<void> => {
    setReading({ state: "reading" });
    try {
      const places = set.files.map(({ at }) => at);
      setReading({ state: "open", content: await worker.ask("documents", places) });
    } catch (error) {
      if (!(error instanceof WorkerFailure)) throw error;
      setReading({ state: "failed", sentence: error.message });
    }
  };
  const isClosed = reading.state === "closed";
  return (
    <>
      <div>
        <Button
          icon={isClosed ? "document" : "cross"}
          label={`${set.title} (${set.sender.number}から${set.receiver.number}あて) の中身を${isClosed ? "見る" : "閉じる"}`}
          onPress={() => {
            if (isClosed) void open();
            else setReading({ state: "closed" });
          }}
        >
          {isClosed ? "中身を見る" : "中身を閉じる"}
        </Button>
      </div>
      {reading.state === "reading" ? <Loading words="中身を読んでいます" /> : null}
      {reading.state === "failed" ? (
        <Notice tone="bad" title="中身を表示できませんでした。" live="alert">
          <p>{reading.sentence}</p>
        </Notice>
      ) : null}
      {reading.state === "open" ? (
        <section className="stack" aria-labelledby={id}>
          <h3 className="unseen" id={id}>
            {set.title}の中身
          </h3>
          <Unread unread={reading.content.unread} />
          {reading.content.documents.map((document, at) => (
            <DocumentView
              // biome-ignore lint/suspicious/noArrayIndexKey: what was read does not move
              key={at}
              document={document}
              pictures={reading.content.pictures}
            />
          ))}
        </section>
      ) : null}
    </>
  );
}

/** What could not be read, so that nobody takes what is shown for all there is. */
function Unread({ unread }: Pick<SetContent, "unread">): ReactNode {
  if (unread.length === 0) return null;
  return (
    <Notice tone="warn" title={`読めないところが${unread.length}か所あり、ここには出ていません。`}>
      <p>上の「直してください」のところを直すと、すべて表示されます。</p>
    </Notice>
  );
}
