import { type ReactNode, useState } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Notice } from "../../parts/look/Notice.tsx";
import { WorkerFailure } from "../../parts/worker/call-worker.ts";
import type { MendOutcome } from "../worker/mend-visitor-files.ts";
import type { Outcome } from "../worker/outcome.ts";
import type { CheckWorker } from "../worker/start-worker.ts";

interface MendOfferProps {
  readonly outcome: Outcome;
  readonly worker: CheckWorker;
  readonly onMended: (mended: MendOutcome) => void;
}

type Work =
  | { readonly state: "offered" }
  | { readonly state: "working" }
  | { readonly state: "failed"; readonly sentence: string };

/** Offers to put right what is certain; draws nothing where there is nothing of the kind. */
export function MendOffer({ outcome, worker, onMended }: MendOfferProps): ReactNode {
  const [work, setWork] = useState<Work>({ state: "offered" });
  const files = [...outcome.sets.flatMap((set) => set.files), ...outcome.strays];
  const count = files.filter(({ mendable }) => mendable).length;
  if (count === 0) return null;

  const mend = async (): Promise<void> => {
    setWork({ state: "working" });
    try {
      onMended(await worker.ask("mend", undefined));
    } catch (error) {
      if (!(error instanceof WorkerFailure)) throw error;
      setWork({ state: "failed", sentence: error.message });
    }
  };
  return (
    <Card title={`${count}個のファイルに、自動で直せるところがあります`}>
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
