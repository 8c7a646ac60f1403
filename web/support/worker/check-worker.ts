/** The page's worker: holds the visitor's files and does all the reckoning, so that the page stays free. */
import { checkFiles, type Progress } from "@tsunagi/standard";
import type { Ask, AskName, Asks, Told } from "./ask.ts";
import { givenFile, Unreadable } from "./given-file.ts";
import { outcomeOf } from "./outcome.ts";

type Answers = {
  readonly [Name in AskName]: (
    asked: Asks[Name]["with"],
    onProgress: (progress: Progress) => void,
  ) => Promise<Asks[Name]["answer"]>;
};

const answers: Answers = {
  async check(files, onProgress) {
    return outcomeOf(await checkFiles(files.map(givenFile), onProgress));
  },
};

/** Milliseconds between two words of progress. */
const breath = 100;

self.addEventListener("message", ({ data, ports: [port] }: MessageEvent<Ask>) => {
  if (port !== undefined) void answer(data, port);
});

async function answer(ask: Ask, port: MessagePort): Promise<void> {
  const tell = (told: Told<AskName>): void => {
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
    if (error instanceof Unreadable) return tell({ told: "failure", sentence: error.message });
    tell({ told: "failure", sentence: unforeseen });
    throw error;
  }
}

const unforeseen = "思いがけないことが起きました。お手数ですが、もう一度お試しください。";
