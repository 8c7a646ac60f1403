import type { Progress as Progressed } from "@tsunagi/standard";
import type { ReactNode } from "react";
import { Button } from "../../parts/look/Button.tsx";
import { Card } from "../../parts/look/Card.tsx";
import { Progress } from "../../parts/look/Progress.tsx";
import { byteSize } from "../../parts/words/byte-size.ts";

interface RunningProps {
  readonly progress: Progressed | undefined;
  readonly onCancel: () => void;
}

/** A check on its way, and how to stop it. */
export function Running({ progress, onCancel }: RunningProps): ReactNode {
  return (
    <Card>
      {progress === undefined ? (
        <Progress label="ファイルを調べています" />
      ) : (
        <Progress
          label="ファイルを調べています"
          done={{ count: progress.bytesDone, of: progress.bytes }}
          counted={`${progress.files}個中${progress.filesDone}個 (${byteSize(progress.bytes)}中${byteSize(progress.bytesDone)})`}
        />
      )}
      <div>
        <Button onPress={onCancel}>やめる</Button>
      </div>
    </Card>
  );
}
