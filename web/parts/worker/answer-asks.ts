import type { Progress } from "@tsunagi/standard";
import type { Ask, AsksOf, Told } from "./ask.ts";

/** Something the worker cannot do; `message` tells the person at the screen why, and what to do. */
export class CannotDo extends Error {}

/** What a worker does for each ask. */
export type Answers<Asks extends AsksOf<Asks>> = {
  readonly [Name in keyof Asks]: (
    asked: Asks[Name]["with"],
    onProgress: (progress: Progress) => void,
  ) => Promise<Asks[Name]["answer"]>;
};

/** Milliseconds between two words of progress. */
const breath = 100;

/** Answers whatever the page asks of this worker from now on. */
export function answerAsks<Asks extends AsksOf<Asks>>(answers: Answers<Asks>): void {
  self.addEventListener("message", ({ data, ports: [port] }: MessageEvent<Ask<Asks>>) => {
    if (port !== undefined) void answer(answers, data, port);
  });
}

async function answer<Asks extends AsksOf<Asks>, Name extends keyof Asks>(
  answers: Answers<Asks>,
  ask: Ask<Asks, Name>,
  port: MessagePort,
): Promise<void> {
  const tell = (told: Told<Asks[Name]["answer"]>): void => {
    port.postMessage(told);
  };
  let last = 0;
  const onProgress = (progress: Progress): void => {
    if (performance.now() - last < breath) return;
    last = performance.now();
    tell({ told: "progress", progress });
  };
  try {
    tell({ told: "answer", answer: await answers[ask.name](ask.with, onProgress) });
  } catch (error) {
    if (error instanceof CannotDo) return tell({ told: "failure", sentence: error.message });
    tell({ told: "failure", sentence: unforeseen });
    throw error;
  }
}

const unforeseen = "思いがけないことが起きました。お手数ですが、もう一度お試しください。";
