import { useCallback } from "react";
import { type Loaded, useResource } from "../../parts/state/use-resource.ts";
import type { Contents, Sheet } from "./ask.ts";
import type { Source } from "./source.ts";
import { type ContentsWorker, startContentsWorker } from "./start-worker.ts";

/** A source whose files are read. The worker holds them as long as the page stands. */
export interface Opened {
  readonly source: Source;
  readonly contents: Contents;
  readonly worker: ContentsWorker;
}

/** Finds a source and opens its files in a worker of their own. @param find keep it: another function opens anew */
export function useOpened(find: (signal: AbortSignal) => Promise<Source>): Loaded<Opened> {
  const load = useCallback((signal: AbortSignal) => open(find, signal), [find]);
  return useResource(load);
}

async function open(
  find: (signal: AbortSignal) => Promise<Source>,
  signal: AbortSignal,
): Promise<Opened> {
  const source = await find(signal);
  const worker = startContentsWorker();
  signal.addEventListener("abort", () => {
    worker.end();
  });
  return { source, worker, contents: await worker.ask("open", source.files) };
}

/** A sheet, and its place: what was shown before stays while the next one is drawn. */
export interface ShownSheet {
  readonly at: number;
  readonly sheet: Sheet;
}

/** The sheet at a place, drawn by the worker. */
export function useSheet(worker: ContentsWorker, at: number): Loaded<ShownSheet> {
  const load = useCallback(
    async (): Promise<ShownSheet> => ({ at, sheet: await worker.ask("sheet", at) }),
    [worker, at],
  );
  return useResource(load);
}
