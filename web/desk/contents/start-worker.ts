import { type CalledWorker, callWorker } from "../../parts/worker/call-worker.ts";
import type { ContentsAsks } from "./ask.ts";
// oxlint-disable-next-line import/default -- Vite makes the default export of a file asked for as a worker
import WorkerCode from "./contents-worker.ts?worker";

/** The worker that holds the files of one message, and reads and draws them, so that the page stays free. */
export type ContentsWorker = CalledWorker<ContentsAsks>;

/** Starts a worker with no files yet. */
export function startContentsWorker(): ContentsWorker {
  return callWorker(new WorkerCode());
}
