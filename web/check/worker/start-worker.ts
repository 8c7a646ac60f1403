import { type CalledWorker, callWorker } from "../../parts/worker/call-worker.ts";
import type { CheckAsks } from "./ask.ts";
// The worker's code comes with the page: a worker loaded by address would not stand under the page's policy, and each
// new one would be one more request.
// oxlint-disable-next-line import/default -- Vite makes the default export of a file asked for as a worker
import WorkerCode from "./check-worker.ts?worker&inline";

/** The worker that holds the visitor's files. */
export type CheckWorker = CalledWorker<CheckAsks>;

/** Starts a worker with no files yet. */
export function startCheckWorker(): CheckWorker {
  return callWorker(new WorkerCode());
}
