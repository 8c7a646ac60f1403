import type { SendProgress } from "@tsunagi/contract/desk";
import type { Progress } from "@tsunagi/standard";

/** Before that nothing is shown: most runs are over by then. In milliseconds. */
const patience = 1000;
const interval = 100;

/** Shows how far a long run is, on standard error where that is a terminal. */
export interface ShownProgress<P> {
  readonly show: (progress: P) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

/** Of files that are checked. */
export function showProgress(terminal?: NodeJS.WriteStream): ShownProgress<Progress> {
  return showLine<Progress>(({ files, filesDone, bytes, bytesDone }) => {
    const percent = bytes === 0 ? 100 : Math.floor((100 * bytesDone) / bytes);
    return `${counted(filesDone)} / ${counted(files)} ファイル (${percent}%)`;
  }, terminal);
}

/** Of messages that are sent. */
export function showSending(terminal?: NodeJS.WriteStream): ShownProgress<SendProgress> {
  return showLine<SendProgress>(sendingInWords, terminal);
}

/** Of pages that are printed. */
export function showPrinting(terminal?: NodeJS.WriteStream): ShownProgress<number> {
  return showLine<number>((pages) => `${counted(pages)} ページ`, terminal);
}

/** `3 / 12 件送信 (1.2 / 4.8 MB)`, and what is held. */
export function sendingInWords(progress: SendProgress): string {
  const { messages, accepted, held, bytes, acceptedBytes } = progress;
  const stopped = held === 0 ? "" : `、止まっているもの ${counted(held)} 件`;
  const sizes = `${megabytes(acceptedBytes)} / ${megabytes(bytes)} MB`;
  return `${counted(accepted)} / ${counted(messages)} 件送信 (${sizes})${stopped}`;
}

function showLine<P>(
  inWords: (progress: P) => string,
  terminal: NodeJS.WriteStream = process.stderr,
): ShownProgress<P> {
  if (!terminal.isTTY) return { show: () => undefined, end: () => undefined };
  let next = Date.now() + patience;
  let shown = false;
  return {
    show(progress) {
      if (Date.now() < next) return;
      next = Date.now() + interval;
      shown = true;
      terminal.write(`\r${inWords(progress)}\u001B[K`);
    },
    end() {
      if (shown) terminal.write("\r\u001B[K");
    },
  };
}

function counted(number: number): string {
  return number.toLocaleString("en");
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
