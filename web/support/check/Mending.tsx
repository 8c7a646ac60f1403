import { type ReactNode, useEffect, useState } from "react";
import { MendingList } from "../../parts/files/MendingList.tsx";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { LinkButton } from "../../parts/look/LinkButton.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { byteSize } from "../../parts/words/byte-size.ts";
import { type CheckWorker, WorkerFailure } from "../worker/call-worker.ts";
import type { MendOutcome } from "../worker/mend-visitor-files.ts";
import type { Outcome } from "../worker/outcome.ts";
import { verdictOf } from "./verdict.ts";

interface MendingProps {
  readonly outcome: Outcome;
  readonly worker: CheckWorker;
}

type Work =
  | { readonly state: "offered" }
  | { readonly state: "working" }
  | { readonly state: "done"; readonly mended: MendOutcome }
  | { readonly state: "failed"; readonly sentence: string };

/** Puts right what is certain, tells what that was, and gives the mended files to save. Draws nothing without need. */
export function Mending({ outcome, worker }: MendingProps): ReactNode {
  const [work, setWork] = useState<Work>({ state: "offered" });
  const mendable = [...outcome.sets.flatMap(({ files }) => files), ...outcome.strays].filter(
    (file) => file.mendable,
  ).length;
  if (mendable === 0) return null;

  const mend = async (): Promise<void> => {
    setWork({ state: "working" });
    try {
      setWork({ state: "done", mended: await worker.ask("mend", undefined) });
    } catch (error) {
      if (!(error instanceof WorkerFailure)) throw error;
      setWork({ state: "failed", sentence: error.message });
    }
  };
  if (work.state === "done") return <Mended {...work.mended} />;
  return (
    <Card title={`${mendable}個のファイルに、自動で直せるところがあります`}>
      <p>
        直すのは、正しい形が確かなところだけです。お手もとのファイルは変わりません。直したものを、新しいファイルとして保存できます。
      </p>
      <div>
        <Button icon="check" pending={work.state === "working"} onPress={() => void mend()}>
          直せるところを直す
        </Button>
      </div>
      {work.state === "failed" ? (
        <Notice tone="bad" title="直せませんでした。" live="alert">
          <p>{work.sentence}</p>
        </Notice>
      ) : null}
    </Card>
  );
}

function Mended({ mended, save, after }: MendOutcome): ReactNode {
  const { tone, title, next } = verdictOf(after);
  return (
    <Card title="次のように直しました">
      <MendingList files={mended} />
      <Notice tone={tone} title={`直したものを調べ直すと: ${title}`} live="status">
        <p>{next}</p>
      </Notice>
      <Save file={save} count={mended.length} />
    </Card>
  );
}

function Save({ file, count }: { readonly file: File; readonly count: number }): ReactNode {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return address === undefined ? null : (
    <div className="row">
      <LinkButton href={address} download={file.name} icon="download" look="primary">
        直したファイルを保存
      </LinkButton>
      <span className="soft small">
        {count === 1 ? "" : `直した${count}個がZIPに入ります。`}
        <span className="code">{file.name}</span> ({byteSize(file.size)})
      </span>
    </div>
  );
}
