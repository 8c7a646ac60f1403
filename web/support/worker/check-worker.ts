/** The page's worker: holds the visitor's files and does all the reckoning, so that the page stays free. */
import { checkFiles, type Progress } from "@tsunagi/standard";
import type { Ask, AskName, Asks, Told } from "./ask.ts";
import { CannotDo, givenFile, type VisitorFile } from "./given-file.ts";
import { mendVisitorFiles } from "./mend-visitor-files.ts";
import { outcomeOf } from "./outcome.ts";
import { readContent } from "./read-content.ts";

type Answers = {
  readonly [Name in AskName]: (
    asked: Asks[Name]["with"],
    onProgress: (progress: Progress) => void,
  ) => Promise<Asks[Name]["answer"]>;
};

/** The files that were checked last, or what they were mended to. */
let visitorFiles: readonly VisitorFile[] = [];

const answers: Answers = {
  async check(files, onProgress) {
    visitorFiles = files;
    return outcomeOf(await checkFiles(files.map(givenFile), onProgress));
  },
  async mend() {
    const { now, outcome } = await mendVisitorFiles(visitorFiles);
    visitorFiles = now;
    return outcome;
  },
  async documents(places) {
    return readContent(places.flatMap((at) => visitorFiles[at] ?? []));
  },
};

/** Milliseconds between two words of progress. */
const breath = 100;

self.addEventListener("message", ({ data, ports: [port] }: MessageEvent<Ask>) => {
  if (port !== undefined) void answer(data, port);
});

function answerTo<Name extends AskName>(
  ask: Ask<Name>,
  onProgress: (progress: Progress) => void,
): Promise<Asks[Name]["answer"]> {
  return answers[ask.name](ask.with, onProgress);
}

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
    tell({ told: "answer", answer: await answerTo(ask, onProgress) });
  } catch (error) {
    if (error instanceof CannotDo) return tell({ told: "failure", sentence: error.message });
    tell({ told: "failure", sentence: unforeseen });
    throw error;
  }
}

const unforeseen = "思いがけないことが起きました。お手数ですが、もう一度お試しください。";
