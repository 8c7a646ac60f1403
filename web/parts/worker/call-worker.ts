import type { Progress } from "@tsunagi/standard";
import type { AsksOf, Told } from "./ask.ts";

/** What the worker could not do; `message` is for the person at the screen. */
export class WorkerFailure extends Error {}

/** The page's side of its worker. */
export interface CalledWorker<Asks extends AsksOf<Asks>> {
  /** @throws WorkerFailure */
  ask<Name extends keyof Asks>(
    name: Name,
    asked: Asks[Name]["with"],
    onProgress?: (progress: Progress) => void,
  ): Promise<Asks[Name]["answer"]>;
  /** Ends it at once; what was asked stays without an answer. */
  end(): void;
}

/** The page's side of a worker that was just started, and that answers with `answerAsks`. */
export function callWorker<Asks extends AsksOf<Asks>>(worker: Worker): CalledWorker<Asks> {
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
        port1.addEventListener(
          "message",
          ({ data }: MessageEvent<Told<Asks[typeof name]["answer"]>>) => {
            if (data.told === "progress") {
              onProgress?.(data.progress);
              return;
            }
            port1.close();
            if (data.told === "answer") resolve(data.answer);
            else reject(new WorkerFailure(data.sentence));
          },
        );
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
