import type { Progress } from "@tsunagi/standard";
import type { AskName, Asks, Told } from "./ask.ts";
// The worker's code comes with the page: a worker loaded by address would not stand under the page's policy, and each
// new one would be one more request.
// oxlint-disable-next-line import/default -- Vite makes the default export of a file asked for as a worker
import WorkerCode from "./check-worker.ts?worker&inline";

/** What the worker could not do; `message` is for the person at the screen. */
export class WorkerFailure extends Error {}

/** The page's side of its worker. */
export interface CheckWorker {
  /** @throws WorkerFailure */
  ask<Name extends AskName>(
    name: Name,
    asked: Asks[Name]["with"],
    onProgress?: (progress: Progress) => void,
  ): Promise<Asks[Name]["answer"]>;
  /** Ends it at once; what was asked stays without an answer. */
  end(): void;
}

/** Starts a worker with no files yet. */
export function startCheckWorker(): CheckWorker {
  const worker = new WorkerCode();
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => {
      reject(new WorkerFailure(couldNotStart));
    });
  });
  // Heard only by those who wait for an answer.
  broken.catch(() => undefined);

  return {
    ask(name, asked, onProgress) {
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<Asks[typeof name]["answer"]>((resolve, reject) => {
        port1.addEventListener("message", ({ data }: MessageEvent<Told<typeof name>>) => {
          if (data.told === "progress") {
            onProgress?.(data.progress);
            return;
          }
          port1.close();
          if (data.told === "answer") resolve(data.answer);
          else reject(new WorkerFailure(data.sentence));
        });
      });
      port1.start();
      worker.postMessage({ name, with: asked }, [port2]);
      return Promise.race([answer, broken]);
    },
    end() {
      worker.terminate();
    },
  };
}

const couldNotStart =
  "この画面の計算を始められませんでした。ブラウザを新しくするか、別のブラウザ (Chrome、Edge、Firefox、Safari) でお試しください。";
