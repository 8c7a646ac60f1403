import type { ReactNode } from "react";
import { sentenceOf } from "../words/sentence-of.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

interface FailureProps {
  /** What did not work, e.g. `送信できませんでした`. */
  readonly title: string;
  readonly error: unknown;
  readonly otherSide: string;
  readonly onAgain?: () => void;
}

/** What went wrong and what to do, read out when it appears; draws nothing when there is no error. */
export function Failure({ title, error, otherSide, onAgain }: FailureProps): ReactNode {
  if (error === undefined) return null;
  return (
    <Notice tone="bad" title={title} live="alert">
      <p>{sentenceOf(error, otherSide)}</p>
      {onAgain === undefined ? null : (
        <div>
          <Button icon="refresh" onPress={onAgain}>
            もう一度試す
          </Button>
        </div>
      )}
    </Notice>
  );
}
