import type { Progress } from "@tsunagi/standard";
import { useCallback, useEffect, useRef, useState } from "react";
import { WorkerFailure } from "../../parts/worker/call-worker.ts";
import type { VisitorFile } from "../worker/given-file.ts";
import type { Outcome } from "../worker/outcome.ts";
import { type CheckWorker, startCheckWorker } from "../worker/start-worker.ts";

/** How far the visitor's check is. */
export type Checking =
  | { readonly state: "empty" }
  | { readonly state: "checking"; readonly progress: Progress | undefined }
  /** `worker` holds the files, for further questions. */
  | { readonly state: "checked"; readonly outcome: Outcome; readonly worker: CheckWorker }
  | { readonly state: "failed"; readonly sentence: string };

export interface Check {
  readonly checking: Checking;
  /** Starts anew with these files; what was there before is forgotten. */
  readonly start: (files: readonly VisitorFile[]) => void;
  /** Ends a running check. */
  readonly cancel: () => void;
}

/** Checks the visitor's files in a worker of their own, one check at a time. */
export function useCheck(): Check {
  const [checking, setChecking] = useState<Checking>({ state: "empty" });
  const worker = useRef<CheckWorker | undefined>(undefined);

  const cancel = useCallback(() => {
    worker.current?.end();
    worker.current = undefined;
    setChecking({ state: "empty" });
  }, []);
  useEffect(() => () => worker.current?.end(), []);

  const start = useCallback((files: readonly VisitorFile[]) => {
    worker.current?.end();
    const mine = startCheckWorker();
    worker.current = mine;
    // A worker that was ended says nothing more, but what it said last may still be on its way.
    const show = (next: Checking): void => {
      if (worker.current === mine) setChecking(next);
    };
    show({ state: "checking", progress: undefined });
    void run(mine, files, show);
  }, []);

  return { checking, start, cancel };
}

async function run(
  worker: CheckWorker,
  files: readonly VisitorFile[],
  show: (next: Checking) => void,
): Promise<void> {
  try {
    const outcome = await worker.ask("check", files, (progress) => {
      show({ state: "checking", progress });
    });
    show({ state: "checked", outcome, worker });
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    worker.end();
    show({ state: "failed", sentence: error.message });
  }
}
