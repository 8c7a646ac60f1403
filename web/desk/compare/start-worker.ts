import { type CalledWorker, callWorker } from "../../parts/worker/call-worker.ts";
import type { CompareAsks } from "./ask.ts";
// oxlint-disable-next-line import/default -- Vite makes the default export of a file asked for as a worker
import WorkerCode from "./compare-worker.ts?worker";

/** Starts a worker that compares, so that the page stays free. */
export function startCompareWorker(): CalledWorker<CompareAsks> {
  return callWorker(new WorkerCode());
}
