import type { Progress } from "@tsunagi/standard";

/** Before that nothing is shown: most runs are over by then. In milliseconds. */
const patience = 1000;
const interval = 100;

/** Shows how far a long run is, on standard error where that is a terminal. */
export interface ShownProgress {
  readonly show: (progress: Progress) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

export function showProgress(terminal: NodeJS.WriteStream = process.stderr): ShownProgress {
  if (!terminal.isTTY) return { show: () => undefined, end: () => undefined };
  let next = Date.now() + patience;
  let shown = false;
  return {
    show({ files, filesDone, bytes, bytesDone }) {
      if (Date.now() < next) return;
      next = Date.now() + interval;
      shown = true;
      const percent = bytes === 0 ? 100 : Math.floor((100 * bytesDone) / bytes);
      const count = `${filesDone.toLocaleString("en")} / ${files.toLocaleString("en")} ファイル`;
      terminal.write(`\r${count} (${percent}%)\u001B[K`);
    },
    end() {
      if (shown) terminal.write("\r\u001B[K");
    },
  };
}
